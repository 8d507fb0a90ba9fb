import type { Language } from '#domain/language/language.ts'
import type { FormWords } from '#forms/form-words.ts'
import { cy } from '#i18n/form-words.cy.ts'
import { en } from '#i18n/form-words.en.ts'

const words = { cy, en }

/**
 * The words of a form as its locale file has them, without the service's lists.
 *
 * @throws when there are none: a missing word fails the build, it never falls back to English.
 */
export function localeWords(form: string, language: Language): FormWords {
  const found = words[language][form]
  if (!found) throw new Error(`no ${language} words for form ${form}`)
  return found
}

/** The title of a form. */
export function formTitle(form: string, language: Language): string {
  return localeWords(form, language).title
}
