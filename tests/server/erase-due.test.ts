import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { eraseAgain, eraseDue, listDue, listErased } from '#server/operations/erase-due.ts'
import { handOutReferral } from '#server/operations/hand-out-referral.ts'
import { listInbox } from '#server/operations/inbox.ts'
import { track } from '#server/operations/track.ts'
import { acts, arrives, closing } from '../builders/desk.ts'
import { makeTestApp, type TestApp } from '../builders/test-app.ts'

const mari = { id: 'staff-1', roles: ['coordinator'] as const }

/** A case that began and was closed on 2 November 2026. */
async function aClosedCase(app: TestApp) {
  const arrived = await arrives(app, 'self-referral')
  const { id: about } = arrived
  await handOutReferral(app, { ...mari, roles: ['coordinator'] }, about)
  await acts(app, { form: 'screening', about, answers: { decision: 'accepted' } })
  await acts(app, {
    form: 'allocation',
    about,
    answers: { advocateFirstName: 'Cyfrinach-Gwen', advocateReach: '029', why: 'first' },
  })
  await acts(app, { form: 'hours', about, answers: { workedOn: '2026-11-01', minutesWithChild: 95 } })
  await acts(app, { form: 'closure', about, answers: closing })
  return arrived
}
const rowsOf = async (app: TestApp) => ({
  envelopes: (await app.db.selectFrom('envelope').selectAll().execute()).length,
  codes: (await app.db.selectFrom('code').selectAll().execute()).length,
  log: (await app.db.selectFrom('access_log').selectAll().where('record', 'is not', null).execute()).length,
  records: await app.db.selectFrom('record').selectAll().where('form', '!=', 'erasure').execute(),
  answers: await app.db.selectFrom('answer').selectAll().execute(),
})

describe('a closed case', () => {
  test('is kept to the day, and no longer', async () => {
    const app = await makeTestApp()
    const { id } = await aClosedCase(app)
    app.setNow('2032-11-01T23:00:00.000Z')
    expect((await eraseDue(app)).erased).toEqual([])

    app.setNow('2032-11-02T00:30:00.000Z')

    expect(await listDue(app)).toEqual([{ record: id, kind: 'referral', audience: 'team', since: '2026-11-02' }])
    expect((await eraseDue(app)).erased).toHaveLength(1)
    expect((await eraseDue(app)).erased).toEqual([])
  })

  test('leaves, once erased, its figures by quarter and nothing of anybody', async () => {
    const app = await makeTestApp()
    const { id, code } = await aClosedCase(app)
    app.setNow('2033-01-01T09:00:00.000Z')

    await eraseDue(app)

    const { envelopes, codes, log, records, answers } = await rowsOf(app)
    expect({ envelopes, codes, log }).toEqual({ envelopes: 0, codes: 0, log: 0 })
    expect(new Set(records.flatMap((row) => [row.received_at, row.occurred_at]))).toEqual(
      new Set(['2026-10-01T00:00:00.000Z'].map((start) => start.replace('2026-10-01T00', '2026-09-30T23'))),
    )
    expect(records.every(({ by, reference }) => by === null && reference === null)).toBe(true)
    expect(answers.find(({ question }) => question === 'minutesWithChild')?.value).toBe('95')
    expect(answers.find(({ question }) => question === 'workedOn')?.value).toBe('2026-10-01')
    expect(answers.find(({ question }) => question === 'positiveOutcome')?.value).toBe('yes')
    expect(answers.some(({ question }) => question === 'advocateFirstName')).toBe(false)
    expect(await track(app, code)).toBeUndefined()
    expect(await listInbox(app, { id: 'x', roles: ['coordinator'] })).toEqual([])
    expect(await handOutReferral(app, { id: 'x', roles: ['coordinator'] }, id)).toBeUndefined()
    expect(await listErased(app)).toMatchObject([{ record: id, kind: 'referral', at: '2033-01-01T09:00:00.000Z' }])
  })

  test('leaves no byte of a published word in the files of a SQLite database', async () => {
    const app = await makeTestApp()
    // PostgreSQL keeps such bytes in places that a page has free, until they are written over: docs/threat-model.md.
    if (app.databaseType === 'postgres') return
    await aClosedCase(app)
    const inFiles = () =>
      readdirSync(app.config.dataDir).some((file) =>
        readFileSync(join(app.config.dataDir, file)).includes('Cyfrinach-Gwen'),
      )
    expect(inFiles()).toBe(true)
    app.setNow('2033-01-01T09:00:00.000Z')

    await eraseDue(app)

    expect(inFiles()).toBe(false)
  })

  test('is not erased while it is held, with its reason sealed', async () => {
    const app = await makeTestApp()
    const { id: about } = await aClosedCase(app)
    expect(await acts(app, { form: 'legal-hold', about, answers: { hold: 'placed' } })).toMatchObject({
      kind: 'problems',
      problems: [{ question: 'reason', rule: 'missing' }],
    })
    await acts(app, { form: 'legal-hold', about, answers: { hold: 'placed', reason: 'llys' } })
    app.setNow('2040-01-01T09:00:00.000Z')
    expect((await eraseDue(app)).erased).toEqual([])

    await acts(app, { form: 'legal-hold', about, answers: { hold: 'lifted', reason: 'wedi gorffen' } })

    expect((await eraseDue(app)).erased).toHaveLength(1)
  })

  test('that comes back with an older copy is erased again', async () => {
    const [app, older] = [await makeTestApp(), await makeTestApp()]
    const { id } = await aClosedCase(app)
    app.setNow('2033-01-01T09:00:00.000Z')
    await eraseDue(app)
    const erasures = await listErased(app)
    // The older copy has the same thing, whole.
    const { id: there } = await aClosedCase(older)
    const replayed = erasures.map((erasure) => (erasure.record === id ? { ...erasure, record: there } : erasure))

    expect(await eraseAgain(older, replayed)).toBe(1)
    expect(await eraseAgain(older, replayed)).toBe(0)
    expect((await rowsOf(older)).envelopes).toBe(0)
  })
})

describe('a complaint', () => {
  test('is kept for three years after its answer', async () => {
    const app = await makeTestApp()
    const { id: about } = await arrives(app, 'feedback')
    await acts(app, {
      form: 'feedback-answer',
      about,
      roles: ['complaints-lead'],
      answers: { answeredAs: 'complaints-lead', outcome: 'upheld', whatWeDid: 'ymddiheuro' },
    })
    app.setNow('2029-11-01T12:00:00.000Z')
    expect(await listDue(app)).toEqual([])

    app.setNow('2029-11-02T12:00:00.000Z')

    expect(await listDue(app)).toMatchObject([{ kind: 'feedback', audience: 'complaints-lead' }])
  })
})

describe('an answerphone log', () => {
  test('is kept for its own time from the day it came', async () => {
    const app = await makeTestApp()
    await acts(app, {
      form: 'answerphone',
      answers: { occurredAt: '2026-11-02T08:00:00.000Z', subject: 'other', reply: 'waiting' },
    })
    app.setNow('2027-11-01T12:00:00.000Z')
    expect(await listDue(app)).toEqual([])

    app.setNow('2027-11-03T12:00:00.000Z')

    expect((await eraseDue(app)).erased).toMatchObject([{ kind: 'answerphone' }])
    expect((await eraseDue(app)).erased).toEqual([])
  })
})
