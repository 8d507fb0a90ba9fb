import type { Language } from '#domain/language/language.ts'
import cy from '#locales/cy/reading.json' with { type: 'json' }
import en from '#locales/en/reading.json' with { type: 'json' }

const words = { cy, en }

/** The words of parts of pages that are made from the service file and from published files. */
export function readingWords(language: Language) {
  return words[language]
}
