import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { Agent } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { parseArgs } from 'node:util'
import { brotliCompressSync } from 'node:zlib'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { projectRoot } from '#server/project-root.ts'
import { seal } from '#server/sealing/seal.ts'
import { startPostgres } from '../tests/builders/postgres.ts'
import { startServer } from '../tests/builders/real-server.ts'
import { settingsFor } from '../tests/builders/stored.ts'
import { benchReports } from './bench/many-reports.ts'
import { SEALED, sendForm, UNSEALED } from './bench/send-form.ts'

/**
 * `npm run bench`: sending, side by side with bare fsynced inserts of the same bytes on the same disk, in one run, on
 * both databases. The server is a process of its own, as it is for people. `-- --records 100000` measures reports, lists
 * and sends over so many records instead.
 */
const ROUNDS = 300
const SENDS = 400
const AT_ONCE = [1, 10, 50, 200]

const { records } = parseArgs({ options: { records: { type: 'string' } } }).values
if (records !== undefined && !(Number(records) > 0)) throw new Error('Say how many records: --records 100000')

const dataDir = mkdtempSync(join(tmpdir(), 'llafar-bench-'))
try {
  await (records === undefined ? benchSending() : benchReports(Number(records), dataDir))
} finally {
  rmSync(dataDir, { recursive: true })
}

async function benchSending(): Promise<void> {
  const sealed = await benchSeal()
  const bare = benchBare(sealed.bytes)
  await benchDatabase('SQLite', undefined, bare)
  const postgres = await startPostgres()
  try {
    await benchDatabase('PostgreSQL', postgres.url, bare)
  } finally {
    await postgres.remove()
  }
  printBytes()
}

function print(name: string, milliseconds: readonly number[], perSecond: number, bare?: number): void {
  const sorted = [...milliseconds].sort((a, b) => a - b)
  const at = (share: number) => (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(2)
  const ratio = bare === undefined ? '' : `  1/${(bare / perSecond).toFixed(1)} of bare`
  process.stdout.write(
    `${name.padEnd(52)} p50 ${at(0.5)} ms  p99 ${at(0.99)} ms  max ${at(1)} ms  ${perSecond.toFixed(0)} a second${ratio}\n`,
  )
}

async function timed(work: () => Promise<unknown> | unknown): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

function perSecond(times: readonly number[]): number {
  return (times.length * 1000) / times.reduce((sum, time) => sum + time, 0)
}

async function benchSeal(): Promise<{ readonly bytes: Uint8Array }> {
  const recipient = await identityToRecipient(await generateX25519Identity())
  const times: number[] = []
  let bytes: Uint8Array = new Uint8Array()
  for (let round = 0; round < ROUNDS; round += 1)
    times.push(
      await timed(async () => {
        bytes = await seal({ current: recipient, recovery: recipient }, JSON.stringify({ name: 'Siân' }))
      }),
    )
  print('seal to two keys', times, perSecond(times))
  return { bytes }
}

/** @returns how many go in a second: what everything else is measured by. */
function benchBare(bytes: Uint8Array): number {
  const file = new DatabaseSync(join(dataDir, 'bare.sqlite'))
  file.exec('pragma journal_mode = WAL; pragma synchronous = FULL; create table bare (bytes blob)')
  const insert = file.prepare('insert into bare values (?)')
  const times = Array.from({ length: ROUNDS }, () => {
    const start = performance.now()
    insert.run(bytes)
    return performance.now() - start
  })
  file.close()
  print('bare fsynced insert of the same bytes', times, perSecond(times))
  return perSecond(times)
}

async function benchDatabase(name: string, databaseUrl: string | undefined, bare: number): Promise<void> {
  const started = performance.now()
  const server = await startServer({ settings: settingsFor({ databaseUrl, dataDir }) })
  process.stdout.write(`${name}: ready after ${((performance.now() - started) / 1000).toFixed(1)} s\n`)
  try {
    for (const form of [UNSEALED, SEALED])
      for (const atOnce of AT_ONCE) await benchSends(server.url, { name, form, atOnce, bare })
    const resident = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))?.[1]
    process.stdout.write(`${name}: ${Math.round(Number(resident) / 1024)} MiB resident\n`)
  } finally {
    await server.stop()
  }
}

type Load = { readonly name: string; readonly form: string; readonly atOnce: number; readonly bare: number }

async function benchSends(url: string, { name, form, atOnce, bare }: Load): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce })
  const times: number[] = []
  let left = SENDS
  const start = performance.now()
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (left > 0) {
        left -= 1
        times.push(await timed(() => sendForm(url, form, agent)))
      }
    }),
  )
  const rate = (times.length * 1000) / (performance.now() - start)
  agent.destroy()
  const what = form === SEALED ? 'sealed referral' : 'survey without words'
  print(`${name}, ${what}, ${atOnce} at once`, times, rate, bare)
}

function printBytes(): void {
  const client = join(projectRoot, 'dist', 'client')
  for (const name of readdirSync(client, { recursive: true, encoding: 'utf8' }).sort())
    if (name.endsWith('.html') || (name.startsWith('_astro/') && /\.(js|css)$/.test(name)))
      process.stdout.write(`${name.padEnd(60)} ${brotliCompressSync(readFileSync(join(client, name))).length} bytes\n`)
}
