import type { FormWords } from '#forms/form-words.ts'
import type { KeyPage } from '../keys/key-page.ts'

/** What the survey reader's page is handed. */
export type SurveyWordsPage = KeyPage & {
  /** The words of every form in which something may be written to the survey reader, by form. */
  readonly forms: Readonly<Record<string, FormWords>>
  readonly toSetUp: string
}

/** A group as the server hands it out, still sealed. */
export type HandedOut = { readonly form: string; readonly month: string; readonly envelopes: readonly string[] }
