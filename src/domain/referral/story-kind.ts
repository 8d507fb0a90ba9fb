import type { Audience } from '#domain/audience.ts'
import type { Counted } from '#domain/referral/inbox-view.ts'
import { audiencesOf, type Role } from '#domain/roles.ts'

/** What a record that begins something is: staff forms say of which kind they are. */
export type StoryKind = 'referral' | 'feedback' | 'advocate-change' | 'join-in'

const kinds: Readonly<Record<string, StoryKind>> = {
  'self-referral': 'referral',
  'supported-referral': 'referral',
  'active-offer-notice': 'referral',
  feedback: 'feedback',
  'advocate-change': 'advocate-change',
  'join-in': 'join-in',
}

/** The forms that begin something a person has to answer, in no order. */
export const storyForms: readonly string[] = Object.keys(kinds)

/** What a form begins. @returns undefined when it begins nothing: a survey, an answerphone log, an act. */
export function kindOfStory(form: string): StoryKind | undefined {
  return kinds[form]
}

/** Tells whether a child is to be offered an advocate: notice came from staff's own telephone, or by the form for adults. */
export function isOffer({ form, counted }: { readonly form: string; readonly counted: Counted }): boolean {
  return form === 'active-offer-notice' || (counted.kind?.includes('active-offer') ?? false)
}

/** Tells whether it is the young person who fills a form in about their own request: every other one about it is staff's. */
export function isFromChild(form: string): boolean {
  return form.startsWith('child-')
}

/** A record that begins something: enough of it to say on whose desk it is. */
export type OnDesk = { readonly form: string; readonly audience: Audience }

/**
 * Tells whether something is on the desk of a person with these roles: nobody else lists it, counts it or is
 * handed it. A wish for another advocate is on no advocate's desk, whatever else they are.
 *
 * @source H12, DESIGN 8 "Complaints and concerns are in no list, count, search, notice or export outside their audience"
 */
export function isOnDeskOf(roles: readonly Role[], { form, audience }: OnDesk): boolean {
  if (kindOfStory(form) === 'advocate-change' && roles.includes('advocate')) return false
  return audiencesOf(roles).includes(audience)
}
