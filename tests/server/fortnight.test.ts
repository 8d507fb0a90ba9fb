import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Role } from '#domain/roles.ts'
import { handOutReferral } from '#server/operations/hand-out-referral.ts'
import { listInbox, listInboxPage } from '#server/operations/inbox.ts'
import { recordByStaff } from '#server/operations/record-by-staff.ts'
import { addToTracked, track } from '#server/operations/track.ts'
import { watchClocks } from '#server/operations/watch-clocks.ts'
import { sendDue } from '#server/outbox/send.ts'
import type { Batch } from '#server/store/outbox.store.ts'
import { insertStaff } from '#server/store/staff.store.ts'
import { arrives, closing } from '../builders/desk.ts'
import { makeTestApp, type TestApp } from '../builders/test-app.ts'

/** Two weeks of a service: thirty referrals, two coordinators, an advocate, a complaints lead. The clock is ours. */
type Member = { readonly id: string; readonly roles: readonly Role[] }
const mari: Member = { id: 'mari', roles: ['coordinator'] }
const ifan: Member = { id: 'ifan', roles: ['coordinator'] }
const gwen: Member = { id: 'gwen', roles: ['advocate'] }
const lead: Member = { id: 'lead', roles: ['complaints-lead'] }

let app: TestApp
let referrals: { readonly id: string; readonly code: string }[]
let complaint: string
const sent: Batch[] = []

/** Working days at nine; two or three requests come on each. */
const days = [2, 3, 4, 5, 6, 9, 10, 11, 12, 13]
const at = (day: number, time: string) => app.setNow(`2026-11-${String(day).padStart(2, '0')}T${time}:00.000Z`)
const as = (member: Member) => ({ ...member, roles: [...member.roles] })
const acts = async (by: Member, form: string, about: string, answers: object, more: object = {}) => {
  const recorded = await recordByStaff(app, {
    form,
    about,
    language: 'cy',
    answers,
    idempotencyKey: randomUUID(),
    by: as(by),
    ...more,
  })
  if (recorded.kind !== 'stored') throw new Error(`${form}: ${JSON.stringify(recorded)}`)
  return recorded
}
const standing = async (id: string) => (await listInbox(app, as(mari))).find((line) => line.id === id)
const one = (index: number) => referrals[index] ?? { id: '', code: '' }
async function round() {
  await watchClocks(app)
  await sendDue(app, {
    channel: 'mail',
    close: () => undefined,
    send: async (batch) => {
      sent.push(batch)
    },
  })
}

beforeAll(async () => {
  app = await makeTestApp({ now: '2026-11-02T09:00:00.000Z' })
  await app.db.transaction().execute(async (trx) => {
    for (const { id, roles } of [mari, ifan, gwen, lead])
      await insertStaff(trx, { id, name: id, email: `${id}@x.test`, passwordHash: '', roles, at: app.now() })
  })
  referrals = []
  for (const day of days) {
    at(day, '09:00')
    for (let number = 0; number < 3; number += 1)
      referrals.push(await arrives(app, 'self-referral', number === 0 ? { meetingSoon: 'review', urgent: 'very' } : {}))
    at(day, '09:15')
    await round()
    // Each morning one coordinator screens what came, all but the last of the day; the other reaches the first.
    const today = referrals.slice(-3)
    for (const { id } of today.slice(0, 2)) await acts(mari, 'screening', id, { decision: 'accepted' })
    at(day, '10:00')
    await acts(ifan, 'contact', today[0]?.id ?? '', { outcome: 'reached', method: 'call' })
    if (day === 3) complaint = (await arrives(app, 'feedback')).id
    for (const time of ['12:00', '17:15', '23:00']) {
      at(day, time)
      await round()
    }
  }
})

describe('a fortnight', () => {
  test('leaves nobody out: thirty are listed, in two pages, the late ones first', async () => {
    const page = (number: number) => listInboxPage(app, as(mari), { list: 'all', page: number })
    const [first, second] = [await page(1), await page(2)]

    expect([first.total, first.lines.length, second.lines.length]).toEqual([30, 25, 5])
    expect(first.lines[0]?.late).toBe(true)
    expect(new Set([...first.lines, ...second.lines].map(({ id }) => id)).size).toBe(30)
  })

  test('flags each request that nobody looked at within one working day, and each missed 72 hours', async () => {
    const lines = await listInbox(app, as(ifan))
    const late = (kind: string) => lines.filter(({ owed, late: isLate }) => isLate && owed?.kind === kind).length

    // The last of each day but the last day's; the second of each day whose 72 hours have passed by the 13th at 23:00.
    expect([late('look'), late('contact')]).toEqual([9, 7])
  })

  test('told the team of all of it, without a word of it, and the complaints lead of theirs alone', () => {
    const kinds = (audience: string) => [
      ...new Set(sent.filter((batch) => batch.audience === audience).flatMap((batch) => batch.kinds)),
    ]

    expect(kinds('team').sort()).toEqual(['due-soon', 'new-referral', 'overdue', 'unscreened', 'urgent'])
    expect(kinds('complaints-lead').sort()).toEqual(['new-message', 'overdue'])
    expect(new Set(sent.map(({ id }) => id)).size).toBe(sent.length)
  })

  test('shows the complaint to the lead, and to nobody else', async () => {
    expect((await listInbox(app, as(lead))).map(({ id }) => id)).toEqual([complaint])
    for (const member of [mari, ifan, gwen]) expect(await handOutReferral(app, as(member), complaint)).toBeUndefined()
  })

  test('gives the advocate the case that is given to her, and takes it when it is given away', async () => {
    const { id } = one(0)
    expect(await listInbox(app, as(gwen))).toEqual([])
    await acts(mari, 'allocation', id, { advocate: 'gwen', advocateFirstName: 'Gwen', why: 'first' })
    expect((await listInbox(app, as(gwen))).map((line) => line.id)).toEqual([id])
    expect((await track(app, one(0).code))?.view.advocate?.name).toBe('Gwen')

    at(14, '09:00')
    await acts(ifan, 'allocation', id, { advocate: 'not-here', advocateFirstName: 'Elin', why: 'advocate-left' })

    expect(await listInbox(app, as(gwen))).toEqual([])
    expect(await handOutReferral(app, as(gwen), id)).toBeUndefined()
  })

  test('keeps both acts of two coordinators at one moment, and tells the later of the earlier', async () => {
    const { id } = one(1)
    const seen = (await handOutReferral(app, as(mari), id))?.records.length ?? 0
    const reached = { outcome: 'reached', method: 'call' }

    const both = await Promise.all([
      acts(mari, 'contact', id, reached, { seen }),
      acts(ifan, 'contact', id, { outcome: 'no-answer', method: 'text' }, { seen }),
    ])
    const after = await acts(mari, 'hours', id, { workedOn: '2026-11-13', minutesWithChild: 490 }, { seen })

    expect(new Set(both.map(({ record }) => record)).size).toBe(2)
    expect(after.meanwhile).toBe(2)
    const records = (await handOutReferral(app, as(ifan), id))?.records.map(({ form, byName }) => `${form} ${byName}`)
    expect(records?.slice(seen).sort()).toEqual(['contact ifan', 'contact mari', 'hours mari'])
    expect((await standing(id))?.standing.hoursToReview).toBe('review')
  })

  test('keeps the clock running on a wish to stop until a person has confirmed it', async () => {
    const { id, code } = one(4)
    const form = app.forms.get('child-ask')
    if (!form) throw new Error('no form to ask with')
    const due = (await standing(id))?.nextDue
    await addToTracked(app, { code, form, language: 'cy', answers: { ask: 'withdraw' }, idempotencyKey: randomUUID() })
    expect((await standing(id))?.nextDue).toBe(due)
    at(14, '09:30')

    await acts(ifan, 'withdrawal-answer', id, { decision: 'stop', method: 'call' })

    expect((await standing(id))?.standing).toMatchObject({ status: 'withdrawn', owes: [] })
    expect((await track(app, code))?.progress.status).toBe('withdrawn')
  })

  test('closes a case only with its outcome return, and never hides a child who was not told', async () => {
    const { id } = one(3)
    const { positiveOutcome: _left, ...without } = closing
    await acts(ifan, 'passing-on', id, {
      consent: 'refused',
      reason: 'perygl',
      ground: 'harm-to-child',
      toWhom: ['police'],
      told: 'not-yet',
      whyNotYet: 'ddim yn saff',
      tellBy: '2026-11-16',
      supportContinued: 'yes',
    })
    await expect(acts(mari, 'closure', id, without)).rejects.toThrow('positiveOutcome')

    await acts(mari, 'closure', id, closing)

    const line = await standing(id)
    expect([line?.standing.status, line?.owed?.kind]).toEqual(['closed', 'tell'])
    await acts(mari, 'passing-on-told', id, { toldOn: '2026-11-14' }, { settles: line?.standing.untold[0]?.id })
    expect((await standing(id))?.owed).toBeUndefined()
  })
})
