import type { Audience } from '#domain/audience.ts'
import type { Language } from '#domain/language/language.ts'
import type { Instant } from '#domain/time/instant.ts'

/** One record about a referral, in clear: its form, its times and its counted answers. */
export type ReferralRecord = {
  readonly id: string
  readonly form: string
  readonly receivedAt: Instant
  readonly occurredAt: Instant
  /** Counted answers by question; several choices give several values. */
  readonly counted: Readonly<Record<string, readonly string[]>>
  /** The earlier record that this one corrects or settles. */
  readonly corrects?: string
  /** The member of staff who recorded it. */
  readonly by?: string
}

/** A referral, or another thing that somebody sent, and everything recorded about it, oldest first. */
export type ReferralStory = {
  readonly id: string
  /** The form that began it. */
  readonly form: string
  readonly reference: string
  readonly language: Language
  /** How it came: by the site, or filled in by staff from the telephone or paper. */
  readonly channel: string
  readonly receivedAt: Instant
  readonly authority: string | undefined
  /** The young person's random id: set once a person has looked, the same when they come back (M47). */
  readonly person: string | undefined
  readonly counted: Readonly<Record<string, readonly string[]>>
  readonly records: readonly ReferralRecord[]
  /** On whose desk it is. */
  readonly audience?: Audience
}

/** Where a referral stands. */
export type ReferralStatus = 'received' | 'accepted' | 'not-accepted' | 'contacted'
