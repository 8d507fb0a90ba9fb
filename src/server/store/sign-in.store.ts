import { addHours, type Instant } from '#domain/time/instant.ts'
import { type Database, isUniqueViolation, type Reader } from '#server/store/database.ts'

/** Wrong passwords in a row for one account, and when the next try is let through. */
export type Wait = { readonly failures: number; readonly nextAt: Instant }

/** @returns undefined when the account has no wrong tries. */
export async function findWait(db: Reader, accountMac: string): Promise<Wait | undefined> {
  const row = await db
    .selectFrom('sign_in_wait')
    .select(['failures', 'next_at'])
    .where('account_mac', '=', accountMac)
    .executeTakeFirst()
  return row && { failures: row.failures, nextAt: row.next_at }
}

/**
 * Notes one more try, before the password is looked at.
 *
 * @returns false when another try got in between since `seen` was read: of two at once, one is refused.
 */
export async function noteTry(db: Database, accountMac: string, seen: Wait | undefined, next: Wait): Promise<boolean> {
  const values = { failures: next.failures, next_at: next.nextAt }
  if (seen === undefined) return inserted(db, { account_mac: accountMac, ...values })
  const { numUpdatedRows } = await db
    .updateTable('sign_in_wait')
    .set(values)
    .where('account_mac', '=', accountMac)
    .where('failures', '=', seen.failures)
    .where('next_at', '=', seen.nextAt)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

async function inserted(db: Database, row: { account_mac: string; failures: number; next_at: Instant }) {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('sign_in_wait')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Forgets the wrong tries of an account, and all that are older than a day. */
export async function forgetTries(db: Database, accountMac: string, now: Instant): Promise<void> {
  await db
    .deleteFrom('sign_in_wait')
    .where((eb) => eb.or([eb('account_mac', '=', accountMac), eb('next_at', '<', addHours(now, -24))]))
    .execute()
}

/**
 * Notes that a second-factor code was used.
 *
 * @returns false when it was used before.
 */
export async function useCode(db: Database, mac: string, now: Instant, expiresAt: Instant): Promise<boolean> {
  await db.deleteFrom('used_code').where('expires_at', '<', now).execute()
  try {
    await db.insertInto('used_code').values({ mac, expires_at: expiresAt }).execute()
    return true
  } catch (error) {
    if (isUniqueViolation(error)) return false
    throw error
  }
}

/** Notes that a session is in use. */
export async function touchSession(db: Database, id: string, now: Instant): Promise<void> {
  await db.updateTable('staff_session').set({ last_seen_at: now }).where('id', '=', id).execute()
}

/** Ends one session. */
export async function endSession(
  db: Database,
  by: { readonly id: string } | { readonly token: string },
): Promise<void> {
  const query = db.deleteFrom('staff_session')
  await ('id' in by ? query.where('id', '=', by.id) : query.where('token', '=', by.token)).execute()
}

/** Ends every session of a member, or only those in which the second factor was not passed. */
export async function endSessionsOf(db: Reader, staff: string, which: 'all' | 'half' = 'all'): Promise<void> {
  const query = db.deleteFrom('staff_session').where('user_id', '=', staff)
  await (which === 'all' ? query : query.where('second_factor_at', 'is', null)).execute()
}

const RATE_MILLISECONDS = 10 * 60_000

/** Forgets the tries by network that are older than any limit looks back. */
export async function forgetRates(db: Database, now: Instant): Promise<void> {
  await db
    .deleteFrom('sign_in_rate')
    .where('last_request', '<', Date.parse(now) - RATE_MILLISECONDS)
    .execute()
}
