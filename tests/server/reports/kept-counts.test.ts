import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { quarterOf } from '#domain/participation/period.ts'
import { addDays, addHours, type Instant, londonDay, londonInstant } from '#domain/time/instant.ts'
import { eraseDue } from '#server/operations/erase-due.ts'
import { buildReport } from '#server/reports/build-report.ts'
import { keepCounts } from '#server/reports/kept-counts.ts'
import { insertRecord, listAnswers } from '#server/store/record.store.ts'
import type { RecordTable } from '#server/store/tables.ts'
import { deskOf } from '../../../scripts/demo/desk.ts'
import { inventYear } from '../../../scripts/demo/year.ts'
import { makeTestApp, type TestApp } from '../../builders/test-app.ts'

const CASES = 30
/** One after the other: an odd number, so that reports are made at all times of the day. */
const HOURS_BETWEEN_REPORTS = [23 * 24 + 7, 5, 20] as const
const until = londonInstant('2026-11-22' as never, '12:00')

/** A record with its answers, and when it is stored: of a survey no more than the day or the month is kept. */
type Stored = {
  readonly record: RecordTable
  readonly answers: Awaited<ReturnType<typeof listAnswers>>
  readonly at: Instant
}

const HOURS_LATE: Readonly<Record<string, number>> = { 'annual-survey': 25 * 24, 'closure-survey': 11 }

/** A year in which every fourth case stays on the waiting list, and no message by telephone is answered. */
async function inventedYear(): Promise<readonly Stored[]> {
  const app = await quickApp('2026-11-22T12:00:00Z')
  await inventYear({ desk: deskOf(app), service: app.service, until, cases: CASES, onProgress: () => undefined })
  const records = await app.db.selectFrom('record').selectAll().orderBy('received_at').orderBy('id').execute()
  const stored = await Promise.all(
    comingBack(records)
      .filter(unlessLeftWaiting())
      .map(async (record) => ({
        record,
        answers: (await listAnswers(app.db, [record.id])).filter(({ question }) => question !== 'repliedAt'),
        at: addHours(record.received_at, HOURS_LATE[record.form] ?? 0),
      })),
  )
  return stored.toSorted((a, b) => a.at.localeCompare(b.at))
}

/** Every third young person who is looked at turns out to be one who was here before. */
function comingBack(records: readonly RecordTable[]): readonly RecordTable[] {
  const people: string[] = []
  return records.map((record) => {
    if (!record.person) return record
    const person = people.length % 3 === 2 ? (people.at(-2) ?? record.person) : record.person
    people.push(person)
    return { ...record, person }
  })
}

function unlessLeftWaiting() {
  const waiting = new Set<string | null>()
  let cases = 0
  return ({ id, form, about }: RecordTable) => {
    if (form === 'self-referral' && ++cases % 4 === 0) waiting.add(id)
    return form === 'screening' || !waiting.has(about)
  }
}

async function quickApp(now: string): Promise<TestApp> {
  const app = await makeTestApp({ now })
  if (app.databaseType === 'sqlite') await sql`pragma synchronous = off`.execute(app.db)
  return app
}

describe('counts that are kept', { timeout: 120_000 }, () => {
  test('give the same reports as counting everything anew and at once, whatever has happened since the last one', async () => {
    const year = await inventedYear()
    const app = await quickApp('2025-11-20T09:00:00Z')
    const counts = keepCounts(1)
    const reports = async (period: string, isFinal: boolean) => {
      const cut = { level: 'authority', isFinal } as const
      return [await buildReport({ ...app, counts }, period, cut), await buildReport(app, period, cut)]
    }
    let stored = 0
    let made = 0
    let now = londonInstant('2025-12-10' as never, '09:30')
    for (let round = 0; now < until; round += 1) {
      app.setNow(now)
      for (; year[stored] && (year[stored] as Stored).at <= now; stored += 1) await store(app, year[stored] as Stored)
      const quarter = quarterOf(now)
      for (const period of [quarter, quarterOf(addHours(now, -40 * 24)), quarter.slice(0, 7)]) {
        const [kept, anew] = await reports(period, made % 2 === 0)
        expect(kept).toEqual(anew)
        made += 1
      }
      now = addHours(now, HOURS_BETWEEN_REPORTS[round % HOURS_BETWEEN_REPORTS.length] ?? 0)
    }

    expect(stored).toBeGreaterThan(year.length / 2)
    expect(made).toBeGreaterThan(50)
  })

  test('move with a clock that runs for longer than a weekend', async () => {
    const app = await quickApp('2026-12-24T17:30:00Z')
    const desk = deskOf(app)
    // The day after is Christmas, then a weekend, then the day off for Boxing Day.
    const at = '2026-12-24T17:00:00.000Z' as Instant
    await desk.record('answerphone', undefined, at, { occurredAt: at, subject: 'referral', reply: 'waiting' })
    const counts = keepCounts()
    const inTime = async (now: string) => {
      app.setNow(now)
      const report = await buildReport({ ...app, counts }, '2026-27-q3', { level: 'authority' })
      return report?.measures.find(({ id }) => id === 'M12')?.parts[0]?.rows[0]?.figures[0]?.period
    }

    expect(await inTime('2026-12-27T12:00:00Z')).toMatchObject({ denominator: 0 })
    expect(await inTime('2026-12-30T12:00:00Z')).toMatchObject({ denominator: 1 })
  })

  test('are counted anew after an erasure, and after the clock was turned back', async () => {
    const year = await inventedYear()
    const app = await quickApp('2026-11-22T12:00:00Z')
    for (const each of year) await store(app, each)
    const counts = keepCounts()
    const cut = { level: 'authority', isFinal: true } as const
    const both = async () => [
      await buildReport({ ...app, counts }, '2026-27-q2', cut),
      await buildReport(app, '2026-27-q2', cut),
    ]
    const [before] = await both()

    // Nobody counts while it happens: what was kept is older than the erasing.
    app.setNow(londonInstant(addDays(londonDay(until), 9 * 365), '12:00'))
    const { erased } = await eraseDue(app)
    const [kept, anew] = await both()

    expect(erased.length).toBeGreaterThan(CASES / 2)
    expect(kept).toEqual(anew)
    expect(kept?.measures).not.toEqual(before?.measures)

    app.setNow('2026-10-01T12:00:00Z')
    const [again, anewAgain] = await both()
    expect(again).toEqual(anewAgain)
  })

  test('are not believed when records of long ago are gone or have come', async () => {
    const year = await inventedYear()
    const app = await quickApp('2026-11-22T12:00:00Z')
    const [late, ...others] = year.filter(({ record }) => record.form === 'self-referral').toReversed()
    const counts = keepCounts()
    const made = async (period: string) =>
      (await buildReport({ ...app, counts }, period, { level: 'authority' }))?.measures.find(({ id }) => id === 'M02')
        ?.parts[0]?.rows[0]?.figures[0]?.beside
    for (const each of others) await store(app, each)
    const period = '2026-27-q3'
    const before = await made(period)

    if (late)
      await store(app, { ...late, record: { ...late.record, received_at: '2026-05-01T09:00:00.000Z' as Instant } })

    expect(before).toMatchObject({ shape: 'count' })
    expect(await made(period)).toMatchObject({ count: (before as unknown as { count: number }).count + 1 })
  })
})

async function store(app: TestApp, { record, answers }: Stored): Promise<void> {
  await app.db.transaction().execute((trx) => insertRecord(trx, { record, answers, envelopes: [] }))
}
