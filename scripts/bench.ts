import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { brotliCompressSync } from 'node:zlib'
import { projectRoot } from '#server/project-root.ts'
import { startPostgres } from '../tests/builders/postgres.ts'
import { buildOnce, startServer } from '../tests/builders/real-server.ts'
import { settingsFor } from '../tests/builders/stored.ts'
import { benchBare, benchSeal, benchStore } from './bench/bare.ts'
import { type Bare, print, say, timeOf } from './bench/lines.ts'
import { benchReports } from './bench/many-reports.ts'
import { benchSends, residentMebibytes, sendMany } from './bench/sends.ts'

/**
 * `npm run bench`: sending, side by side with bare fsynced inserts of the same bytes on the same disk, in one run, on
 * both databases. The server is a process of its own, as it is for people. `-- --records 100000` measures reports, lists
 * and sends over so many records instead.
 */
const { records } = parseArgs({ options: { records: { type: 'string' } } }).values
if (records !== undefined && !(Number(records) > 0)) throw new Error('Say how many records: --records 100000')

const dataDir = mkdtempSync(join(tmpdir(), 'llafar-bench-'))
try {
  await (records === undefined ? benchSending() : benchReports(Number(records), dataDir))
} finally {
  rmSync(dataDir, { recursive: true })
}

async function benchSending(): Promise<void> {
  await buildOnce()
  const envelope = await benchSeal()
  const bare = await benchBare(dataDir, envelope)
  await benchStore(dataDir, envelope, bare)
  const least = await benchBareServer(envelope.length, bare)
  await benchDatabase('SQLite', undefined, bare, least)
  const postgres = await startPostgres()
  try {
    await benchDatabase('PostgreSQL', postgres.url, bare, least)
  } finally {
    await postgres.remove()
  }
  printBytes()
}

/** Of the least server there could be. */
type Least = { readonly readyMilliseconds: number; readonly mebibytes: number }

async function benchBareServer(bytes: number, bare: Bare): Promise<Least> {
  const started = performance.now()
  const script = join(projectRoot, 'scripts', 'bench', 'bare-server.ts')
  const server = spawn(process.execPath, [script, join(dataDir, 'server.sqlite')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [port] = await once(server.stdout, 'data')
  const readyMilliseconds = performance.now() - started
  for (const atOnce of [1, 50])
    print(
      `a bare Node server, ${atOnce} at once`,
      await sendMany({ url: `http://127.0.0.1:${Number(port)}/`, body: 'x'.repeat(bytes), atOnce }),
      bare,
    )
  const mebibytes = residentMebibytes(server)
  say(`a bare Node server: ready after ${readyMilliseconds.toFixed(0)} ms, ${mebibytes} MiB resident`)
  server.kill()
  return { readyMilliseconds, mebibytes }
}

async function benchDatabase(name: string, databaseUrl: string | undefined, bare: Bare, least: Least): Promise<void> {
  const started = performance.now()
  const server = await startServer({
    dataDir: join(dataDir, name),
    settings: { ...settingsFor({ databaseUrl, dataDir }), MALLOC_ARENA_MAX: '2' },
    nodeOptions: ['--import', join(projectRoot, 'scripts', 'bench', 'watch-work.ts')],
  })
  const ready = performance.now() - started
  const page = async () => (await fetch(`${server.url}/cy`)).text()
  const [first, second] = [await timeOf(page), await timeOf(page)]
  say(
    `${name}: ready after ${ready.toFixed(0)} ms (${(ready / least.readyMilliseconds).toFixed(1)} of the bare server's), ` +
      `first page ${first.toFixed(1)} ms after that, the next ${second.toFixed(1)} ms`,
  )
  try {
    await benchSends(name, server, bare)
    const mebibytes = residentMebibytes(server)
    say(`${name}: ${mebibytes} MiB resident (${(mebibytes / least.mebibytes).toFixed(1)} of the bare server's)`)
  } finally {
    await server.stop()
  }
}

function printBytes(): void {
  const client = join(projectRoot, 'dist', 'client')
  for (const name of readdirSync(client, { recursive: true, encoding: 'utf8' }).sort())
    if (name.endsWith('.html') || (name.startsWith('_astro/') && /\.(js|css)$/.test(name)))
      say(`${name.padEnd(60)} ${brotliCompressSync(readFileSync(join(client, name))).length} bytes`)
}
