import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { beforeAll, describe, expect, test } from 'vitest'
import { openInProcess, waitingKeysOf } from './opened-envelopes.ts'
import { type RealServer, startServer } from './real-server.ts'
import { aSelfReferral, send } from './self-referral.ts'
import { settingsFor, stored } from './stored.ts'
import { newDatabase, type TestDatabase } from './test-database.ts'

const SENDS_IN_A_BURST = 12
const LONGEST_BURST_MILLISECONDS = 120

/** What the sender was told. */
type Acknowledged = { readonly reference: string; readonly trackingCode: string; readonly receivedAt: string }

/** One referral to send, and what came back, if anything did. */
type Sending = { readonly key: string; readonly name: string; acknowledged: Acknowledged | undefined }

/** The same chance at every run. */
const seeded = (seed: number) => {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
const chance = seeded(20261122)

let place: TestDatabase
const all: Sending[] = []
const told: { differs: string[]; retried: number; wasThere: number } = { differs: [], retried: 0, wasThere: 0 }
let last: RealServer

/** Sends once. Nothing comes back when the server is killed meanwhile. */
async function deliver(server: RealServer, sending: Sending): Promise<void> {
  try {
    const body = JSON.stringify(aSelfReferral({ answers: { name: sending.name, contactMethods: ['come-back'] } }))
    const response = await send(server.url, { key: sending.key, body })
    if (response.status !== 201) return
    const { reference, trackingCode, receivedAt } = (await response.json()) as Acknowledged
    const now = { reference, trackingCode, receivedAt }
    if (sending.acknowledged && JSON.stringify(sending.acknowledged) !== JSON.stringify(now))
      told.differs.push(sending.key)
    sending.acknowledged ??= now
  } catch (error) {
    // The connection broke: whether it arrived, the sender cannot know.
    if (!(error instanceof TypeError || error instanceof SyntaxError)) throw error
  }
}

const count = async (what: string) =>
  Number((await stored<{ n: number }>(place, `select count(*) as n from ${what}`))[0]?.n)

/** Kills the server as soon as a commit is seen from outside: between the commit and its answer, or as near as can be. */
async function killAtCommit(server: RealServer): Promise<void> {
  const [before, until] = [await count('record'), performance.now() + 1_000]
  // Lets the requests leave first; then looks without a pause, so that little comes between.
  await wait(3)
  while ((await count('record')) === before && performance.now() < until);
  process.kill(server.pid, 'SIGKILL')
  await server.kill()
}

async function killAtRandom(server: RealServer): Promise<void> {
  await wait(chance() * LONGEST_BURST_MILLISECONDS)
  await server.kill()
}

/** Sends again all that was not acknowledged, as a page or a program does, with the same keys. */
async function retry(server: RealServer): Promise<void> {
  const waiting = all.filter(({ acknowledged }) => !acknowledged)
  const before = new Set(
    (await stored<{ received_at: string }>(place, 'select received_at from record')).map((row) => row.received_at),
  )
  await Promise.all(waiting.map((sending) => deliver(server, sending)))
  told.retried += waiting.length
  told.wasThere += waiting.filter(({ acknowledged }) => acknowledged && before.has(acknowledged.receivedAt)).length
}

/** Sends some again whose answer did come: it may have been lost on the way. */
async function sendAgain(server: RealServer): Promise<void> {
  await Promise.all(all.filter(() => chance() < 0.3).map((sending) => deliver(server, sending)))
}

async function burst(server: RealServer): Promise<void> {
  const sendings = Array.from({ length: SENDS_IN_A_BURST }, (_, index) => {
    const sending: Sending = { key: randomUUID(), name: `Siân ${all.length} ${index} ŵ`, acknowledged: undefined }
    all.push(sending)
    return sending
  })
  const delivered = sendings.map(async (sending) => {
    await wait(chance() * 40)
    await deliver(server, sending)
  })
  await (all.length % (2 * SENDS_IN_A_BURST) === 0 ? killAtCommit(server) : killAtRandom(server))
  await Promise.all(delivered)
}

const start = () => startServer({ dataDir: place.dataDir, settings: settingsFor(place) })

async function killAndStart(kills: number): Promise<void> {
  place = await newDatabase()
  for (let kill = 0; kill < kills; kill += 1) {
    const server = await start()
    await retry(server)
    await sendAgain(server)
    await burst(server)
  }
  last = await start()
  await retry(last)
  await sendAgain(last)
  process.stdout.write(
    `${place.databaseUrl ? 'PostgreSQL' : 'SQLite'}, ${kills} kills: ${all.length} referrals, ${told.retried} were sent again because no answer came, ${told.wasThere} of them had been stored.\n`,
  )
}

async function stopAll(): Promise<void> {
  await last.stop()
  rmSync(place.dataDir, { recursive: true })
}

/**
 * Kills a server again and again while many send, at random moments and at commits, and looks whether what was
 * acknowledged is there: none missing, none twice. Once in a test file.
 */
export function describeKills(kills: number): void {
  describe(`after ${kills} kills in the middle of sending`, () => {
    beforeAll(async () => {
      await killAndStart(kills)
      return stopAll
    }, 3_600_000)

    test('some answers had not come, or this test has shown nothing', () => {
      expect(told.retried).toBeGreaterThan(kills)
    })

    test('every referral has been acknowledged in the end', () => {
      expect(all.filter(({ acknowledged }) => !acknowledged)).toEqual([])
    })

    test('every acknowledged referral is there, exactly once', async () => {
      const references = (await stored<{ reference: string }>(place, 'select reference from record')).map(
        (row) => row.reference,
      )

      expect(
        all.filter(({ acknowledged }) => references.filter((each) => each === acknowledged?.reference).length !== 1),
      ).toEqual([])
    })

    test('no referral is there that nobody sent, and none twice', async () => {
      expect(await count('record')).toBe(all.length)
    })

    test('whoever sent again was told the same reference, moment and code', () => {
      expect(told.differs).toEqual([])
    })

    test('no two young people have the same reference or code', () => {
      const distinct = (name: 'reference' | 'trackingCode') =>
        new Set(all.map(({ acknowledged }) => acknowledged?.[name])).size

      expect([distinct('reference'), distinct('trackingCode')]).toEqual([all.length, all.length])
    })

    test('each has its envelope, its code and its notice: all of it, or none', async () => {
      const counts = await Promise.all(
        ['envelope', 'outbox', "code where kind = 'tracking'", "code where kind = 'idempotency'"].map(count),
      )

      expect(counts).toEqual([all.length, all.length, all.length, all.length])
    })

    test('each says inside what its sender wrote', async () => {
      const [waiting] = await stored<{ value: string }>(place, "select value from setting where name = 'waiting-keys'")
      const { current } = await waitingKeysOf(waiting?.value ?? '[]', last.setUpToken())
      const envelopes = await stored<{ reference: string; sealed: Uint8Array }>(
        place,
        'select reference, sealed from record join envelope on envelope.record = record.id',
      )
      const names = new Map<string, string>()
      for (const { reference, sealed } of envelopes)
        names.set(
          reference,
          (JSON.parse(await openInProcess(sealed, current)) as { answers: { name: string } }).answers.name,
        )

      expect(all.filter(({ acknowledged, name }) => names.get(acknowledged?.reference ?? '') !== name)).toEqual([])
    }, 60_000)

    test('the database is whole', async () => {
      if (place.databaseUrl === undefined)
        expect(await stored(place, 'pragma integrity_check')).toEqual([{ integrity_check: 'ok' }])
      // PostgreSQL looks at what it reads: everything is read.
      else expect((await stored(place, 'select * from record join envelope on record = id')).length).toBe(all.length)
    })
  })
}
