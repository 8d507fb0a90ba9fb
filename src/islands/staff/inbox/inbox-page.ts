import type { Audience } from '#domain/audience.ts'
import type { Language } from '#domain/language/language.ts'
import type { HoursThreshold } from '#domain/referral/hours.ts'
import type { Role } from '#domain/roles.ts'
import type { ResolvedForm } from '#forms/define-form.ts'
import type { FormWords } from '#forms/form-words.ts'
import type { ConfidentialitySummary } from '#i18n/confidentiality-summary.ts'
import type { HelpNowWords } from '#i18n/form-screen-words.ts'
import type { ScreenWords } from '#i18n/screen-words.ts'
import type { KeyPage } from '../keys/key-page.ts'

/** A form and its words in the page's language. */
export type WordedForm = {
  readonly form: ResolvedForm
  readonly words: FormWords
  readonly helpNow?: HelpNowWords
  /** What the form's screens share: a child is spoken to otherwise than an adult. */
  readonly shared: ScreenWords
  /** What stays private, in each language of the service, for a form that begins with it: it is read aloud. */
  readonly confidentiality?: Readonly<Partial<Record<Language, ConfidentialitySummary>>>
}

/** Everything the inbox is handed by its page. */
export type InboxPage = KeyPage & {
  readonly roles: readonly Role[]
  /** The audiences that the member's roles belong to. */
  readonly desks: readonly Audience[]
  /** Every form by id: to fill in, and to label what was opened. */
  readonly forms: Readonly<Record<string, WordedForm>>
  /** The service's languages: somebody on the phone may want another one than the page's. */
  readonly languages: readonly Language[]
  /** The councils of the service, id and name. */
  readonly authorities: readonly (readonly [string, string])[]
  /** Whether the contract lets the council see names: only then are there lists for it. */
  readonly councilSeesNames: boolean
  /** The quarters that a list can be of, id and name, the newest first. */
  readonly quarters: readonly (readonly [string, string])[]
  /** How many hours each threshold of the service is. */
  readonly hours: Readonly<Record<HoursThreshold, number>>
  readonly receiptVersion: string
  readonly toSetUp: string
  /** Where every list that was given to the council stands. */
  readonly toDisclosures: string
}
