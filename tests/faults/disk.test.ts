import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { rows } from '../builders/opened-envelopes.ts'
import { type RealServer, startServer } from '../builders/real-server.ts'
import { send } from '../builders/self-referral.ts'
import { mountSmallDisk, type SmallDisk } from '../builders/small-disk.ts'
import { meddle } from '../builders/system-calls.ts'

/** More than go into a log that has been written before, for which a full disk still has room. */
const MOST_SENDS = 300

const healthOf = async (server: RealServer) => (await fetch(`${server.url}/api/health`)).status
const referencesOf = (server: RealServer) =>
  rows<{ reference: string }>(server, 'select reference from record order by reference').map((row) => row.reference)

/** Sends once. @returns the status, and the reference if it was acknowledged. */
async function sendOne(server: RealServer, key: string = randomUUID()) {
  const answer = await send(server.url, { key })
  const { reference } = (await answer.json()) as { reference?: string }
  return { status: answer.status, reference }
}

/** Sends until one is not taken. */
async function sendUntilRefused(server: RealServer) {
  const sent = []
  do sent.push(await sendOne(server))
  while (sent.at(-1)?.status === 201 && sent.length < MOST_SENDS)
  return sent
}

if (inject('postgresUrl') !== undefined)
  describe('a disk that fails', () => test('is tried in the other run', () => undefined))
else {
  describe.each([
    ['is full to its last byte', (disk: SmallDisk) => disk.fill(), (disk: SmallDisk) => disk.makeRoom()],
    ['can only be read', (disk: SmallDisk) => disk.breakDown(), (disk: SmallDisk) => disk.mountAgain()],
  ] as const)('a disk that %s', (_, fail, mend) => {
    let disk: SmallDisk
    let server: RealServer
    const acknowledged: (string | undefined)[] = []
    beforeAll(async () => {
      disk = mountSmallDisk(24)
      server = await startServer({ dataDir: disk.folder })
      acknowledged.push((await sendOne(server)).reference)
    }, 600_000)
    afterAll(async () => {
      await server?.kill()
      disk?.remove()
    })

    test('is answered with 503, health says so, pages are still there', async () => {
      fail(disk)
      const sent = await sendUntilRefused(server)
      acknowledged.push(...sent.flatMap(({ status, reference }) => (status === 201 ? [reference] : [])))

      expect(sent.at(-1)?.status).toBe(503)
      expect((await fetch(`${server.url}/cy`)).status).toBe(200)
      await expect.poll(() => healthOf(server), { timeout: 10_000 }).toBe(503)
    }, 600_000)

    test('has lost nothing that was acknowledged, and keeps nothing that was not, after a kill', async () => {
      await server.kill()
      mend(disk)
      server = await startServer({ dataDir: disk.folder })

      expect(referencesOf(server)).toEqual([...acknowledged].sort())
      expect([await healthOf(server), (await sendOne(server)).status]).toEqual([200, 201])
    }, 600_000)
  })

  describe('a disk', () => {
    let server: RealServer
    beforeAll(async () => {
      server = await startServer()
    }, 600_000)
    afterAll(() => server?.stop())

    test.each(['EIO', 'ENOSPC'])(
      'that says %s when asked to sync is answered with 503, and the same key is one referral after',
      async (error) => {
        const [key, before] = [randomUUID(), referencesOf(server).length]
        const meddling = await meddle(server.pid, '-e', `inject=fsync,fdatasync:error=${error}`)
        const failed = await sendOne(server, key)
        await meddling.stop()

        const again = [await sendOne(server, key), await sendOne(server, key)]

        expect([failed.status, ...again.map(({ status }) => status)]).toEqual([503, 201, 201])
        expect([again[0]?.reference === again[1]?.reference, referencesOf(server).length]).toEqual([true, before + 1])
      },
      60_000,
    )

    test('that is slow is waited for: nobody is told before it has said that all is there', async () => {
      const meddling = await meddle(server.pid, '-e', 'inject=fsync,fdatasync:delay_exit=700000')
      const begun = performance.now()
      const sent = await Promise.all([sendOne(server), sendOne(server), sendOne(server)])
      const took = performance.now() - begun
      await meddling.stop()

      expect(sent.map(({ status }) => status)).toEqual([201, 201, 201])
      expect(referencesOf(server)).toEqual(expect.arrayContaining(sent.map(({ reference }) => reference)))
      expect(took).toBeGreaterThan(700)
    }, 60_000)
  })
}
