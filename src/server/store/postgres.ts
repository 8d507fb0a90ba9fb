import { PostgresDialect, type QueryExecutorProvider, sql } from 'kysely'
import pg from 'pg'

const MOST_CONNECTIONS = 10
/** How long a request waits for a connection before it is told that nothing was stored. */
const CONNECTION_MILLISECONDS = 5_000
/** A transaction that a dying process left open lets its rows go after this long. */
const ABANDONED_MILLISECONDS = 30_000

/** Opens a PostgreSQL database by its address. Nothing is asked of it yet. */
export function postgresDialect(connectionString: string, parts: Pick<pg.PoolConfig, 'options'> = {}): PostgresDialect {
  // Counts come back as text otherwise; ours never pass what a number holds.
  pg.types.setTypeParser(pg.types.builtins.INT8, Number)
  const pool = new pg.Pool({
    connectionString,
    max: MOST_CONNECTIONS,
    connectionTimeoutMillis: CONNECTION_MILLISECONDS,
    idle_in_transaction_session_timeout: ABANDONED_MILLISECONDS,
    keepAlive: true,
    ...parts,
  })
  // The database went away while a connection lay idle: the pool drops that one, and the next request meets the
  // fault, or the new database, itself. Without a listener the whole process would end.
  pool.on('error', () => undefined)
  return new PostgresDialect({ pool })
}

/** The oldest PostgreSQL that is still mended by its makers. */
const OLDEST_VERSION = 140_000

/**
 * What stands in the way of keeping the promise that an acknowledged form is on disk, in a sentence for whoever
 * runs the database.
 *
 * @returns undefined when nothing does.
 */
export async function unsafePostgres(db: QueryExecutorProvider): Promise<string | undefined> {
  const { rows } = await sql<{ version: number; fsync: string; commit: string; encoding: string; times: string }>`
    select current_setting('server_version_num')::int as version, current_setting('fsync') as fsync,
      current_setting('synchronous_commit') as commit, current_setting('server_encoding') as encoding,
      current_setting('track_commit_timestamp') as times`.execute(db)
  const [found] = rows
  if (!found) return 'PostgreSQL did not tell its settings.'
  if (found.version < OLDEST_VERSION) return 'PostgreSQL is older than 14. Update it and start again.'
  if (found.encoding !== 'UTF8')
    return 'The PostgreSQL database does not keep UTF-8. Make one with: create database llafar encoding UTF8 template template0'
  if (found.fsync !== 'on')
    return 'PostgreSQL runs with fsync off: a power cut could lose what was acknowledged. Set fsync = on.'
  if (found.commit === 'off')
    return 'PostgreSQL runs with synchronous_commit off: a power cut could lose what was acknowledged. Set synchronous_commit = on.'
  if (found.times === 'on')
    return 'PostgreSQL runs with track_commit_timestamp on: it would keep to the second when a survey without a time came. Set it off.'
  return undefined
}
