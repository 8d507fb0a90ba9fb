import type { ReferralStory } from '#domain/referral/referral.ts'
import type { Role } from '#domain/roles.ts'

/** A member of staff, as far as it matters for whose case something is. */
export type Reader = { readonly id: string; readonly roles: readonly Role[] }

/** The member to whom a case is given now. @returns undefined when it is nobody's, or somebody's who does not sign in. */
export function advocateOf({ records }: Pick<ReferralStory, 'records'>): string | undefined {
  return records.findLast(({ form }) => form === 'allocation')?.counted.advocate?.[0]
}

/**
 * Tells whether a thing on the team's desk is open to a member. Coordinators see all of it; an advocate who is no
 * coordinator sees the cases given to them, from the moment they are given until they are given to another.
 *
 * @source DESIGN 8 "advocate (own cases)"
 */
export function isOpenTo({ id, roles }: Reader, story: Pick<ReferralStory, 'records' | 'audience'>): boolean {
  if (story.audience !== 'team' || !seesOwnAlone(roles)) return true
  return advocateOf(story) === id
}

/** Tells whether somebody sees of the team's desk the cases that were given to them, and no others. */
export function seesOwnAlone(roles: readonly Role[]): boolean {
  return roles.includes('advocate') && !roles.includes('coordinator')
}
