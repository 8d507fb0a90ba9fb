import { chmodSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { momentary } from '#server/store/copy-tables.ts'
import { toDisk } from '#server/to-disk.ts'

/**
 * Writes a SQLite file out anew, in the order of its keys, while it is in use: the copy is as the file was at one
 * moment. It has its name only when it is whole and on the disk.
 *
 * @throws when it could not be written; nothing of that name is there then.
 */
export function vacuumInto(from: string, to: string): void {
  const unfinished = `${to}.unfinished`
  rmSync(unfinished, { force: true })
  try {
    withFile(from, { readOnly: true }, (file) => file.prepare('vacuum into ?').run(unfinished))
    chmodSync(unfinished, 0o600)
    endSessions(unfinished)
    toDisk(unfinished)
    renameSync(unfinished, to)
    toDisk(dirname(to))
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw error
  }
}

/** Gives a finished copy its name, when all of it is on the disk. */
export function finishCopy(unfinished: string, to: string): void {
  chmodSync(unfinished, 0o600)
  toDisk(unfinished)
  renameSync(unfinished, to)
  toDisk(dirname(to))
}

/** A copy lets nobody in. Overwritten, not only taken out of the table. */
function endSessions(path: string): void {
  withFile(path, {}, (file) => {
    file.exec('pragma secure_delete = on; pragma journal_mode = delete')
    for (const table of momentary) file.exec(`delete from ${table}`)
  })
}

/**
 * Looks through a whole file, however large.
 *
 * @returns what is wrong with it, in SQLite's words; undefined when nothing is.
 */
export function findAnyDamage(path: string): string | undefined {
  try {
    return withFile(path, { readOnly: true }, (file) => {
      const found = Object.values(file.prepare('pragma integrity_check(1)').get() ?? {})[0]
      if (found !== 'ok') return String(found)
      return file.prepare('pragma foreign_key_check').get() ? 'a row refers to one that is not there' : undefined
    })
  } catch (error) {
    return error instanceof Error && 'errstr' in error ? String(error.errstr) : 'it cannot be read'
  }
}

/** The migrations that a file has had. @returns undefined when it is no database of Llafar. */
export function migrationsOf(path: string): readonly string[] | undefined {
  return withFile(path, { readOnly: true }, (file) => {
    const isOurs = file.prepare("select 1 from sqlite_schema where name = 'kysely_migration'").get()
    if (!isOurs) return undefined
    return file
      .prepare('select name from kysely_migration order by name')
      .all()
      .map(({ name }) => String(name))
  })
}

/** Tells whether no other process has the file open, and folds its write-ahead log into it. */
export function isAlone(path: string): boolean {
  return withFile(path, {}, (file) => {
    try {
      // SQLite leaves the write-ahead log only when nobody else is there.
      return Object.values(file.prepare('pragma journal_mode = delete').get() ?? {})[0] === 'delete'
    } catch (error) {
      if (error instanceof Error && 'errcode' in error && error.errcode === 5) return false
      throw error
    }
  })
}

function withFile<Result>(path: string, options: { readOnly?: boolean }, act: (file: DatabaseSync) => Result): Result {
  const file = new DatabaseSync(path, options)
  try {
    return act(file)
  } finally {
    file.close()
  }
}
