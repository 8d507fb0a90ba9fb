import type { StandingStatus } from '#domain/referral/standing.ts'
import { beganAt } from '#domain/submission-key.ts'

/** Why it may not have been a person who sent a form. It is noted for staff; nothing is ever dropped for it. */
export type SenderDoubt = 'hidden-field' | 'too-fast'

/** Where a doubt stands among a record's answers in clear. */
export const DOUBT_QUESTION = 'sender.doubt'

/** Nobody reads, answers and sends a form in less. Finer than this no time is looked at, and none is kept. Our choice. */
const FASTEST_PERSON_MILLISECONDS = 3_000

/** What is known of how a form was sent. */
export type Sending = {
  /** What stood in the field that no person sees. */
  readonly hiddenField: string
  /** The key as it came; absent where somebody sent without beginning. */
  readonly key: string | undefined
  /** Milliseconds since 1970. */
  readonly now: number
}

/**
 * The doubts about a sending by a page, of which most have none.
 *
 * @source DESIGN 4: "honeypot and human timing only flag for staff, never drop"
 */
export function doubtsOf({ hiddenField, key, now }: Sending): readonly SenderDoubt[] {
  const began = key === undefined ? now : beganAt(key)
  const isTooFast = began !== undefined && now - began >= 0 && now - began < FASTEST_PERSON_MILLISECONDS
  return [...(hiddenField === '' ? [] : ['hidden-field' as const]), ...(isTooFast ? ['too-fast' as const] : [])]
}

/** Something that was sent, and where it stands. */
type Sent = {
  readonly counted: Readonly<Record<string, readonly string[]>>
  readonly standing: { readonly status: StandingStatus }
}

/** Tells whether a person still has to say that somebody sent this: there is a doubt, and nobody has taken it on. */
export function isDoubted({ counted, standing }: Sent): boolean {
  return counted[DOUBT_QUESTION] !== undefined && ['received', 'not-accepted'].includes(standing.status)
}
