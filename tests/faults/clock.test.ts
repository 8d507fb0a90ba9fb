import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startClocked } from '../builders/clocked-server.ts'
import { type MailServer, startMailServer } from '../builders/mail-server.ts'
import type { RealServer } from '../builders/real-server.ts'
import { aSelfReferral, askTrack, send } from '../builders/self-referral.ts'
import { putTo } from '../builders/server-clock.ts'
import { stored } from '../builders/stored.ts'
import { newDatabase } from '../builders/test-database.ts'

/**
 * A server whose clock is put forward by days and back behind its beginning while it runs, as a machine without a
 * battery or a wrong time server does it. What was acknowledged stays, nobody is shut out, and nobody is told twice.
 */
const MONDAY_NOON = '2026-11-23T12:00:00.000Z'
/** More than two rounds of the outbox. */
const ROUNDS = { timeout: 60_000, interval: 500 }

const place = await newDatabase()
const first = randomUUID()
let server: RealServer
let mail: MailServer
let told: string

beforeAll(async () => {
  mail = await startMailServer()
  server = await start()
}, 600_000)
afterAll(async () => {
  await server?.stop()
  await mail?.close()
  rmSync(place.dataDir, { recursive: true, force: true })
})

const start = () => startClocked({ place, mail, moment: MONDAY_NOON })

/** A server looks at what is due as it starts, and then every five minutes, for which no test waits. */
async function startAgain(): Promise<void> {
  await server.stop()
  server = await start()
}

/** Sends under a key; the same key is the same referral. */
async function sendUnder(key: string): Promise<string> {
  const body = JSON.stringify(aSelfReferral({ answers: { name: 'Gŵen', contactMethods: ['come-back'] } }))
  const answer = await send(server.url, { key, body })
  return `${answer.status} ${await answer.text()}`
}

async function expectTracked(answer: string): Promise<void> {
  const { trackingCode } = JSON.parse(answer.slice(4)) as { trackingCode: string }
  expect((await askTrack(server.url, { code: trackingCode })).status).toBe(200)
}

/** What was sent first is the same, and what is sent now comes on this day; both codes work. */
async function expectServedOn(day: string): Promise<void> {
  expect(await sendUnder(first)).toBe(told)
  await expectTracked(told)
  const now = await sendUnder(randomUUID())
  expect(now).toContain(`"receivedAt":"${day}`)
  await expectTracked(now)
}

async function count(kind: string, state = 'done_at is not null'): Promise<number> {
  const [row] = await stored<{ n: number }>(
    place,
    `select count(*) as n from outbox where kind = '${kind}' and ${state}`,
  )
  return Number(row?.n)
}

test('at noon on a Monday somebody sends, and staff are told on the quarter of an hour', async () => {
  told = await sendUnder(first)
  expect(told).toContain(`"receivedAt":"${MONDAY_NOON.slice(0, 16)}`)

  putTo(place, '2026-11-23T12:15:01.000Z')
  await expect.poll(() => count('new-referral'), ROUNDS).toBe(1)
}, 150_000)

test('four days later at once: it is the same referral, new ones are taken, and staff are told that it is late', async () => {
  putTo(place, '2026-11-27T12:20:00.000Z')

  await expectServedOn('2026-11-27')
  await startAgain()
  await expect.poll(() => count('unscreened', 'true'), ROUNDS).toBe(1)
  putTo(place, '2026-11-27T12:30:01.000Z')
  await expect.poll(() => count('unscreened'), ROUNDS).toBe(1)
  await expect.poll(() => count('new-referral'), ROUNDS).toBe(2)
}, 300_000)

test('six days back, behind its own beginning: nobody is shut out, and what is sent now is told of now', async () => {
  putTo(place, '2026-11-21T12:00:00.000Z')

  await expectServedOn('2026-11-21')
  putTo(place, '2026-11-21T12:15:01.000Z')
  await expect.poll(() => count('new-referral'), ROUNDS).toBe(3)
  expect((await fetch(`${server.url}/api/health`)).status).toBe(200)
}, 300_000)

test('forward again: what staff have been told of once they are not told of again', async () => {
  putTo(place, '2026-11-27T12:40:00.000Z')

  expect(await sendUnder(first)).toBe(told)
  await startAgain()
  // The one that came on the Saturday is late as well by now, which shows that the clocks were watched.
  await expect.poll(() => count('unscreened', 'true'), ROUNDS).toBe(2)
  putTo(place, '2026-11-27T12:45:01.000Z')
  await expect.poll(() => count('unscreened'), ROUNDS).toBe(2)
  expect(mail.kept).toEqual([...new Set(mail.kept)])
  expect(await stored(place, 'select id from outbox where done_at is null')).toEqual([])
}, 300_000)
