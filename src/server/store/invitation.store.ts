import type { Transaction } from 'kysely'
import { isRole, type Role } from '#domain/roles.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { Reader } from '#server/store/database.ts'
import type { InvitationTable, Tables } from '#server/store/tables.ts'

/** A one-time link, as stored: without its token. */
export type Invitation = {
  readonly id: string
  readonly kind: InvitationTable['kind']
  readonly roles: readonly Role[]
  readonly forStaff: string | undefined
  readonly createdAt: Instant
  readonly expiresAt: Instant
  readonly usedAt: Instant | undefined
}

/** Adds a one-time link. */
export async function insertInvitation(
  db: Reader,
  invitation: Omit<Invitation, 'usedAt'> & { readonly tokenMac: string; readonly createdBy: string | undefined },
): Promise<void> {
  await db
    .insertInto('invitation')
    .values({
      id: invitation.id,
      token_mac: invitation.tokenMac,
      kind: invitation.kind,
      roles: JSON.stringify(invitation.roles),
      for_staff: invitation.forStaff ?? null,
      created_at: invitation.createdAt,
      expires_at: invitation.expiresAt,
      used_at: null,
      created_by: invitation.createdBy ?? null,
    })
    .execute()
}

/** @returns undefined when no link has this token. */
export async function findInvitation(db: Reader, tokenMac: string): Promise<Invitation | undefined> {
  const row = await db.selectFrom('invitation').selectAll().where('token_mac', '=', tokenMac).executeTakeFirst()
  return row && toInvitation(row)
}

/** @returns undefined when the first set-up link has not been made. */
export async function findSetUpInvitation(db: Reader): Promise<Invitation | undefined> {
  const row = await db.selectFrom('invitation').selectAll().where('kind', '=', 'set-up').executeTakeFirst()
  return row && toInvitation(row)
}

/**
 * Uses a link up.
 *
 * @returns false when it was used or has expired since it was read.
 */
export async function useInvitation(trx: Transaction<Tables>, id: string, now: Instant): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('invitation')
    .set({ used_at: now })
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Ends the unused links made for a member. */
export async function endRenewalsOf(trx: Transaction<Tables>, staff: string): Promise<void> {
  await trx.deleteFrom('invitation').where('for_staff', '=', staff).where('used_at', 'is', null).execute()
}

function toInvitation(row: InvitationTable): Invitation {
  const roles: unknown = JSON.parse(row.roles)
  return {
    id: row.id,
    kind: row.kind,
    roles: Array.isArray(roles) ? roles.filter(isRole) : [],
    forStaff: row.for_staff ?? undefined,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    usedAt: row.used_at ?? undefined,
  }
}
