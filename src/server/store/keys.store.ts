import type { Transaction } from 'kysely'
import type { Audience } from '#domain/audience.ts'
import type { AudienceKey, MemberKey, WrappedKey } from '#domain/keys/keyring.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { Reader } from '#server/store/database.ts'
import type { Tables } from '#server/store/tables.ts'

/**
 * The two public keys that envelopes for an audience are sealed to now.
 *
 * @returns undefined when nobody holds the audience's key yet: the service takes no forms for it.
 */
export async function currentRecipients(
  db: Reader,
  audience: Audience,
): Promise<{ readonly current: string; readonly recovery: string } | undefined> {
  const key = (await listAudienceKeys(db)).find((candidate) => candidate.audience === audience)
  return key && { current: key.recipient, recovery: key.recoveryRecipient }
}

/** The present pair of each audience that has one. */
export async function listAudienceKeys(db: Reader): Promise<readonly AudienceKey[]> {
  const rows = await db
    .selectFrom('audience_key')
    .selectAll()
    .where('retired_at', 'is', null)
    .orderBy('audience')
    .orderBy('generation')
    .execute()
  return rows.map((row) => ({
    audience: row.audience,
    generation: row.generation,
    recipient: row.recipient,
    recoveryRecipient: row.recovery_recipient,
    rotationDue: row.rotate_since !== null,
  }))
}

/** Adds a pair's public keys. @throws a unique violation when this generation is there. */
export async function insertAudienceKey(
  trx: Transaction<Tables>,
  key: Omit<AudienceKey, 'rotationDue'>,
  at: Instant,
): Promise<void> {
  await trx
    .insertInto('audience_key')
    .values({
      audience: key.audience,
      generation: key.generation,
      recipient: key.recipient,
      recovery_recipient: key.recoveryRecipient,
      created_at: at,
      rotate_since: null,
      retired_at: null,
    })
    .execute()
}

/**
 * Retires an audience's present pair: nothing more is sealed to it, and what was stays readable.
 *
 * @returns false when this generation is not the present one.
 */
export async function retireAudienceKey(
  trx: Transaction<Tables>,
  { audience, generation }: { readonly audience: Audience; readonly generation: number },
  at: Instant,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('audience_key')
    .set({ retired_at: at })
    .where('audience', '=', audience)
    .where('generation', '=', generation)
    .where('retired_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Notes that new pairs are due for these audiences, because somebody who held their keys has left. */
export async function askForRotation(
  trx: Transaction<Tables>,
  audiences: readonly Audience[],
  at: Instant,
): Promise<void> {
  if (audiences.length === 0) return
  await trx
    .updateTable('audience_key')
    .set({ rotate_since: at })
    .where('audience', 'in', audiences)
    .where('retired_at', 'is', null)
    .execute()
}

/** @returns undefined when the member has made no key yet. */
export async function findMemberKey(db: Reader, staff: string): Promise<MemberKey | undefined> {
  const row = await db.selectFrom('member_key').selectAll().where('staff', '=', staff).executeTakeFirst()
  return row && { recipient: row.recipient, wrappedIdentity: row.wrapped_identity }
}

/** Adds a member's own key. @throws a unique violation when they have one. */
export async function insertMemberKey(
  trx: Transaction<Tables>,
  staff: string,
  key: MemberKey,
  at: Instant,
): Promise<void> {
  await trx
    .insertInto('member_key')
    .values({ staff, recipient: key.recipient, wrapped_identity: key.wrappedIdentity, created_at: at })
    .execute()
}

/** Forgets a member's own key and everything wrapped for it. */
export async function deleteKeysOf(trx: Transaction<Tables>, staff: string): Promise<void> {
  await trx.deleteFrom('keyring').where('member', '=', staff).execute()
  await trx.deleteFrom('member_key').where('staff', '=', staff).execute()
}

/** The public key of every member who has made one. */
export async function listRecipients(db: Reader): Promise<ReadonlyMap<string, string>> {
  const rows = await db.selectFrom('member_key').select(['staff', 'recipient']).execute()
  return new Map(rows.map(({ staff, recipient }) => [staff, recipient]))
}

/** What is wrapped for one member, oldest pair first. */
export async function listKeyring(db: Reader, member: string): Promise<readonly WrappedKey[]> {
  return db
    .selectFrom('keyring')
    .select(['audience', 'generation', 'wrapped'])
    .where('member', '=', member)
    .orderBy('audience')
    .orderBy('generation')
    .execute()
}

/** The name under which changes of who holds a key wait for each other. */
export const HOLDERS = 'holders'

/** Who holds which key. */
export type Holding = { readonly audience: Audience; readonly generation: number; readonly member: string }

/** Every holding, without what is wrapped. */
export async function listHoldings(db: Reader): Promise<readonly Holding[]> {
  return db.selectFrom('keyring').select(['audience', 'generation', 'member']).execute()
}

/** Keeps a key wrapped for a member; one that is there stays as it is. */
export async function insertWrapped(trx: Transaction<Tables>, member: string, key: WrappedKey): Promise<void> {
  await trx
    .insertInto('keyring')
    .values({ member, audience: key.audience, generation: key.generation, wrapped: key.wrapped })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
