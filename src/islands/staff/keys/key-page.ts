import type { Language } from '#domain/language/language.ts'
import type { StaffWords } from '#i18n/staff-words.ts'

/** What every island that deals with keys is given by its page. */
export type KeyPage = {
  readonly language: Language
  readonly words: StaffWords
  /** The list that passphrases and check words are taken from, in the page's language. */
  readonly pictureWords: readonly string[]
  readonly serviceName: string
  readonly staffName: string
}
