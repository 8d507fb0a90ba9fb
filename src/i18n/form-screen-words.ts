import { type ConfidentialitySummary, confidentialitySummary } from '#components/confidentiality/ideas.ts'
import type { ScreenWords } from '#components/form/screen-words.ts'
import type { Language } from '#domain/language/language.ts'
import type { Service } from '#domain/service/service.ts'
import { allForms } from '#forms/all-forms.ts'
import type { FormWords } from '#forms/form-words.ts'
import { resolveWords } from '#forms/resolve-form.ts'
import { localeWords } from '#i18n/form-words.ts'
import cy from '#locales/cy/form.json' with { type: 'json' }
import en from '#locales/en/form.json' with { type: 'json' }

const shared: Record<Language, ScreenWords> = { cy, en }

/** All the words that the screens of a form need, in one language, for one service. */
export type FormScreenWords = {
  readonly words: FormWords
  readonly shared: ScreenWords
  readonly confidentiality: ConfidentialitySummary
}

/** @throws when there is no such form, or a word is missing. */
export function formScreenWords(formId: string, language: Language, service: Service): FormScreenWords {
  const form = allForms.find(({ id }) => id === formId)
  if (!form) throw new Error(`no form ${formId}`)
  return {
    words: resolveWords(form, localeWords(formId, language), service, language),
    shared: shared[language],
    confidentiality: confidentialitySummary(language, service),
  }
}
