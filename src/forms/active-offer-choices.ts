import type { Choice, Condition } from '#forms/define-form.ts'

/** Why a child is to be offered an advocate. @source AO-2, AO-7, AO-9, AO-10 */
export const offerRoutes: readonly Choice[] = [
  { id: 'looked-after', symbol: 'looked-after' },
  { id: 'child-protection', symbol: 'safe' },
  { id: 'care-and-support', symbol: 'family' },
]

/** The two routes on which an advocate makes the offer, before a set meeting. @source AO-7, AO-9, AO-13, Q10 */
export const beforeMeeting: Condition = { question: 'offerRoute', is: ['looked-after', 'child-protection'] }

/** Who told the child of the offer, or made it. @source AO-10, AO-14, Q10 */
export const offerMakers: readonly Choice[] = [
  { id: 'social-worker', symbol: 'social-worker' },
  { id: 'advocate', symbol: 'advocate' },
  { id: 'reviewing-officer', symbol: 'meeting' },
  { id: 'other', symbol: 'talk-together' },
  { id: 'nobody-yet', symbol: 'wait' },
]

/** Why a child opted out, before anybody made contact. No reason is an answer too. @source AO-16, Q11 */
export const optOutReasons: readonly Choice[] = [
  { id: 'other-help', symbol: 'talk-together' },
  { id: 'no-need', symbol: 'no' },
  { id: 'not-now', symbol: 'wait' },
  { id: 'too-many-people', symbol: 'group' },
  { id: 'other', symbol: 'something-else' },
  { id: 'reason-not-given', symbol: 'rather-not-say' },
]
