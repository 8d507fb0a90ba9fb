import type { Language } from '#domain/language/language.ts'
import cy from '#locales/cy/common.json' with { type: 'json' }
import en from '#locales/en/common.json' with { type: 'json' }

/** The words around every page: names of links, of ways to reach us, and of the way out. */
export type ShellWords = typeof en

const words: Readonly<Record<Language, ShellWords>> = { cy, en }

/** The shell's words in one language. */
export function shellWords(language: Language): ShellWords {
  return words[language]
}
