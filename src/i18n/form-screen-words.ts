import type { Language } from '#domain/language/language.ts'
import type { Service } from '#domain/service/service.ts'
import { allForms } from '#forms/all-forms.ts'
import type { FormWords } from '#forms/form-words.ts'
import { resolveWords } from '#forms/resolve-form.ts'
import { type ConfidentialitySummary, confidentialitySummary } from '#i18n/confidentiality-summary.ts'
import { localeWords } from '#i18n/form-words.ts'
import type { ScreenWords } from '#i18n/screen-words.ts'
import cy from '#locales/cy/form.json' with { type: 'json' }
import cyAdult from '#locales/cy/form-adult.json' with { type: 'json' }
import en from '#locales/en/form.json' with { type: 'json' }
import enAdult from '#locales/en/form-adult.json' with { type: 'json' }

const shared: Record<Language, ScreenWords> = { cy, en }

/** All the words that the screens of a form need, in one language, for one service. */
export type FormScreenWords = {
  readonly words: FormWords
  readonly shared: ScreenWords
  readonly confidentiality: ConfidentialitySummary
  /** Whom to ring now; only for a form that has a page which tells it. */
  readonly helplines: readonly HelplineWords[]
}

/** A helpline in one language. */
export type HelplineWords = { readonly name: string; readonly says: string; readonly phone: string }

/** @throws when there is no such form, or a word is missing. */
export function formScreenWords(formId: string, language: Language, service: Service): FormScreenWords {
  const form = allForms.find(({ id }) => id === formId)
  if (!form) throw new Error(`no form ${formId}`)
  const reader = form.access === 'staff' ? 'adult' : (form.reader ?? 'child')
  return {
    words: resolveWords(form, localeWords(formId, language), service, language),
    shared: sharedFor(reader, language),
    confidentiality: confidentialitySummary({
      language,
      councilSeesNames: service.councilSeesNames,
      reader,
      audience: form.audience,
    }),
    helplines: form.pages.some(({ tells }) => tells === 'help-now') ? helplinesOf(service, language) : [],
  }
}

function helplinesOf(service: Service, language: Language): readonly HelplineWords[] {
  return service.helplines.map(({ words, says, phone }) => ({
    name: words[language] ?? '',
    says: says[language] ?? '',
    phone,
  }))
}

const adults = { cy: cyAdult, en: enAdult }

/** The shared words, for an adult with those that speak to somebody put politely: Welsh says "chi" to them. */
function sharedFor(reader: 'child' | 'adult', language: Language): ScreenWords {
  const words = shared[language]
  if (reader === 'child') return words
  const adult = adults[language]
  return {
    ...words,
    ...adult,
    whoSees: { ...words.whoSees, ...adult.whoSees },
    problems: { ...words.problems, ...adult.problems },
    check: { ...words.check, ...adult.check },
  }
}
