import type { StandingStatus } from '#domain/referral/standing.ts'
import type { StoryKind } from '#domain/referral/story-kind.ts'
import type { Role } from '#domain/roles.ts'

/** What can be recorded about a kind of thing, in the order in which it comes up. */
const actsOf: Readonly<Record<StoryKind, readonly string[]>> = {
  referral: [
    'screening',
    'contact',
    'allocation',
    'start',
    'meeting',
    'hours',
    'hours-review',
    'passing-on',
    'passing-on-told',
    'withdrawal-answer',
    'complaint-step',
    'active-offer-meeting',
    'message-to-child',
    'closure',
    'case-facts',
    'legal-hold',
  ],
  feedback: ['feedback-answer', 'legal-hold'],
  'advocate-change': ['advocate-change-answer', 'legal-hold'],
  // Nothing but reaching them answers somebody who wants to join in.
  'join-in': ['contact', 'legal-hold'],
}

/** The acts by which the service takes a case on and gives it to somebody: not an advocate's own. */
const coordinatorActs: readonly string[] = ['screening', 'allocation', 'legal-hold']

/** Tells whether a staff form can be about a kind of thing. */
export function isActOf(kind: StoryKind, form: string): boolean {
  return actsOf[kind].includes(form)
}

/** Tells whether a person with these roles may fill a staff form in. @source DESIGN 8 "Roles" */
export function mayRecord(roles: readonly Role[], form: string): boolean {
  const isOnlyAdvocate = roles.includes('advocate') && !roles.includes('coordinator')
  return !(isOnlyAdvocate && coordinatorActs.includes(form))
}

/** What a thing is and how far it has come. */
export type Stand = {
  readonly kind: StoryKind
  /** Whether a child is to be offered an advocate, rather than asking for one. */
  readonly isOffer: boolean
  readonly status: StandingStatus
  /** The forms of what was recorded about it. */
  readonly recorded: readonly string[]
  /** The young person asked us to stop, and nobody has confirmed it with them. */
  readonly isWithdrawalOpen?: boolean
  /** Something was passed on of which they have not been told. */
  readonly isTellingOpen?: boolean
}

/** The acts that a person may record about something, in order. */
export function actsFor(roles: readonly Role[], stand: Stand): readonly string[] {
  return actsOf[stand.kind].filter((act) => mayRecord(roles, act) && comesUp(act, stand))
}

/** Acts that answer something come up only while it is open. */
function comesUp(act: string, { isOffer, isWithdrawalOpen, isTellingOpen }: Stand): boolean {
  if (act === 'active-offer-meeting') return isOffer
  if (act === 'withdrawal-answer') return isWithdrawalOpen === true
  return act !== 'passing-on-told' || isTellingOpen === true
}

/** The act that something waits for now. @returns undefined when it waits for none in particular. */
export function nextAct({ kind, isOffer, status, recorded, ...open }: Stand): string | undefined {
  if (open.isWithdrawalOpen) return 'withdrawal-answer'
  if (open.isTellingOpen) return 'passing-on-told'
  if (['answered', 'closed', 'not-accepted', 'withdrawn'].includes(status)) return undefined
  if (kind !== 'referral') return actsOf[kind][0]
  if (status === 'received') return 'screening'
  if (status === 'accepted') return 'contact'
  if (isOffer) return 'active-offer-meeting'
  return ['allocation', 'start'].find((act) => !recorded.includes(act))
}
