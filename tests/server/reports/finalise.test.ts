import { describe, expect, test } from 'vitest'
import { dueDays } from '#domain/participation/calendar.ts'
import { parsePeriod } from '#domain/participation/period.ts'
import { sections } from '#domain/participation/sections.ts'
import { loadService } from '#server/load-service.ts'
import { finaliseReport } from '#server/operations/finalise-report.ts'
import { buildReport } from '#server/reports/build-report.ts'
import { findFinalised, revisedSince } from '#server/reports/finalised.ts'
import { makeTestApp } from '../../builders/test-app.ts'
import { asks, closes, does, notes } from './acts.ts'
import { type Act, play } from './records.ts'

const written = (section: string, at = '2027-01-05T09:00:00Z'): Act =>
  notes('quarter-narrative', `words-${section}`, at, { section, day: '2026-12-31', words: 'What there is to say.' })
const asked = [asks('ann', '2026-10-05T09:00:00Z'), closes('ann', '2026-11-05T09:00:00Z', { positiveOutcome: 'yes' })]

async function appAfter(acts: readonly Act[]) {
  const app = await makeTestApp({ now: '2026-01-01T09:00:00Z' })
  await play(app, acts)
  app.setNow('2027-01-15T09:00:00Z')
  return app
}

describe('finalising a report', () => {
  test.each(sections)('is refused while nobody has written about %s', async (section) => {
    const app = await appAfter([...asked, ...sections.filter((each) => each !== section).map((each) => written(each))])

    expect(await finaliseReport(app, '2026-27-q3', 'staff-1')).toEqual({ kind: 'missing', sections: [section] })
  })

  test('is refused before the period is over, and for one that is none', async () => {
    const app = await appAfter(asked)

    expect(await finaliseReport(app, '2026-27-q4', 'staff-1')).toEqual({ kind: 'not-over' })
    expect(await finaliseReport(app, '2026-27-q7', 'staff-1')).toEqual({ kind: 'unknown' })
  })

  test('keeps the report as it was, targets and all, and shows what is corrected later as revised', async () => {
    const app = await appAfter([...asked, ...sections.map((section) => written(section))])
    const first = await finaliseReport(app, '2026-27-q3', 'staff-1')
    const sent = (await findFinalised(app.db, '2026-27-q3'))?.report

    // The closing is recorded again with another judgement.
    app.setNow('2027-01-20T09:00:00Z')
    const again = does('closure', 'late/closed', '2027-01-20T09:00:00Z', {})
    await play(app, [
      asks('late', '2026-12-01T09:00:00Z'),
      { ...closes('late', '2027-01-20T09:00:00Z', { occurredAt: '2026-12-30T09:00:00.000Z' }), name: again.name },
    ])
    const now = await buildReport(app, '2026-27-q3', { level: 'authority', isFinal: true })

    expect(first.kind).toBe('finalised')
    expect(sent?.measures.find(({ id }) => id === 'M43')?.parts[0]?.rows[0]?.figures[0]?.period).toMatchObject({
      numerator: 1,
      denominator: 1,
    })
    const revised = sent && now ? revisedSince(sent, now) : []
    expect(revised).toContainEqual({ measure: 'M43', part: 'share', row: 'all', area: 'all' })
    expect((await finaliseReport(app, '2026-27-q3', 'staff-1')).kind).toBe('done-before')
    expect((await findFinalised(app.db, '2026-27-q3'))?.report).toEqual(sent)
  })
})

describe('the calendar', () => {
  const { report } = loadService('lewisham-demo')

  // @source LW-17.3: mid-July and end of July, and so on.
  test.each([
    ['2026-27-q1', '2026-07-15', '2026-07-31'],
    ['2026-27-q2', '2026-10-15', '2026-10-31'],
    ['2026-27-q3', '2027-01-15', '2027-01-31'],
    ['2026-27-q4', '2027-04-15', '2027-04-30'],
  ])('has the report of %s due on %s and talked about on %s', (id, due, meeting) => {
    const period = parsePeriod(id)
    if (!period) throw new Error('no period')

    expect(dueDays(period, report)).toEqual({ report: due, meeting })
  })
})
