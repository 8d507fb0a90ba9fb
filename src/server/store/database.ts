import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Kysely, PostgresDialect, SqliteDialect, type Transaction } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import pg from 'pg'
import * as firstTables from '#server/store/migrations/0001-first-tables.ts'
import * as notices from '#server/store/migrations/0002-notices.ts'
import type { Tables } from '#server/store/tables.ts'

/** An open database. Inside `transaction()` pass the transaction on: SQLite has one connection. */
export type Database = Kysely<Tables>

/** Either the database or a transaction on it: for reading. */
export type Reader = Database | Transaction<Tables>

/** Which of the two databases is in use. */
export type DatabaseType = 'sqlite' | 'postgres'

/** Opens PostgreSQL when an address is given, otherwise the SQLite file in the data folder. */
export function openDatabase(where: { readonly databaseUrl?: string | undefined; readonly dataDir: string }): {
  readonly db: Database
  readonly type: DatabaseType
} {
  return where.databaseUrl
    ? { db: openPostgres(where.databaseUrl), type: 'postgres' }
    : { db: openSqlite(where.dataDir), type: 'sqlite' }
}

function openPostgres(connectionString: string): Database {
  // Counts come back as text otherwise; ours never pass what a number holds.
  pg.types.setTypeParser(pg.types.builtins.INT8, Number)
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString, max: 10 }) }) })
}

function openSqlite(dataDir: string): Database {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const file = new DatabaseSync(join(dataDir, 'llafar.sqlite'))
  // FULL: an answer is given only after the commit is on disk. secure_delete: an erased row leaves no bytes.
  file.exec(
    'pragma journal_mode = WAL; pragma synchronous = FULL; pragma foreign_keys = ON;' +
      'pragma busy_timeout = 5000; pragma secure_delete = ON;',
  )
  return new Kysely<Tables>({ dialect: new SqliteDialect({ database: toKyselyShape(file) }) })
}

type SqliteValue = null | number | bigint | string | Uint8Array

/** Kysely expects the shape of better-sqlite3; the built-in module differs by this much. */
function toKyselyShape(file: DatabaseSync) {
  return {
    prepare(sql: string) {
      const statement = file.prepare(sql)
      return {
        reader: statement.columns().length > 0,
        all: (parameters: readonly unknown[]) => statement.all(...(parameters as SqliteValue[])),
        run: (parameters: readonly unknown[]) => statement.run(...(parameters as SqliteValue[])),
        iterate: (parameters: readonly unknown[]) =>
          statement.iterate(...(parameters as SqliteValue[])) as IterableIterator<unknown>,
      }
    },
    close: () => file.close(),
  }
}

const migrations: Record<string, Migration> = { '0001-first-tables': firstTables, '0002-notices': notices }

/**
 * Brings the tables up to date. Safe to run at every start and by several processes at once.
 *
 * @throws the first migration's error; the database is then as it was.
 */
export async function migrate(db: Database): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
  const { error } = await migrator.migrateToLatest()
  if (error) throw error
}

/** Tells whether an error says that a row with this unique value is already there, on either database. */
export function isUniqueViolation(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false
  const { errcode, code } = error as { errcode?: unknown; code?: unknown }
  return errcode === 1555 || errcode === 2067 || code === '23505'
}
