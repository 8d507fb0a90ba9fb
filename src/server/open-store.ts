import { type Config, ConfigError } from '#server/config.ts'
import { type Database, type DatabaseType, openDatabase } from '#server/store/database.ts'
import { migrate } from '#server/store/migrate.ts'
import { unsafePostgres } from '#server/store/postgres.ts'
import { findDamage, sqliteFile } from '#server/store/sqlite.ts'

type Where = Pick<Config, 'databaseUrl' | 'dataDir'>

/**
 * Opens the database of the settings, looks whether it can be trusted with what is acknowledged, and brings its
 * tables up to date.
 *
 * @throws ConfigError with a sentence that says what to do: nothing answers, it is damaged, it could lose commits.
 */
export async function openStore(where: Where): Promise<{ readonly db: Database; readonly type: DatabaseType }> {
  if (!where.databaseUrl) refuseDamaged(where.dataDir)
  const { db, type } = orSay(where, () => openDatabase(where))
  try {
    const unsafe = type === 'postgres' ? await unsafePostgres(db) : undefined
    if (unsafe) throw new ConfigError(unsafe)
    await migrate(db, type)
    return { db, type }
  } catch (error) {
    await db.destroy().catch(() => undefined)
    throw error instanceof ConfigError ? error : said(where, error)
  }
}

function refuseDamaged(dataDir: string): void {
  const damage = findDamage(dataDir)
  if (damage === undefined) return
  throw new ConfigError(
    `The database file ${sqliteFile(dataDir)} is damaged (${damage}). Nothing was changed. ` +
      'Move it and its -wal and -shm files elsewhere, keep them, and restore the last backup: ' +
      'npm run llafar -- restore --from <backup>. See docs/runbook.md, "The database is damaged".',
  )
}

function orSay<Result>(where: Where, act: () => Result): Result {
  try {
    return act()
  } catch (error) {
    throw said(where, error)
  }
}

/** A database's own message is left out: it may quote an address with a password in it. */
function said({ databaseUrl, dataDir }: Where, error: unknown): Error {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : undefined
  if (databaseUrl) {
    const what = code === undefined ? 'it did not answer in time' : code
    return new ConfigError(
      `The database of DATABASE_URL cannot be used (${what}). See that it runs, that this machine may reach it, ` +
        'that name and password are right and that this user may make tables; then start again.',
      { cause: error },
    )
  }
  return new ConfigError(
    `The folder DATA_DIR (${dataDir}) cannot be used (${reasonOf(error)}). See that it is there, that there is room ` +
      'on the disk, and that the user who runs Llafar may write to it; then start again.',
    { cause: error },
  )
}

/** SQLite's reasons are a fixed list ("disk I/O error", "database or disk is full") and quote nothing. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  return 'errstr' in error ? String(error.errstr) : 'code' in error ? String(error.code) : error.name
}
