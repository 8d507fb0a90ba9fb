import { describe, expect, test } from 'vitest'
import { listInbox } from '#server/operations/inbox.ts'
import { buildReport } from '#server/reports/build-report.ts'
import { makeTestApp } from '../../builders/test-app.ts'
import { type Act, play } from './records.ts'

/** One young person accepted at a moment, and reached at another, if at all. */
function anAcceptedReferral(acceptedAt: string, reachedAt?: string): readonly Act[] {
  const asked: Act = { name: 'non', does: 'asks', at: acceptedAt, says: { authority: 'gwent' } }
  const accepted: Act = { name: 'non/accepted', does: 'screening', at: acceptedAt, says: { decision: 'accepted' } }
  const says = { outcome: 'reached', method: 'call' }
  const reached: Act[] = reachedAt ? [{ name: 'non/reached', does: 'contact', at: reachedAt, says }] : []
  return [asked, accepted, ...reached]
}

async function appWith(acts: readonly Act[], madeAt: string) {
  const app = await makeTestApp({ now: '2026-04-01T09:00:00Z' })
  await play(app, acts)
  app.setNow(madeAt)
  return app
}

async function count(acts: readonly Act[], madeAt: string, period = '2026-27-q3') {
  const report = await buildReport(await appWith(acts, madeAt), period, { level: 'authority' })
  const parts = report?.measures.find(({ id }) => id === 'M08')?.parts
  const figure = (part: string) => parts?.find(({ id }) => id === part)?.rows[0]?.figures[0]?.period
  return { inTime: figure('in-time'), notDue: figure('not-due') }
}

const hit = { shape: 'share', numerator: 1, denominator: 1, percent: 100, target: 100 }
const miss = { shape: 'share', numerator: 0, denominator: 1, percent: 0, target: 100 }
const nobody = { shape: 'share', numerator: 0, denominator: 0, target: 100 }

describe('72 hours', () => {
  test.each([
    ['exactly', '2026-11-05T09:00:00.000Z', hit],
    ['and one millisecond', '2026-11-05T09:00:00.001Z', miss],
  ])('%s after acceptance', async (_, reachedAt, expected) => {
    const acts = anAcceptedReferral('2026-11-02T09:00:00.000Z', reachedAt)

    expect((await count(acts, '2026-12-01T09:00:00Z')).inTime).toEqual(expected)
  })

  test('are elapsed hours when the clocks go back: 11 in the morning, not noon', async () => {
    // Accepted on Saturday 24 October at noon by the clock; the clock says 11:00 on Tuesday when 72 hours are over.
    const accepted = '2026-10-24T12:00:00+01:00'

    const atEleven = await count(anAcceptedReferral(accepted, '2026-10-27T11:00:00Z'), '2026-12-01T09:00:00Z')
    const atNoon = await count(anAcceptedReferral(accepted, '2026-10-27T12:00:00Z'), '2026-12-01T09:00:00Z')

    expect([atEleven.inTime, atNoon.inTime]).toEqual([hit, miss])
  })

  test('that end in the last millisecond of the quarter are in it', async () => {
    const acts = anAcceptedReferral('2026-12-28T23:59:59.999Z', '2026-12-31T23:59:59.999Z')

    expect((await count(acts, '2027-02-01T09:00:00Z')).inTime).toEqual(hit)
    expect((await count(acts, '2027-02-01T09:00:00Z', '2026-27-q4')).inTime).toEqual(nobody)
  })

  test('that end in the first millisecond of the next quarter are in that one', async () => {
    const acts = anAcceptedReferral('2026-12-29T00:00:00.000Z', '2026-12-31T12:00:00.000Z')

    expect((await count(acts, '2027-02-01T09:00:00Z')).inTime).toEqual(nobody)
    expect((await count(acts, '2027-02-01T09:00:00Z', '2026-27-q4')).inTime).toEqual(hit)
  })

  test('begin a quarter at midnight in London, an hour before midnight UTC while summer time lasts', async () => {
    // Due on 30 September at 23:00 UTC, which is 1 October 00:00 in London.
    const acts = anAcceptedReferral('2026-09-27T23:00:00.000Z', '2026-09-28T09:00:00.000Z')

    expect((await count(acts, '2026-11-01T09:00:00Z')).inTime).toEqual(hit)
    expect((await count(acts, '2026-11-01T09:00:00Z', '2026-27-q2')).inTime).toEqual(nobody)
  })
})

describe('time that is not over when the report is made', () => {
  const accepted = '2026-11-02T09:00:00.000Z'

  test('is no miss: it is shown apart', async () => {
    const made = await count(anAcceptedReferral(accepted), '2026-11-04T09:00:00Z')

    expect(made).toEqual({ inTime: nobody, notDue: { shape: 'count', count: 1 } })
  })

  test('is no hit either, for somebody already reached', async () => {
    const made = await count(anAcceptedReferral(accepted, '2026-11-03T09:00:00Z'), '2026-11-04T09:00:00Z')

    expect(made).toEqual({ inTime: nobody, notDue: { shape: 'count', count: 1 } })
  })

  test('is over a millisecond after the due time, not at it', async () => {
    const atDue = await count(anAcceptedReferral(accepted), '2026-11-05T09:00:00.000Z')
    const after = await count(anAcceptedReferral(accepted), '2026-11-05T09:00:00.001Z')

    expect([atDue.inTime, after.inTime]).toEqual([nobody, miss])
  })
})

describe('the waiting list', () => {
  test('is what the inbox shows, at the moment the report is made', async () => {
    const asks = (name: string): Act => ({ name, does: 'asks', at: '2026-11-02T09:00:00Z' })
    const accepts = (name: string): Act => ({
      name: `${name}/accepted`,
      does: 'screening',
      at: '2026-11-02T10:00:00Z',
      says: { decision: 'accepted' },
    })
    const meets = (name: string, outcome: string): Act => ({
      name: `${name}/${outcome}`,
      does: 'contact',
      at: '2026-11-03T10:00:00Z',
      says: { outcome, method: 'call' },
    })
    const acts = [
      ...['ann', 'bob', 'cai', 'deb'].map(asks),
      ...['ann', 'bob', 'cai'].map(accepts),
      meets('ann', 'reached'),
      meets('bob', 'message-left'),
    ]
    const app = await appWith(acts, '2026-11-03T10:00:00Z')

    const inbox = (await listInbox(app, { id: 'mari', roles: ['coordinator'] })).filter(
      ({ standing }) => standing.status === 'accepted',
    )
    const report = await buildReport(app, '2026-27-q3', { level: 'authority' })

    const total = report?.measures.find(({ id }) => id === 'M10')?.parts[0]?.rows[0]?.figures[0]?.period
    expect(inbox).toHaveLength(2) // bob, cai
    expect(total).toEqual({ shape: 'count', count: 2 })
  })
})
