import { describe, expect, test } from 'vitest'
import type { Report } from '#domain/participation/report.ts'
import { loadService } from '#server/load-service.ts'
import { buildReport } from '#server/reports/build-report.ts'
import { listPeriods } from '#server/reports/period-names.ts'
import { makeTestApp } from '../../builders/test-app.ts'
import { type Act, play } from './records.ts'

const asks = (name: string, at: string, authority?: string): Act => ({
  name,
  does: 'asks',
  at,
  ...(authority && { says: { authority } }),
})

const count = (report: Report | undefined, column: 'period' | 'beside', area = 'all') =>
  report?.measures.find(({ id }) => id === 'M02')?.parts[0]?.rows[0]?.figures.find((each) => each.area === area)?.[
    column
  ]

const ofCount = (count: number) => ({ shape: 'count', count })

describe('a report', () => {
  test('of a year stands beside the year before', async () => {
    const app = await makeTestApp()
    const years = ['2025-05-01T09:00:00Z', '2025-06-01T09:00:00Z', '2026-03-31T22:59:59Z', '2026-03-31T23:00:00Z']
    await play(
      app,
      years.map((at, index) => asks(`child-${index}`, at)),
    )
    app.setNow('2026-11-01T09:00:00Z')

    const report = await buildReport(app, '2026-27', { level: 'authority' })

    // The year begins on 1 April at midnight in London: 31 March 23:00 UTC.
    expect(report?.beside).toEqual({ id: '2025-26', from: '2025-04-01', until: '2026-03-31', is: 'last-year' })
    expect([count(report, 'period'), count(report, 'beside')]).toEqual([ofCount(1), ofCount(3)])
    expect(report?.isProvisional).toBe(true)
  })

  test('adds authorities up to regions', async () => {
    const wales = loadService('cymru-demo')
    const service = {
      ...wales,
      authorities: wales.authorities.map((one) => (one.id === 'cwm-taf' ? { ...one, region: 'gwent' } : one)),
    }
    const app = await makeTestApp({ service })
    const at = '2026-11-01T09:00:00Z'
    await play(app, [asks('ann', at, 'gwent'), asks('bob', at, 'cwm-taf'), asks('cai', at, 'western-bay')])

    const report = await buildReport(app, '2026-27-q3', { level: 'region' })

    expect(report?.areas).toEqual([
      'all',
      'north-wales',
      'mid-and-west-wales',
      'gwent',
      'cardiff-and-vale',
      'western-bay',
      'not-known',
    ])
    expect(count(report, 'period', 'gwent')).toEqual(ofCount(2))
    expect(count(report, 'period')).toEqual(ofCount(3))
  })

  test('of one area holds that area only', async () => {
    const app = await makeTestApp()
    const at = '2026-11-01T09:00:00Z'
    await play(app, [asks('ann', at, 'gwent'), asks('bob', at, 'cwm-taf')])

    const report = await buildReport(app, '2026-27-q3', { level: 'authority', area: 'gwent' })

    expect(report?.areas).toEqual(['gwent'])
    expect(count(report, 'period', 'gwent')).toEqual(ofCount(1))
    expect(JSON.stringify(report)).not.toContain('cwm-taf')
  })

  test('keeps an answer that the service no longer lists in a row of its own', async () => {
    const app = await makeTestApp()
    await play(app, [{ name: 'ann', does: 'asks', at: '2026-11-01T09:00:00Z', says: { source: 'school' } }])
    const service = { ...app.service, sources: app.service.sources.filter(({ id }) => id !== 'school') }

    const report = await buildReport({ ...app, service }, '2026-27-q3', { level: 'authority' })

    const rows = report?.measures.find(({ id }) => id === 'M05')?.parts[0]?.rows
    expect(rows?.at(-1)).toMatchObject({ id: 'school' })
    expect(rows?.at(-1)?.figures[0]?.period).toEqual(ofCount(1))
  })

  test('takes the target that was in force on the last day of its period', async () => {
    const wales = loadService('cymru-demo')
    const target = (from: string, value: number) => ({ measure: 'M08', from, value, source: 'a test' })
    const service = { ...wales, targets: [target('2026-10-01', 95), target('2026-04-01', 90)] }
    const app = await makeTestApp({ service, now: '2027-01-02T09:00:00Z' })
    const targetOf = async (period: string) =>
      (await buildReport(app, period, { level: 'authority' }))?.measures.find(({ id }) => id === 'M08')?.target

    expect(await targetOf('2026-27-q3')).toEqual({ value: 95, source: 'a test' })
    expect(await targetOf('2026-27-q2')).toEqual({ value: 90, source: 'a test' })
    expect(await targetOf('2025-26-q4')).toBe('no target')
  })

  test.each([['2026-27-q5'], ['2026-28'], [''], ['2027-28-q1']])('is nothing for %j', async (period) => {
    const app = await makeTestApp({ now: '2026-11-02T09:00:00Z' })

    expect(await buildReport(app, period, { level: 'authority' })).toBeUndefined()
  })

  test('is nothing for an area that is not there', async () => {
    const app = await makeTestApp()

    expect(await buildReport(app, '2026-27-q3', { level: 'authority', area: 'atlantis' })).toBeUndefined()
  })
})

describe('listPeriods', () => {
  test('gives quarters and years back to the first record, newest first', async () => {
    const app = await makeTestApp()
    await play(app, [asks('ann', '2026-02-01T09:00:00Z')])
    app.setNow('2026-11-02T09:00:00Z')

    expect(await listPeriods(app.db, app.now())).toEqual([
      '2026-27',
      '2026-27-q3',
      '2026-27-q2',
      '2026-27-q1',
      '2025-26',
      '2025-26-q4',
    ])
  })
})
