import type { Language } from '#domain/language/language.ts'
import cy from '#locales/cy/staff.json' with { type: 'json' }
import en from '#locales/en/staff.json' with { type: 'json' }

/** The words of the staff side. Whole sentences; `{name}` where a value goes. */
export type StaffWords = typeof en

const words: Readonly<Record<Language, StaffWords>> = { cy, en }

/** The staff side's words in one language. */
export function staffWords(language: Language): StaffWords {
  return words[language]
}
