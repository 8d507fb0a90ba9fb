import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { copyTables, type Digests, differences, digestTables, isEmpty } from '#server/store/copy-tables.ts'
import { type Database, type DatabasePlace, openDatabase } from '#server/store/database.ts'
import { migrate, migrationNames } from '#server/store/migrate.ts'
import { sqliteFile } from '#server/store/sqlite.ts'
import { findAnyDamage, finishCopy, isAlone, migrationsOf, vacuumInto } from '#server/store/sqlite-copy.ts'

/** Why a copy was not made or not taken. Nothing was changed. */
export class CopyError extends Error {
  override name = 'CopyError'
}

type Told = (table: string, rows: number) => void
const untold: Told = () => undefined

/**
 * Writes everything that a service has stored, as it is at one moment, into one new SQLite file, and looks whether
 * the file is whole. The service may be running. Who is signed in is left out.
 *
 * @throws CopyError when the file is there, or the copy is not as what it was made of.
 */
export async function backUp(place: DatabasePlace, to: string, told: Told = untold): Promise<void> {
  if (existsSync(to)) throw new CopyError(`${to} is there already: a backup is never written over.`)
  mkdirSync(dirname(to), { recursive: true, mode: 0o700 })
  if (place.databaseUrl) await copyOut(place, to, told)
  else vacuumInto(sqliteFile(place.dataDir), to)
  const damage = findAnyDamage(to)
  if (damage === undefined) return
  rmSync(to)
  throw new CopyError(`The backup was not as it should be (${damage}) and was taken away. The database may be damaged.`)
}

async function copyOut(place: DatabasePlace, to: string, told: Told): Promise<void> {
  const dataDir = mkdtempSync(join(dirname(to), '.unfinished-'))
  try {
    const source = openDatabase(place)
    try {
      await source.db
        .transaction()
        .setIsolationLevel('repeatable read')
        .setAccessMode('read only')
        .execute((from) => fill({ dataDir }, (target) => copyTables(from, target, told)))
    } finally {
      await source.db.destroy()
    }
    isAlone(sqliteFile(dataDir))
    finishCopy(sqliteFile(dataDir), to)
  } finally {
    rmSync(dataDir, { recursive: true })
  }
}

/**
 * Puts a backup in the place of nothing: into an empty PostgreSQL database, or a folder that has no SQLite file.
 *
 * @throws CopyError when the backup is damaged, made by a newer Llafar, or the place is not empty.
 */
export async function restore(from: string, place: DatabasePlace, told: Told = untold): Promise<Digests> {
  checkBackup(from)
  return place.databaseUrl ? copyIn(from, place, told) : putFile(from, place.dataDir)
}

/**
 * Copies the SQLite file of a data folder into an empty PostgreSQL database. Nobody else may have the file open.
 *
 * @throws CopyError when somebody has, the file is damaged, or the database is not empty.
 */
export async function move(dataDir: string, databaseUrl: string, told: Told = untold): Promise<Digests> {
  const file = sqliteFile(dataDir)
  if (!existsSync(file)) throw new CopyError(`There is no ${file} to move.`)
  if (!isAlone(file)) throw new CopyError(`${file} is in use. Stop Llafar first, then move.`)
  checkBackup(file)
  return copyIn(file, { databaseUrl, dataDir }, told)
}

function checkBackup(from: string): void {
  if (!existsSync(from)) throw new CopyError(`There is no ${from}.`)
  const damage = findAnyDamage(from)
  if (damage !== undefined) throw new CopyError(`${from} is damaged (${damage}). Take an earlier backup.`)
  const had = migrationsOf(from)
  if (!had) throw new CopyError(`${from} is no backup of Llafar.`)
  const unknown = had.find((name) => !migrationNames.includes(name))
  if (unknown !== undefined)
    throw new CopyError(`${from} was made by a newer Llafar (it has ${unknown}). Install that version first.`)
}

async function putFile(from: string, dataDir: string): Promise<Digests> {
  const file = sqliteFile(dataDir)
  if (existsSync(file)) throw new CopyError(`${file} is there already. Move it elsewhere and keep it, then restore.`)
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  vacuumInto(from, file)
  return withDatabase({ dataDir }, ({ db }) => digestTables(db))
}

/** A copy of the file is first brought up to date: the backup itself stays as it is. */
async function copyIn(from: string, place: DatabasePlace, told: Told): Promise<Digests> {
  const dataDir = mkdtempSync(join(dirname(from), '.restoring-'))
  try {
    copyFileSync(from, sqliteFile(dataDir))
    return await withDatabase({ dataDir }, ({ db }) => fill(place, (target) => copyTables(db, target, told)))
  } finally {
    rmSync(dataDir, { recursive: true })
  }
}

type Filling = (target: Parameters<typeof copyTables>[1]) => Promise<Digests>

/** Fills an empty database in one transaction, and takes it only when what it then holds is what was read. */
function fill(place: DatabasePlace, copy: Filling): Promise<Digests> {
  return withDatabase(place, async ({ db, type }) => {
    if (!(await isEmpty(db))) throw new CopyError('The database to fill is not empty. Make a new one, and start again.')
    return db.transaction().execute(async (trx) => {
      // A server that has only been started leaves settings behind; a copy brings its own.
      await trx.deleteFrom('setting').execute()
      const read = await copy({ trx, type })
      const differing = differences(read, await digestTables(trx))
      if (differing.length > 0) throw new CopyError(`What arrived is not what was read: ${differing.join(', ')}.`)
      return read
    })
  })
}

async function withDatabase<Result>(
  place: DatabasePlace,
  act: (opened: { db: Database; type: 'sqlite' | 'postgres' }) => Promise<Result>,
): Promise<Result> {
  const { db, type } = openDatabase(place)
  try {
    await migrate(db, type)
    return await act({ db, type })
  } finally {
    await db.destroy()
  }
}
