import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { readConfig } from '#server/config.ts'
import { ensureBuilt } from '#server/ensure-built.ts'
import { projectRoot } from '#server/project-root.ts'

/** The address every test server believes it has: the one that the demonstration is built for, whatever port it listens on. */
export const SITE_URL = 'http://localhost:4321'

/** What a test may set; everything else is the demonstration as `npm start` serves it, on a data folder of its own. */
export type ServerParts = {
  /** Absent: a new, empty folder. */
  readonly dataDir?: string
  /** Sends from one network in ten minutes; 0, the normal here, means no limit. */
  readonly sendLimit?: number
  /** Other settings, by name. */
  readonly settings?: Readonly<Record<string, string>>
  /** Options for Node itself, before the script: `--heapsnapshot-signal=SIGUSR2`. */
  readonly nodeOptions?: readonly string[]
}

/** A server that runs as it would for people: its own process, its own files. */
export type RealServer = {
  /** Where to ask: `http://127.0.0.1:<port>`. */
  readonly url: string
  readonly dataDir: string
  readonly pid: number
  /** Everything it has written so far, to both outputs. */
  readonly output: () => string
  /** The token of the one-time set-up link that it printed. */
  readonly setUpToken: () => string
  /** Ends it at once, as a power cut would. */
  readonly kill: () => Promise<void>
  /** Asks it to stop, waits until it has, and removes a data folder that was made for it. @returns its exit code. */
  readonly stop: () => Promise<number | null>
}

/** A machine that does much else at once starts a server slowly. */
const PATIENCE_MILLISECONDS = 240_000

/** Starts the real server on a free port and waits until it says that it can store. */
export async function startServer(parts: ServerParts = {}): Promise<RealServer> {
  await buildOnce()
  const dataDir = parts.dataDir ?? mkdtempSync(join(tmpdir(), 'llafar-real-'))
  const port = await freePort()
  const script = join(projectRoot, 'src', 'server', 'start.ts')
  const process_ = spawn(process.execPath, [...(parts.nodeOptions ?? []), script], {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: '/usr/bin:/bin',
      HOME: tmpdir(),
      PORT: String(port),
      DATA_DIR: dataDir,
      SITE_URL,
      SEND_LIMIT: String(parts.sendLimit ?? 0),
      ...parts.settings,
    },
  })
  let written = ''
  for (const stream of [process_.stdout, process_.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      written += text
    })
  const ended = new Promise<number | null>((resolve) => process_.once('close', resolve))
  const url = `http://127.0.0.1:${port}`
  await untilReady(process_, url, () => written)
  return {
    url,
    dataDir,
    pid: process_.pid ?? 0,
    output: () => written,
    setUpToken: () => /#(\S+)/.exec(written)?.[1] ?? '',
    kill: async () => {
      process_.kill('SIGKILL')
      await ended
    },
    stop: async () => {
      process_.kill('SIGTERM')
      const code = await ended
      if (!parts.dataDir) rmSync(dataDir, { recursive: true })
      return code
    },
  }
}

async function untilReady(process_: ChildProcess, url: string, written: () => string): Promise<void> {
  const deadline = Date.now() + PATIENCE_MILLISECONDS
  while (Date.now() < deadline) {
    if (process_.exitCode !== null) throw new Error(`the server ended before it was ready:\n${written()}`)
    const health = await fetch(`${url}/api/health`).catch(() => undefined)
    // The set-up link is printed last: once it is there, everything is.
    if (health?.ok && written().includes('Llafar:')) return
    await wait(25)
  }
  process_.kill('SIGKILL')
  throw new Error(`the server was not ready in time:\n${written()}`)
}

let built: Promise<void> | undefined

/** Builds the site if what is built is stale, once in this process. */
export function buildOnce(): Promise<void> {
  built ??= buildAlone()
  return built
}

/** One test file builds; the others, in processes of their own, wait for it. */
async function buildAlone(): Promise<void> {
  const name = createHash('sha256').update(projectRoot).digest('hex').slice(0, 12)
  const lock = join(tmpdir(), `llafar-building-${name}`)
  while (!takes(lock)) await wait(100)
  try {
    ensureBuilt(readConfig({ SITE_URL }))
  } finally {
    rmSync(lock)
  }
}

function takes(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    if (isLeftBehind(lock)) rmSync(lock, { force: true })
    return false
  }
}

/** By a run that was ended in the middle of a build: a build may take minutes where the machine is busy. */
function isLeftBehind(lock: string): boolean {
  try {
    const builder = Number(readFileSync(lock, 'utf8'))
    // Nothing stands there for the moment between making the file and writing to it.
    if (builder > 0) process.kill(builder, 0)
    return false
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH'
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/**
 * Lets a running server write nothing to any file, as a full disk would, until it is let again. The limit is
 * the kernel's (RLIMIT_FSIZE), so that it holds for root too.
 */
export function setDiskFull({ pid }: Pick<RealServer, 'pid'>, isFull: boolean): void {
  const { status, stderr } = spawnSync(
    'prlimit',
    ['--pid', String(pid), `--fsize=${isFull ? '0' : 'unlimited'}:unlimited`],
    {
      encoding: 'utf8',
    },
  )
  if (status !== 0) throw new Error(`prlimit (util-linux) could not fill the disk: ${stderr}`)
}
