import type { Language } from '#domain/language/language.ts'
import type { SenderDoubt } from '#domain/sender-doubt.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { PictureWord } from '#domain/tracking-code/tracking-code.ts'
import type { Answers, ResolvedForm } from '#forms/define-form.ts'
import type { Receipt } from '#forms/journey.ts'

/** A filled-in form whose answers have been checked. */
export type Submission = {
  readonly form: ResolvedForm
  readonly language: Language
  readonly answers: Answers
  readonly channel: 'online' | 'phone' | 'paper' | 'staff'
  /** The same key gives the same record, however often it is sent. */
  readonly idempotencyKey: string
  readonly receipt?: Receipt | undefined
  /** Why it may not have been a person who sent it: noted for staff, never a reason to refuse. */
  readonly doubts?: readonly SenderDoubt[]
  readonly trackingCode?: boolean
  /** The single-use code that opened a closure survey, as typed. */
  readonly surveyCode?: string | undefined
  /** A closing that gives the young person a survey code of their own. */
  readonly issueSurveyCode?: boolean
  readonly about?: string
  /** The earlier record that this one settles or corrects. */
  readonly corrects?: string
  /** The young person's random id, where it is known. */
  readonly person?: string
  /** The staff member who records it. */
  readonly by?: string
  /** When it happened, if that was earlier than now. */
  readonly occurredAt?: Instant
}

/** What the sender is told. */
export type Appended =
  | {
      readonly kind: 'stored'
      readonly record: string
      readonly reference: string | undefined
      readonly receivedAt: Instant
      readonly trackingCode: readonly PictureWord[] | undefined
      /** True when this key had been received before. */
      readonly replayed: boolean
    }
  | { readonly kind: 'key-reused' }
  /** The survey code is unknown, or was used: a code opens one survey. */
  | { readonly kind: 'survey-code' }
