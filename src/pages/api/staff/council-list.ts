import { z } from 'zod'
import { isActiveIn } from '#domain/council/council-lists.ts'
import { parsePeriod } from '#domain/participation/period.ts'
import { londonDay } from '#domain/time/instant.ts'
import { sayMoment } from '#i18n/times.ts'
import { actForStaff } from '#server/http/staff-endpoint.ts'
import { staffProblem } from '#server/http/staff-problem.ts'
import { handOutCases } from '#server/operations/hand-out-cases.ts'

export const prerender = false

const body = z.union([
  z.strictObject({ list: z.literal('caseload'), quarter: z.string().max(20) }),
  z.strictObject({ list: z.literal('names'), desk: z.enum(['team', 'participation-manager']).default('team') }),
  z.strictObject({ list: z.literal('hours-update'), about: z.string().max(60) }),
])

/**
 * The cases of a list for the council, sealed: the list itself is built in the browser. Only where the contract lets
 * the council see names, and written down before it is handed out. The participation manager makes one of their own
 * desk: names and how far it is, and no other.
 *
 * @source LW-9.5, LW-9.6, LW-17.5, LW-8.9
 */
export const POST = actForStaff(['coordinator', 'participation-manager'], body, async (asked) => {
  const { app, staff, body, language } = asked
  const desk = body.list === 'names' ? body.desk : 'team'
  const isOwnDesk = staff.roles.includes(desk === 'team' ? 'coordinator' : desk)
  if (app.service.councilSeesNames === false || !isOwnDesk) return staffProblem('forbidden', language)
  const quarter = body.list === 'caseload' ? parsePeriod(body.quarter) : undefined
  if (body.list === 'caseload' && !quarter) return staffProblem('not-understood', language)
  const cases = await handOutCases(app, staff, {
    desk,
    act: body.list === 'names' ? 'exported-names' : 'listed-for-council',
    // Names stand in the request; no word of what came after is handed out for them.
    records: body.list === 'names' ? 'request' : 'all',
    isWanted: ({ id, records }) => {
      if (body.list === 'hours-update') return id === body.about
      return quarter ? isActiveIn(records, quarter) : true
    },
  })
  return {
    ...(quarter && { quarter: { from: quarter.from, until: quarter.until } }),
    cases: cases.map((each) => ({
      id: each.id,
      form: each.form,
      reference: each.reference,
      status: each.status,
      receivedOn: londonDay(each.receivedAt),
      counted: each.counted,
      envelopes: each.envelopes,
      records: each.records.map((record) => ({ ...record, at: sayMoment(record.occurredAt, language) })),
    })),
  }
})
