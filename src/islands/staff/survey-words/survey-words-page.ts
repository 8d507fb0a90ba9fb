import type { ResolvedForm } from '#forms/define-form.ts'
import type { FormWords } from '#forms/form-words.ts'
import type { KeyPage } from '../keys/key-page.ts'

/** What the survey reader's page is handed. */
export type SurveyWordsPage = KeyPage & {
  /** Every form in which something may be written to the survey reader, with its words. */
  readonly forms: Readonly<Record<string, { readonly form: ResolvedForm; readonly words: FormWords }>>
  readonly toSetUp: string
}

/** A group as the server hands it out, still sealed. */
export type HandedOut = { readonly form: string; readonly month: string; readonly envelopes: readonly string[] }
