import type { Language } from '#domain/language/language.ts'
import type { Priority } from '#domain/referral/progress.ts'
import type { ReferralStatus } from '#domain/referral/referral.ts'

/** Counted answers by question. */
export type Counted = Readonly<Record<string, readonly string[]>>

/**
 * One line of the inbox as a browser draws it. Moments are said by the server, in the language asked for:
 * not every browser can say a Welsh date.
 */
export type InboxLineView = {
  readonly id: string
  readonly reference: string
  readonly language: Language
  readonly status: ReferralStatus
  readonly priority: Priority
  readonly received: string
  /** What is due next, and when; absent when nothing is. */
  readonly due?: { readonly kind: 'look' | 'contact'; readonly when: string; readonly isLate: boolean }
  readonly attempts: number
  readonly unanswered: number
  readonly withdrawAsked: boolean
  /** The nearest meeting or decision, `2026-11-30`. */
  readonly decisionOn?: string
}

/** One record about a referral; its envelope, base64, is for the reader's browser to open. */
export type RecordView = {
  readonly id: string
  readonly form: string
  readonly at: string
  readonly counted: Counted
  readonly envelope?: string
}

/** A referral opened: its envelopes are still sealed. */
export type ReferralView = InboxLineView & {
  /** The young person asked to have confidentiality explained: that comes first. */
  readonly asksToExplain: boolean
  readonly counted: Counted
  readonly envelope?: string
  /** Oldest first. */
  readonly records: readonly RecordView[]
}
