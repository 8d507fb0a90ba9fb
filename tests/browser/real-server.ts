import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/**
 * The address that the pages are built for and the browser is shown. It is the one of `npm start`, so that
 * both use the same build: the build is stamped with its address, and another one would build the site twice.
 * Nothing has to listen there: the browser is told to take it to the free port that its own server has.
 */
export const SITE_URL = 'http://localhost:4321'

/** The real server in a process of its own, as `npm start` runs it, with an empty database of its own. */
export type RealServer = {
  /** Where it listens, for asking without a browser. */
  readonly address: string
  readonly port: number
  readonly dataDir: string
  /** The process that runs now. */
  readonly processId: () => number | undefined
  /** Every line it has written, in order. */
  readonly lines: readonly string[]
  /** The one-time link for staff that it printed. */
  readonly setUpLink: () => string
  /** How many records of a form are stored. */
  readonly countRecords: (form: string) => number
  /** How many records have this answer in clear. */
  readonly countAnswers: (question: string, value: string) => number
  /** Stops it as an operating system does; what is stored stays. */
  readonly stop: () => Promise<void>
  /** Starts it again, at the same port and on the same database. */
  readonly start: () => Promise<void>
}

const LONGEST_START_MILLISECONDS = 240_000

/** What a test may have otherwise: another service, and flags for Node. */
export type ServerOptions = {
  readonly settings?: Readonly<Record<string, string>>
  readonly nodeFlags?: readonly string[]
}

/** Starts a server with a database of its own, and waits until it answers. */
export async function startRealServer({
  settings = {},
  nodeFlags = [],
}: ServerOptions = {}): Promise<RealServer & { readonly remove: () => Promise<void> }> {
  const port = await freePort()
  const dataDir = mkdtempSync(join(tmpdir(), 'llafar-browser-'))
  const address = `http://127.0.0.1:${port}`
  const lines: string[] = []
  let child: ChildProcess | undefined
  const start = async () => {
    child = spawn(process.execPath, [...nodeFlags, 'src/server/start.ts'], {
      env: { ...process.env, ...serverSettings({ port, dataDir }), ...settings },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => lines.push(...text.split('\n').filter(Boolean)))
    await answers(address, child, lines)
  }
  const stop = async () => {
    const stopping = child
    child = undefined
    if (!stopping || stopping.exitCode !== null) return
    const ended = new Promise((resolve) => stopping.once('exit', resolve))
    stopping.kill('SIGTERM')
    await ended
  }
  await start()
  return {
    address,
    port,
    processId: () => child?.pid,
    dataDir,
    lines,
    setUpLink: () => findSetUpLink(lines),
    countRecords: (form) => count(dataDir, 'select count(*) as n from record where form = ?', form),
    countAnswers: (question, value) =>
      count(dataDir, 'select count(*) as n from answer where question = ? and value = ?', question, value),
    start,
    stop,
    remove: async () => {
      await stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** The settings of a server for tests; whatever else is set outside stays out. */
export function serverSettings({ port, dataDir }: { readonly port: number; readonly dataDir: string }) {
  return {
    PORT: String(port),
    DATA_DIR: dataDir,
    SITE_URL,
    SERVICE: 'cymru-demo',
    HOST: '127.0.0.1',
    // One machine sends for hundreds of children here.
    SEND_LIMIT: '0',
    DATABASE_URL: '',
    APP_SECRET: '',
    SMTP_URL: '',
    NODE_ENV: 'production',
  }
}

async function answers(address: string, child: ChildProcess, lines: readonly string[]): Promise<void> {
  const until = Date.now() + LONGEST_START_MILLISECONDS
  while (Date.now() < until) {
    if (child.exitCode !== null) break
    const answer = await fetch(`${address}/api/health`).catch(() => undefined)
    if (answer?.ok && lines.some((line) => line.startsWith('Llafar: '))) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`the server did not start:\n${lines.join('\n')}`)
}

function findSetUpLink(lines: readonly string[]): string {
  const link = lines.map((line) => /One-time set-up link for staff: (\S+)/.exec(line)?.[1]).find(Boolean)
  if (!link) throw new Error('the server printed no set-up link')
  return link
}

function count(dataDir: string, query: string, ...parts: readonly string[]): number {
  const file = new DatabaseSync(join(dataDir, 'llafar.sqlite'), { readOnly: true })
  try {
    return Number(file.prepare(query).get(...parts)?.n)
  } finally {
    file.close()
  }
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const address = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  if (typeof address !== 'object' || !address) throw new Error('no free port')
  return address.port
}
