import type { Transaction } from 'kysely'
import type { Reader } from '#server/store/database.ts'
import type { Tables } from '#server/store/tables.ts'

/** A value that the server keeps for itself, by name. @returns undefined when it was never set. */
export async function findSetting(db: Reader, name: string): Promise<string | undefined> {
  return (await db.selectFrom('setting').select('value').where('name', '=', name).executeTakeFirst())?.value
}

/**
 * Keeps a value unless one of this name is there.
 *
 * @returns false when it was there: another process was first.
 */
export async function insertSetting(db: Reader, name: string, value: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('setting')
    .values({ name, value })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Keeps a value in place of the one that was there. */
export async function replaceSetting(db: Reader, name: string, value: string): Promise<void> {
  await db
    .insertInto('setting')
    .values({ name, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute()
}

/** Forgets a value. */
export async function deleteSetting(db: Reader, name: string): Promise<void> {
  await db.deleteFrom('setting').where('name', '=', name).execute()
}

/**
 * Makes other transactions that change the same thing wait until this one is over, on either database: what it then
 * reads stays true until it has written. To be called before anything is read.
 */
export async function oneAtATime(trx: Transaction<Tables>, what: string): Promise<void> {
  await replaceSetting(trx, `changing:${what}`, '')
}
