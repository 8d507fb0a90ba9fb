import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { deskInWorker } from '#server/reports/desk-in-worker.ts'
import { isNotMade } from '#server/reports/report-desk.ts'
import { openForReading } from '#server/store/database.ts'
import { recorded } from '../../builders/closed-case.ts'
import { arrives } from '../../builders/desk.ts'
import { makeTestApp } from '../../builders/test-app.ts'

const quarter = '2026-27-q3'
const byAuthority = { level: 'authority' } as const

async function appWithCase() {
  const app = await makeTestApp({ now: '2026-10-01T09:00:00Z' })
  const { id } = await arrives(app, 'self-referral', { authority: 'gwent' })
  await recorded(app, 'screening', id, { decision: 'accepted', priority: 'usual' })
  await recorded(app, 'contact', id, { outcome: 'reached', method: 'call' })
  app.setNow('2027-02-15T12:00:00Z')
  return app
}

// A worker reads every module of a report anew: on a busy machine that takes a while.
describe('a report counted beside the server', { timeout: 60_000 }, () => {
  test('is the one that would have been counted in it', async () => {
    const app = await appWithCase()
    const desk = deskInWorker({ place: app.config, service: app.service, now: app.now })
    onTestFinished(() => desk.stop())

    expect(await desk.build(quarter, byAuthority)).toEqual(await app.reports.build(quarter, byAuthority))
    expect(await desk.buildPublic(quarter, {})).toEqual(await app.reports.buildPublic(quarter, {}))
  })

  test('is counted once for all who ask at the same time', async () => {
    const app = await appWithCase()
    const desk = deskInWorker({ place: app.config, service: app.service, now: app.now })
    onTestFinished(() => desk.stop())

    const [one, other, another] = await Promise.all([
      desk.build(quarter, byAuthority),
      desk.build(quarter, byAuthority),
      desk.build('2026-27', byAuthority),
    ])

    expect(other).toBe(one)
    expect(another?.period.id).toBe('2026-27')
  })

  test('is counted on a connection that can write nothing', async () => {
    const app = await appWithCase()
    const db = openForReading(app.config)
    onTestFinished(() => db.destroy())

    await expect(db.deleteFrom('record').execute()).rejects.toThrow(/read-?only/i)
    expect(await db.selectFrom('record').select('id').execute()).toHaveLength(3)
  })

  test('that cannot be counted is answered all the same', async () => {
    const { service, now } = await makeTestApp()
    const nowhere = { databaseUrl: undefined, dataDir: join(mkdtempSync(join(tmpdir(), 'llafar-test-')), 'nowhere') }
    const desk = deskInWorker({ place: nowhere, service, now })
    onTestFinished(() => desk.stop())

    await expect(desk.build(quarter, byAuthority)).rejects.toSatisfy(isNotMade)
  })

  test('keeps nobody waiting when the server stops', async () => {
    const app = await appWithCase()
    const desk = deskInWorker({ place: app.config, service: app.service, now: app.now })
    const asked = expect(desk.build(quarter, byAuthority)).rejects.toSatisfy(isNotMade)

    await desk.stop()

    await asked
    await expect(desk.build(quarter, byAuthority)).rejects.toSatisfy(isNotMade)
  })
})
