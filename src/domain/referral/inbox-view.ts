import type { Audience } from '#domain/audience.ts'
import type { Language } from '#domain/language/language.ts'
import type { HoursThreshold } from '#domain/referral/hours.ts'
import type { Priority } from '#domain/referral/progress.ts'
import type { OwedKind, StandingStatus } from '#domain/referral/standing.ts'

/** Counted answers by question. */
export type Counted = Readonly<Record<string, readonly string[]>>

/**
 * One line of the inbox as a browser draws it. Moments are said by the server, in the language asked for:
 * not every browser can say a Welsh date.
 */
export type InboxLineView = {
  readonly id: string
  /** The form that began it. */
  readonly form: string
  /** Empty for what has none. */
  readonly reference: string
  readonly language: Language
  /** They want to speak Welsh, whatever the language in which it was written. @source WG-L, NS-3c */
  readonly wantsWelsh: boolean
  readonly status: StandingStatus
  readonly priority: Priority
  readonly received: string
  /** What is due next, and when; absent when nothing is. */
  readonly due?: { readonly kind: OwedKind; readonly when: string; readonly isLate: boolean }
  readonly attempts: number
  readonly unanswered: number
  readonly withdrawAsked: boolean
  /** It may not have been a person who sent it: staff look, and nothing is dropped. */
  readonly isDoubted: boolean
  /** The council, where it is known. */
  readonly authority: string | undefined
  /** Records of passings-on of which the young person has not been told. */
  readonly untold: readonly string[]
  readonly hoursToReview?: HoursThreshold
  /** The nearest meeting or decision, `2026-11-30`. */
  readonly decisionOn?: string
}

/** One record about a story; its envelopes, base64, are for the reader's browser to open. */
export type RecordView = {
  readonly id: string
  readonly form: string
  readonly at: string
  readonly counted: Counted
  readonly envelopes: readonly string[]
  /** The name of whoever of staff recorded it, where that is known. */
  readonly by: string | undefined
}

/** A story opened: its envelopes are still sealed. */
export type ReferralView = InboxLineView & {
  /** On whose desk it is: what is recorded about it is sealed for them. */
  readonly audience: Audience
  /** The young person asked to have confidentiality explained: that comes first. */
  readonly asksToExplain: boolean
  readonly counted: Counted
  readonly envelopes: readonly string[]
  /** Oldest first. */
  readonly records: readonly RecordView[]
}
