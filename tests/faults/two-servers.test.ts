import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type MailServer, startMailServer } from '../builders/mail-server.ts'
import { type RealServer, startServer } from '../builders/real-server.ts'
import { aSelfReferral, send } from '../builders/self-referral.ts'
import { settingsFor, stored } from '../builders/stored.ts'
import { newDatabase } from '../builders/test-database.ts'

/** Two processes on one database: on PostgreSQL as many would serve it, on SQLite because somebody starts it twice. */
const place = await newDatabase()
const body = JSON.stringify(aSelfReferral({ answers: { name: 'Gŵen', contactMethods: ['come-back'], urgent: 'very' } }))
let servers: RealServer[]
let mail: MailServer

beforeAll(async () => {
  mail = await startMailServer()
  const settings = { ...settingsFor(place), SMTP_URL: mail.url, NOTIFY_TO: 'team@eiriolaeth.example' }
  const start = () => startServer({ dataDir: place.dataDir, settings })
  // SQLite is made by one process; a second that starts in the same moment is refused.
  servers = place.databaseUrl ? await Promise.all([start(), start()]) : [await start(), await start()]
}, 600_000)
afterAll(async () => {
  await Promise.all((servers ?? []).map((server) => server.stop()))
  await mail?.close()
})

const count = async (what: string) =>
  Number((await stored<{ n: number }>(place, `select count(*) as n from ${what}`))[0]?.n)

test('two servers that start together print one link', () => {
  expect(new Set(servers.map((server) => server.setUpToken())).size).toBe(1)
})

test('each key that goes to both at once is one referral, told alike by both', async () => {
  const keys = Array.from({ length: 20 }, () => randomUUID())

  const told = await Promise.all(
    keys.map((key) =>
      Promise.all(
        servers.map(async (server) => {
          const answer = await send(server.url, { key, body })
          return `${answer.status} ${await answer.text()}`
        }),
      ),
    ),
  )

  expect(told.filter(([one, other]) => one !== other || !one?.startsWith('201'))).toEqual([])
  expect([await count('record'), await count('envelope')]).toEqual([keys.length, keys.length])
}, 60_000)

test('no notice is left, and no mail came twice', async () => {
  await expect.poll(() => count('outbox where done_at is null'), { timeout: 30_000 }).toBe(0)
  expect(mail.kept).toEqual([...new Set(mail.kept)])
}, 60_000)
