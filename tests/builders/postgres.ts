import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadPostgresPackage } from './postgres-package.ts'

/** A real PostgreSQL of the tests' own, with fsync on, in a folder that goes with it. */
export type Postgres = {
  /** The address of its first database, which stays empty: `postgresql://…/postgres`. */
  readonly url: string
  readonly dataDir: string
  /** Stops it as its keeper would: what is in flight is broken off. */
  readonly stop: () => Promise<void>
  /** Starts it again on the same port and folder. */
  readonly start: () => Promise<void>
  /** Stops it and removes its folder. */
  readonly remove: () => Promise<void>
}

const USER = 'llafar'
const PASSWORD = 'llafar'

/** Starts one on a free port. Takes about two seconds. As root it runs under the user `postgres`, made if need be. */
export async function startPostgres(): Promise<Postgres> {
  const dataDir = mkdtempSync(join(tmpdir(), 'llafar-postgres-'))
  chmodSync(dataDir, 0o755)
  const EmbeddedPostgres = await loadPostgresPackage(join(dataDir, 'programs'))
  const port = await freePort()
  const said: string[] = []
  const server = new EmbeddedPostgres({
    databaseDir: join(dataDir, 'db'),
    port,
    user: USER,
    password: PASSWORD,
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    // Not the byte order that SQLite sorts by, but a language's: what depends on the order of text shows itself.
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=en-GB'],
    postgresFlags: ['-c', 'max_connections=400', '-c', 'unix_socket_directories=', '-c', 'listen_addresses=127.0.0.1'],
    onLog: (line) => said.push(String(line)),
    onError: (line) => said.push(String(line)),
  })
  // The user `postgres` has to read what is written here, whatever the umask of whoever runs the tests.
  const umask = process.umask(0o022)
  try {
    await server.initialise()
    await server.start()
  } catch (error) {
    throw new Error(`PostgreSQL did not start:\n${said.slice(-20).join('')}`, { cause: error })
  } finally {
    process.umask(umask)
  }
  return {
    url: `postgresql://${USER}:${PASSWORD}@127.0.0.1:${port}/postgres`,
    dataDir,
    start: () => server.start(),
    stop: () => server.stop(),
    remove: async () => {
      await server.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
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
