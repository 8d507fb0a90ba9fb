import type { Reader } from '#server/store/database.ts'
import { findStaffEmail, rolesOf } from '#server/store/staff.store.ts'

/** Somebody whom the organisation's provider vouches for, and the member they would come in as. */
export type OrganisationPerson = {
  readonly id?: string | undefined
  readonly email?: string | undefined
  readonly emailVerified?: boolean | undefined
}

/** Why somebody whom the provider knows does not come in. */
export type OrganisationRefusal = 'email-not-verified' | 'not-a-member' | 'other-email'

/**
 * Tells why somebody with an account of the organisation is refused: only an invited member who still holds a role comes
 * in, under the very address that they are a member by, and only when the provider says that it is theirs.
 *
 * @returns undefined when they may go on, to the second factor.
 * @source DESIGN 8; ASVS 5.0 10.5
 */
export async function refusalOf(db: Reader, person: OrganisationPerson): Promise<OrganisationRefusal | undefined> {
  if (person.emailVerified !== true) return 'email-not-verified'
  const own = person.id === undefined ? undefined : await findStaffEmail(db, person.id)
  if (person.id === undefined || own === undefined) return 'not-a-member'
  if ((await rolesOf(db, person.id)).length === 0) return 'not-a-member'
  return own === person.email?.toLowerCase() ? undefined : 'other-email'
}
