import { closeSync, copyFileSync, mkdtempSync, openSync, readdirSync, readFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, inject, test } from 'vitest'
import { sqliteFile } from '#server/store/sqlite.ts'
import { llafar } from '../builders/llafar-command.ts'
import { openEnvelope, waitingKeys } from '../builders/opened-envelopes.ts'
import { type RealServer, startServer } from '../builders/real-server.ts'
import { aSelfReferral, send } from '../builders/self-referral.ts'
import { meddle } from '../builders/system-calls.ts'

const newFolder = () => mkdtempSync(join(tmpdir(), 'llafar-damage-'))

/** A server with one referral in it. @returns its reference too. */
async function aServer(): Promise<{ readonly server: RealServer; readonly reference: string }> {
  const server = await startServer({ dataDir: newFolder() })
  const body = JSON.stringify(aSelfReferral({ answers: { name: 'Gŵen', contactMethods: ['come-back'] } }))
  const { reference } = (await (await send(server.url, { body })).json()) as { reference: string }
  return { server, reference }
}

if (inject('postgresUrl') !== undefined)
  describe('a damaged SQLite file', () => test('is tried in the other run', () => undefined))
else {
  describe('a SQLite file that is damaged', () => {
    test('is found at start, which says what to do; last night’s backup is restored and opens with the paper key', async () => {
      const { server, reference } = await aServer()
      const { recovery } = await waitingKeys(server)
      const backups = newFolder()
      const backup = llafar({ DATA_DIR: server.dataDir }, 'backup', '--to', backups)
      await server.stop()
      damage(sqliteFile(server.dataDir))

      const start = await startServer({ dataDir: server.dataDir }).then(
        () => 'it started',
        (error: Error) => error.message,
      )
      const restored = newFolder()
      copyFileSync(join(server.dataDir, 'app-secret'), join(restored, 'app-secret'))
      const [file = ''] = readdirSync(backups)
      const restore = llafar({ DATA_DIR: restored }, 'restore', '--from', join(backups, file))
      const drill = newFolder()
      const exported = llafar({ DATA_DIR: restored }, 'export', '--to', drill, '--reference', reference)
      const [envelope = ''] = readdirSync(drill)

      expect([backup.status, backup.stdout]).toEqual([0, expect.stringContaining('found whole')])
      expect(start).toMatch(/is damaged.*restore the last backup/s)
      expect([restore.status, restore.stdout]).toEqual([0, expect.stringContaining('Restored')])
      expect([exported.status, await openEnvelope(readFileSync(join(drill, envelope)), recovery)]).toEqual([
        0,
        expect.stringContaining('"name":"Gŵen"'),
      ])
    }, 600_000)

    test('under another secret is not served', async () => {
      const { server } = await aServer()
      await server.stop()

      const start = await startServer({
        dataDir: server.dataDir,
        settings: { APP_SECRET: 'another secret of thirty-two characters' },
      }).then(
        () => 'it started',
        (error: Error) => error.message,
      )

      expect(start).toMatch(/APP_SECRET .* is not the one/)
    }, 600_000)
  })

  describe('an answer', () => {
    test('leaves only after its bytes are on the disk: fsync, then write to the line', async () => {
      const { server } = await aServer()
      const trace = join(newFolder(), 'trace')
      const followed = 'trace=fsync,fdatasync,pwrite64,write,writev'
      const tracing = await meddle(server.pid, '-f', '-s', '40', '-e', followed, '-o', trace)
      const response = await send(server.url)
      await tracing.stop()
      await server.stop()

      const calls = readFileSync(trace, 'utf8')
      const answered = calls.indexOf('HTTP/1.1 201')
      expect([response.status, answered > 0]).toEqual([201, true])
      // The write-ahead log is written, then synced, and only then does the answer go.
      expect(calls.slice(0, answered)).toMatch(/pwrite64\([^\n]*\n[\s\S]*f(data)?sync\(\d+\)\s+= 0/)
    }, 600_000)
  })
}

function damage(path: string): void {
  const file = openSync(path, 'r+')
  for (let page = 1; page < 40; page += 1) writeSync(file, Buffer.alloc(900, 0xff), 0, 900, page * 4096 + 8)
  closeSync(file)
}
