import type { ResolvedForm } from '#forms/define-form.ts'
import type { FormWords } from '#forms/form-words.ts'
import type { ConfidentialitySummary } from '#i18n/confidentiality-summary.ts'
import type { ScreenWords } from '#i18n/screen-words.ts'
import type { KeyPage } from '../keys/key-page.ts'

/** A form and its words in the page's language. */
export type WordedForm = { readonly form: ResolvedForm; readonly words: FormWords }

/** Everything the inbox is handed by its page. */
export type InboxPage = KeyPage & {
  /** Every form by id: to fill in, and to label what was opened. */
  readonly forms: Readonly<Record<string, WordedForm>>
  readonly shared: ScreenWords
  readonly confidentiality: ConfidentialitySummary
  readonly toSetUp: string
}

/** The staff forms that can be filled in about a referral, in the order of their buttons. */
export const REFERRAL_ACTS = ['screening', 'contact'] as const
export type ReferralAct = (typeof REFERRAL_ACTS)[number]
