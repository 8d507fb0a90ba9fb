import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { type Postgres, startPostgres } from '../builders/postgres.ts'
import { type RealServer, startServer } from '../builders/real-server.ts'
import { send } from '../builders/self-referral.ts'
import { settingsFor, stored } from '../builders/stored.ts'

/** Needs a PostgreSQL that it can take away, so one of its own; once, in the run that is about PostgreSQL. */
if (inject('postgresUrl') === undefined)
  describe('a PostgreSQL that goes', () => test('is tried in the other run', () => undefined))
else
  describe('a PostgreSQL that goes and comes back', () => {
    let postgres: Postgres
    let servers: RealServer[]
    const place = () => ({ databaseUrl: postgres.url, dataDir: '' })
    const count = async () => Number((await stored<{ n: string }>(place(), 'select count(*) as n from record'))[0]?.n)
    beforeAll(async () => {
      postgres = await startPostgres()
      const settings = settingsFor(place())
      // Two at once on an empty database: tables, link and keys are made once.
      servers = await Promise.all([startServer({ settings }), startServer({ settings })])
    }, 300_000)
    afterAll(async () => {
      for (const server of servers ?? []) await server.kill()
      await postgres?.remove()
    })

    test('two servers that started together have one link', () => {
      expect(new Set(servers.map((server) => server.setUpToken())).size).toBe(1)
    })

    test('one key at two servers is one referral', async () => {
      const key = randomUUID()
      const before = await count()

      const answers = await Promise.all(servers.map((server) => send(server.url, { key })))
      const told = await Promise.all(answers.map((answer) => answer.text()))

      expect([answers.map(({ status }) => status), new Set(told).size, await count()]).toEqual([
        [201, 201],
        1,
        before + 1,
      ])
    })

    test('is answered with 503 while it is away, by every server, and none of them ends', async () => {
      await postgres.stop()

      const answers = await Promise.all(servers.map((server) => send(server.url)))
      const pages = await Promise.all(servers.map((server) => fetch(`${server.url}/cy`)))

      expect([...answers, ...pages].map(({ status }) => status)).toEqual([503, 503, 200, 200])
      // Good news is kept for a second.
      for (const server of servers)
        await expect.poll(async () => (await fetch(`${server.url}/api/health`)).status, { timeout: 10_000 }).toBe(503)
    }, 60_000)

    test('is used again when it is back, and the same key is one referral', async () => {
      const key = randomUUID()
      await send(servers[0]?.url ?? '', { key })
      await postgres.start()
      const before = await count()

      const statuses = [
        (await send(servers[0]?.url ?? '', { key })).status,
        (await send(servers[1]?.url ?? '', { key })).status,
      ]

      expect([statuses, await count()]).toEqual([[201, 201], before + 1])
    }, 60_000)

    test('stopping gives the database back', async () => {
      expect(await Promise.all(servers.map((server) => server.stop()))).toEqual([0, 0])
    })
  })
