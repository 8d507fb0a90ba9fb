import type { Transaction } from 'kysely'
import { isEasyPassword } from '#domain/easy-password.ts'
import type { Role } from '#domain/roles.ts'
import type { BetterAuth, SignInParts } from '#server/sign-in/better-auth.ts'
import { commonPasswords } from '#server/sign-in/common-passwords.ts'
import { isUniqueViolation } from '#server/store/database.ts'
import { findInvitation, type Invitation, useInvitation } from '#server/store/invitation.store.ts'
import { getStaffEmail, insertPassword, insertStaff, shutWayIn } from '#server/store/staff.store.ts'
import type { Tables } from '#server/store/tables.ts'

/** What somebody who follows a one-time link tells us. For a renewal only the password counts. */
export type NewMember = { readonly name: string; readonly email: string; readonly password: string }

/** Why a one-time link opens nothing. */
export type InvitationProblem = 'unknown' | 'used' | 'expired'

export type Accepted =
  | { readonly ok: true; readonly staff: string; readonly email: string; readonly roles: readonly Role[] }
  | {
      readonly ok: false
      readonly why: InvitationProblem | 'email-taken' | 'password-length' | 'password-easy' | 'not-named'
    }

export const PASSWORD_LENGTH = { fewest: 15, most: 128 } as const

/** The purpose under which the MAC of a link's token is kept. */
export const INVITATION_MAC = 'invitation'

/** Thrown inside the transaction so that nothing of it stays. */
class UsedMeanwhile extends Error {}

/**
 * Adds a member from an invitation or set-up link, or makes a member's way in anew from a renewal link.
 * The link is used up in the same transaction, so of two at once one is refused.
 */
export async function acceptInvitation(
  auth: BetterAuth,
  parts: SignInParts,
  token: string,
  member: NewMember,
): Promise<Accepted> {
  const invitation = await findInvitation(parts.db, parts.macs.of(INVITATION_MAC, token))
  const why = problemOf(invitation, parts.now())
  if (!invitation || why) return { ok: false, why: why ?? 'unknown' }
  const { length } = member.password
  if (length < PASSWORD_LENGTH.fewest || length > PASSWORD_LENGTH.most) return { ok: false, why: 'password-length' }
  if (isEasyPassword(member.password, [member.name, member.email], await commonPasswords()))
    return { ok: false, why: 'password-easy' }
  const isNamed = member.name.trim() !== '' && member.email.trim() !== ''
  if (invitation.forStaff === undefined && !isNamed) return { ok: false, why: 'not-named' }
  const passwordHash = await (await auth.$context).password.hash(member.password)
  try {
    return await parts.db.transaction().execute(async (trx) => {
      if (!(await useInvitation(trx, invitation.id, parts.now()))) throw new UsedMeanwhile()
      return invitation.forStaff === undefined
        ? addMember(trx, parts, { member, passwordHash, roles: invitation.roles })
        : renew(trx, parts, { staff: invitation.forStaff, passwordHash, roles: invitation.roles })
    })
  } catch (error) {
    if (error instanceof UsedMeanwhile) return { ok: false, why: 'used' }
    // The transaction is undone: the link can be used with another address.
    if (isUniqueViolation(error)) return { ok: false, why: 'email-taken' }
    throw error
  }
}

/** @returns undefined when the link can be used. */
export function problemOf(invitation: Invitation | undefined, now: string): InvitationProblem | undefined {
  if (!invitation) return 'unknown'
  if (invitation.usedAt) return 'used'
  return invitation.expiresAt <= now ? 'expired' : undefined
}

async function addMember(
  trx: Transaction<Tables>,
  parts: SignInParts,
  given: { readonly member: NewMember; readonly passwordHash: string; readonly roles: readonly Role[] },
): Promise<Accepted> {
  const id = Buffer.from(parts.randomBytes(16)).toString('hex')
  const email = given.member.email.trim().toLowerCase()
  const { passwordHash, roles } = given
  await insertStaff(trx, { id, name: given.member.name.trim(), email, passwordHash, roles, at: parts.now() })
  return { ok: true, staff: id, email, roles }
}

async function renew(
  trx: Transaction<Tables>,
  parts: SignInParts,
  given: { readonly staff: string; readonly passwordHash: string; readonly roles: readonly Role[] },
): Promise<Accepted> {
  const email = await getStaffEmail(trx, given.staff)
  await shutWayIn(trx, given.staff)
  await insertPassword(trx, { staff: given.staff, passwordHash: given.passwordHash, at: parts.now() })
  return { ok: true, staff: given.staff, email, roles: given.roles }
}
