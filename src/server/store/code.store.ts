import type { Transaction } from 'kysely'
import type { Instant } from '#domain/time/instant.ts'
import type { Reader } from '#server/store/database.ts'
import type { CodeTable, Tables } from '#server/store/tables.ts'

/** Stores the MAC of a code or key. @throws a unique violation when it is there already. */
export async function insertCode(trx: Transaction<Tables>, code: CodeTable): Promise<void> {
  await trx.insertInto('code').values(code).execute()
}

/** @returns undefined for a wrong, unknown or erased code alike. */
export async function findCode(db: Reader, mac: string): Promise<CodeTable | undefined> {
  return db.selectFrom('code').selectAll().where('mac', '=', mac).executeTakeFirst()
}

/** Deletes every row that has had its time. @returns how many. */
export async function deleteExpiredCodes(db: Reader, now: Instant): Promise<number> {
  const { numDeletedRows } = await db.deleteFrom('code').where('expires_at', '<=', now).executeTakeFirst()
  return Number(numDeletedRows)
}
