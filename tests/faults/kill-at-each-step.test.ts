import { randomUUID } from 'node:crypto'
import { existsSync, rmSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { beforeAll, expect, test } from 'vitest'
import { addHours, type Instant } from '#domain/time/instant.ts'
import { startClocked } from '../builders/clocked-server.ts'
import { type MailServer, startMailServer } from '../builders/mail-server.ts'
import type { RealServer } from '../builders/real-server.ts'
import { aSelfReferral, send } from '../builders/self-referral.ts'
import { putTo } from '../builders/server-clock.ts'
import { stored } from '../builders/stored.ts'
import { meddle } from '../builders/system-calls.ts'
import { newDatabase } from '../builders/test-database.ts'

/**
 * What leaves the process while an urgent referral is taken, answered and told to staff: to the disk, to PostgreSQL,
 * to the sender, to the mail server, to the log. Before each of these calls, one after another, the server is killed.
 */
const calls = ['pwrite64', 'fsync', 'connect', 'write', 'writev', 'close']
/** A claim on a notice holds for two minutes; after a kill the clock is put past it. */
const PAST_A_CLAIM_HOURS = 0.1

const place = await newDatabase()
const keys: string[] = []
const told = new Map<string, string>()
const differs: string[] = []
const kills = new Map<string, number>()
let now = '2026-11-23T12:00:00.000Z' as Instant
let mail: MailServer

const body = JSON.stringify(aSelfReferral({ answers: { name: 'Gŵen', contactMethods: ['come-back'], urgent: 'very' } }))

/** Sends under a key. @returns false when the server was killed before its answer came. */
async function sendUnder(server: RealServer, key: string): Promise<boolean> {
  try {
    const response = await send(server.url, { key, body })
    const answer = `${response.status} ${await response.text()}`
    if (told.get(key) !== undefined && told.get(key) !== answer) differs.push(key)
    told.set(key, answer)
    return true
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}

const undone = () => stored(place, 'select id from outbox where done_at is null')

/** Waits until staff have been told of everything, or the server is gone. @returns whether they have. */
async function isAllTold(server: RealServer): Promise<boolean> {
  while (existsSync(`/proc/${server.pid}`)) {
    if ((await undone()).length === 0) return true
    await wait(20)
  }
  return false
}

/** Starts a server after the last one, and lets it do what that one left: what was not acknowledged is sent again. */
async function startAfter(): Promise<RealServer> {
  now = addHours(now, PAST_A_CLAIM_HOURS)
  putTo(place, now)
  const server = await startClocked({ place, mail, moment: now })
  const last = keys.at(-1)
  if (last) expect(await sendUnder(server, last)).toBe(true)
  expect(await isAllTold(server)).toBe(true)
  return server
}

/** Sends one referral, and kills the server before the so-manieth such call. @returns whether it came so far. */
async function killBefore(call: string, turn: number): Promise<boolean> {
  const server = await startAfter()
  const meddling = await meddle(server.pid, '-e', `inject=${call}:signal=SIGKILL:when=${turn}`)
  const key = randomUUID()
  keys.push(key)
  const isWhole = (await sendUnder(server, key)) && (await isAllTold(server))
  await meddling.stop()
  await server.kill()
  return !isWhole
}

beforeAll(async () => {
  mail = await startMailServer()
  for (const call of calls) {
    let turn = 1
    while (await killBefore(call, turn)) turn += 1
    kills.set(call, turn - 1)
  }
  const last = await startAfter()
  await last.stop()
  process.stdout.write(
    `${place.databaseUrl ? 'PostgreSQL' : 'SQLite'}, killed before ${[...kills].map(([call, n]) => `${call} (${n})`).join(', ')}: ` +
      `${keys.length} referrals, ${mail.kept.length} mails of ${new Set(mail.kept).size} notices.\n`,
  )
  return async () => {
    await mail.close()
    rmSync(place.dataDir, { recursive: true })
  }
}, 1_800_000)

test('each step was there to be killed at, or this test has shown nothing', () => {
  for (const call of [place.databaseUrl ? 'write' : 'fsync', 'connect']) expect(kills.get(call)).toBeGreaterThan(0)
})

test('every referral is there once, and was told alike however often it was sent', async () => {
  const references = (await stored<{ reference: string }>(place, 'select reference from record')).map(
    (row) => row.reference,
  )

  expect(differs).toEqual([])
  expect(references.length).toBe(keys.length)
  expect(
    keys.filter((key) => {
      const answer = told.get(key) ?? ''
      const { reference } = JSON.parse(answer.slice(4)) as { reference: string }
      return !answer.startsWith('201') || references.filter((each) => each === reference).length !== 1
    }),
  ).toEqual([])
})

test('each has its envelope and its notice; no notice is lost, and a repeat is the same mail under the same name', async () => {
  const ids = (await stored<{ id: string }>(place, 'select id from outbox')).map(({ id }) => id)

  expect((await stored(place, 'select record from envelope')).length).toBe(keys.length)
  expect(ids.length).toBe(keys.length)
  expect(await undone()).toEqual([])
  expect([...new Set(mail.kept)].sort()).toEqual(ids.toSorted())
})
