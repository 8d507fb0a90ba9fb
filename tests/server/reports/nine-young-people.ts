import { exact } from '#domain/participation/raw-count.ts'
import type { Report } from '#domain/participation/report.ts'
import type { Answers } from '#forms/define-form.ts'
import { buildReport } from '#server/reports/build-report.ts'
import { makeTestApp } from '../../builders/test-app.ts'
import { type Act, play } from './records.ts'

type Asked = Omit<Extract<Act, { does: 'asks' }>, 'name' | 'at' | 'does'>

const asks = (name: string, at: string, how: Asked): Act => ({ name, at, does: 'asks', ...how })
const screens = (name: string, at: string, says: Answers): Act => ({ name, at, does: 'screening', says })
const meets = (name: string, at: string, says: Answers): Act => ({ name, at, does: 'contact', says })

/**
 * Nine young people around October to December 2026 (2026-27-q3: from 1 October 00:00 in London, which is
 * 30 September 23:00 UTC, to 1 January 00:00). Every moment is UTC.
 */
export const acts: readonly Act[] = [
  // Reached exactly 72.0 hours after acceptance: in time. Receipt to contact: 74 hours.
  asks('elin', '2026-10-05T08:00:00Z', {
    in: 'cy',
    read: 'symbols',
    says: { source: 'active-offer', authority: 'gwent' },
  }),
  screens('elin/accepted', '2026-10-05T10:00:00Z', { decision: 'accepted', priority: 'usual' }),
  meets('elin/reached', '2026-10-08T10:00:00Z', { outcome: 'reached', method: 'call' }),

  // Reached one millisecond after 72.0 hours: late. Receipt to contact: 75 hours. Area known since screening.
  asks('tom', '2026-10-06T09:00:00Z', { says: { source: 'friend' } }),
  screens('tom/accepted', '2026-10-06T12:00:00Z', {
    decision: 'accepted',
    priority: 'soon',
    authority: 'cardiff-and-vale',
  }),
  meets('tom/reached', '2026-10-09T12:00:00.001Z', { outcome: 'reached', method: 'text' }),

  // Across the clock change of 25 October: 72.0 elapsed hours, in time. Receipt to contact: 73 hours.
  // The young person said Gwent, screening found Western Bay. The contact was written down in the next quarter.
  asks('ioan', '2026-10-23T13:00:00Z', { in: 'cy', read: 'read-aloud', says: { authority: 'gwent' } }),
  screens('ioan/accepted', '2026-10-23T14:00:00Z', { decision: 'accepted', authority: 'western-bay' }),
  meets('ioan/tried', '2026-10-24T10:00:00Z', { outcome: 'no-answer', method: 'call' }),
  meets('ioan/reached', '2027-01-05T09:00:00Z', {
    outcome: 'reached',
    method: 'call',
    occurredAt: '2026-10-26T14:00:00.000Z',
  }),

  // Asked in the last millisecond of the quarter; accepted in the next one.
  asks('sara', '2026-12-31T23:59:59.999Z', { says: { source: 'school', authority: 'north-wales' } }),
  screens('sara/accepted', '2027-01-04T09:00:00Z', { decision: 'accepted', priority: 'soon' }),

  // Asked in the last millisecond of September in London: the quarter before. Accepted in October, tried twice,
  // never reached: missed, and waiting since 1 October 09:00.
  asks('huw', '2026-09-30T22:59:59.999Z', { says: { source: 'carer', authority: 'gwent' } }),
  screens('huw/accepted', '2026-10-01T09:00:00Z', { decision: 'accepted', priority: 'crisis' }),
  meets('huw/tried', '2026-10-02T09:00:00Z', { outcome: 'no-answer', method: 'call' }),
  meets('huw/left-message', '2026-10-03T09:00:00Z', { outcome: 'message-left', method: 'call' }),

  // Not accepted; told so by e-mail 30 hours after asking.
  asks('mali', '2026-11-10T10:00:00Z', { in: 'cy', says: { source: 'family', authority: 'mid-and-west-wales' } }),
  screens('mali/not-accepted', '2026-11-11T10:00:00Z', {
    decision: 'not-accepted',
    notAcceptedReason: 'outside-groups',
    routeGiven: 'helpline',
  }),
  meets('mali/reached', '2026-11-11T16:00:00Z', { outcome: 'reached', method: 'email' }),

  // Not accepted, put right the day after; nobody tried to reach them: missed, and waiting. Area never known.
  asks('dai', '2026-11-16T09:00:00Z', { says: { source: 'other' } }),
  screens('dai/not-accepted', '2026-11-16T12:00:00Z', {
    decision: 'not-accepted',
    notAcceptedReason: 'other',
    routeGiven: 'social-worker',
  }),
  screens('dai/accepted', '2026-11-17T12:00:00Z', { decision: 'accepted', priority: 'usual' }),

  // Due and reached in the next quarter; waiting when this one ended, for 38 hours.
  asks('beth', '2026-12-30T09:00:00Z', { read: 'symbols', says: { source: 'nobody', authority: 'gwent' } }),
  screens('beth/accepted', '2026-12-30T10:00:00Z', { decision: 'accepted', priority: 'crisis' }),
  meets('beth/reached', '2027-01-01T10:00:00Z', { outcome: 'reached', method: 'video-call' }),

  // Due in the last millisecond of the quarter; reached through the person they named, 72 hours after asking.
  asks('rhys', '2026-12-28T12:00:00Z', { in: 'cy', says: { source: 'helpline', authority: 'cwm-taf' } }),
  screens('rhys/accepted', '2026-12-28T23:59:59.999Z', { decision: 'accepted' }),
  meets('rhys/reached', '2026-12-31T12:00:00Z', { outcome: 'reached-named-person', method: 'trusted-adult' }),
]

export const MADE_AT = '2027-01-15T12:00:00Z'
export const byAuthority = { level: 'authority' } as const

/** The report of a quarter after these acts. */
export async function reportOf(played: readonly Act[], period = '2026-27-q3', madeAt = MADE_AT): Promise<Report> {
  const app = await makeTestApp()
  await play(app, played)
  app.setNow(madeAt)
  const report = await buildReport(app, period, byAuthority)
  await app.db.destroy()
  if (!report) throw new Error('no report')
  return report
}

/** The figures of one table for one area: row by row, what can be read off. */
export function figures(
  report: Report,
  measure: string,
  part: string,
  column: 'period' | 'beside' = 'period',
  area = 'all',
) {
  const rows = report.measures.find(({ id }) => id === measure)?.parts.find(({ id }) => id === part)?.rows
  if (!rows) throw new Error(`no ${measure} ${part}`)
  const found = rows.map(({ id, figures }) => [id, figures.find((each) => each.area === area)?.[column]] as const)
  return Object.fromEntries(found.map(([id, figure]) => [id, figure?.shape === 'count' ? exact(figure.count) : figure]))
}

/** One row for every area, leaving out zeros. */
export function byArea(report: Report, measure: string, part: string, column: 'period' | 'beside' = 'period') {
  const areas = report.areas.filter((area) => area !== 'all')
  const counts = areas.map((area) => [area, figures(report, measure, part, column, area).all] as const)
  return Object.fromEntries(counts.filter(([, count]) => count !== 0))
}
