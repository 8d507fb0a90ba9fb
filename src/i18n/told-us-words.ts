import type { Language } from '#domain/language/language.ts'
import cy from '#locales/cy/told-us.json' with { type: 'json' }
import en from '#locales/en/told-us.json' with { type: 'json' }

const words = { cy, en }

/** The words of the figures that young people are shown. */
export function toldUsWords(language: Language) {
  return words[language]
}
