import { Kysely, SqliteAdapter, type Transaction } from 'kysely'
import { postgresDialect } from '#server/store/postgres.ts'
import { sqliteDialect, sqliteReadingDialect } from '#server/store/sqlite.ts'
import type { Tables } from '#server/store/tables.ts'

/** An open database. Inside `transaction()` pass the transaction on: SQLite has one connection. */
export type Database = Kysely<Tables>

/** Either the database or a transaction on it: for reading. */
export type Reader = Database | Transaction<Tables>

/** Which of the two databases is in use. */
export type DatabaseType = 'sqlite' | 'postgres'

/** Where a database is. */
export type DatabasePlace = { readonly databaseUrl?: string | undefined; readonly dataDir: string }

/** Opens PostgreSQL when an address is given, otherwise the SQLite file in the data folder. */
export function openDatabase({ databaseUrl, dataDir }: DatabasePlace): {
  readonly db: Database
  readonly type: DatabaseType
} {
  return databaseUrl
    ? { db: new Kysely<Tables>({ dialect: postgresDialect(databaseUrl) }), type: 'postgres' }
    : { db: new Kysely<Tables>({ dialect: sqliteDialect(dataDir) }), type: 'sqlite' }
}

/** Opens a database that is there, to read from it alone: the database itself refuses every write. */
export function openForReading({ databaseUrl, dataDir }: DatabasePlace): Database {
  const dialect = databaseUrl
    ? postgresDialect(databaseUrl, { options: '-c default_transaction_read_only=on' })
    : sqliteReadingDialect(dataDir)
  return new Kysely<Tables>({ dialect })
}

/** Tells whether a reader reads from SQLite, which works in this thread and answers at once. */
export function isSqlite(db: Reader): boolean {
  return db.getExecutor().adapter instanceof SqliteAdapter
}

/** Tells whether an error says that a row with this unique value is already there, on either database. */
export function isUniqueViolation(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false
  const { errcode, code } = error as { errcode?: unknown; code?: unknown }
  return errcode === 1555 || errcode === 2067 || code === '23505'
}
