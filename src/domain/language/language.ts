/** The two languages of the product, Welsh first wherever both are listed. */
export const languages = ['cy', 'en'] as const

/** One of the languages of the product. */
export type Language = (typeof languages)[number]

/** A word or sentence that exists in both languages. */
export type Bilingual = Readonly<Record<Language, string>>

/** Tells whether a value is one of our languages. */
export function isLanguage(value: unknown): value is Language {
  return value === 'cy' || value === 'en'
}

/** The language that is not this one. */
export function otherLanguage(language: Language): Language {
  return language === 'cy' ? 'en' : 'cy'
}
