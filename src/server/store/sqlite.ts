import { mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync, type StatementSync } from 'node:sqlite'
import { SqliteDialect } from 'kysely'

/** The SQLite file in a data folder. */
export function sqliteFile(dataDir: string): string {
  return join(dataDir, 'llafar.sqlite')
}

/** A larger file is looked through by `backup` alone: a start must not wait for minutes. */
const LOOKED_THROUGH_BYTES = 256 * 1024 * 1024

/**
 * Looks through the file for damage, as a disk that fails or a copy broken off leaves it.
 *
 * @returns what is wrong, in SQLite's words, which quote nothing that is stored; undefined when it is whole or not
 * there yet.
 */
export function findDamage(dataDir: string): string | undefined {
  const path = sqliteFile(dataDir)
  const size = statSync(path, { throwIfNoEntry: false })?.size
  if (size === undefined || size === 0) return undefined
  let file: DatabaseSync | undefined
  try {
    file = new DatabaseSync(path)
    // Reading the schema shows a file that is none at all, whatever its size.
    file.prepare('select count(*) from sqlite_schema').get()
    if (size > LOOKED_THROUGH_BYTES) return undefined
    const found = Object.values(file.prepare('pragma quick_check(1)').get() ?? {})[0]
    return found === 'ok' ? undefined : String(found)
  } catch (error) {
    return isDamage(error) ? error.errstr : undefined
  } finally {
    file?.close()
  }
}

const CORRUPT = 11
const NOT_A_DATABASE = 26

function isDamage(error: unknown): error is Error & { readonly errstr: string } {
  if (!(error instanceof Error && 'errcode' in error && 'errstr' in error)) return false
  const primary = Number(error.errcode) & 0xff
  return primary === CORRUPT || primary === NOT_A_DATABASE
}

/** Opens the SQLite file in the data folder, made if need be. */
export function sqliteDialect(dataDir: string): SqliteDialect {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const file = new DatabaseSync(sqliteFile(dataDir))
  // FULL: an answer is given only after the commit is on disk. secure_delete: an erased row leaves no bytes.
  file.exec(
    'pragma journal_mode = WAL; pragma synchronous = FULL; pragma foreign_keys = ON;' +
      'pragma busy_timeout = 5000; pragma secure_delete = ON;',
  )
  return new SqliteDialect({ database: toKyselyShape(file) })
}

/** Of a larger file the rest is read as any other. */
const MAPPED_BYTES = 2 * 1024 ** 3

/** Opens the SQLite file that is in the data folder beside whoever writes to it: it waits for nobody, and nobody for it. */
export function sqliteReadingDialect(dataDir: string): SqliteDialect {
  const file = new DatabaseSync(sqliteFile(dataDir), { readOnly: true })
  // Read where the system already holds it: counting over many records is a quarter faster than through copies.
  file.exec(`pragma busy_timeout = 5000; pragma cache_size = -65536; pragma mmap_size = ${MAPPED_BYTES}`)
  return new SqliteDialect({ database: toKyselyShape(file) })
}

type SqliteValue = null | number | bigint | string | Uint8Array

/** Kysely expects the shape of better-sqlite3; the built-in module differs by this much. */
function toKyselyShape(file: DatabaseSync) {
  const prepare = keepingStatements(file)
  return {
    prepare(sql: string) {
      // At once, not at the first write: a transaction that has read and then finds that another process has written
      // meanwhile (a command beside the server) is refused by SQLite, however long it would wait.
      const statement = prepare(sql === 'begin' ? 'begin immediate' : sql)
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

/** More different statements than sending and the inbox use; lists of many lengths come and go beyond it. */
const MOST_STATEMENTS = 200

/** Keeps what was prepared: preparing costs as much as a small insert does. */
function keepingStatements(file: DatabaseSync): (sql: string) => StatementSync {
  const kept = new Map<string, StatementSync>()
  return (sql) => {
    const known = kept.get(sql)
    if (known) return known
    const statement = file.prepare(sql)
    if (kept.size >= MOST_STATEMENTS) kept.clear()
    kept.set(sql, statement)
    return statement
  }
}
