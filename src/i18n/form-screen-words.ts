import type { Language } from '#domain/language/language.ts'
import { isSaidBy } from '#domain/service/conditions.ts'
import type { Service } from '#domain/service/service.ts'
import { allForms } from '#forms/all-forms.ts'
import type { FormWords } from '#forms/form-words.ts'
import { resolveWords } from '#forms/resolve-form.ts'
import { type ConfidentialitySummary, confidentialitySummary } from '#i18n/confidentiality-summary.ts'
import { localeWords } from '#i18n/form-words.ts'
import { withHours } from '#i18n/hours-facts.ts'
import { formPaths, pathTo } from '#i18n/paths.ts'
import type { ScreenWords } from '#i18n/screen-words.ts'
import cy from '#locales/cy/form.json' with { type: 'json' }
import cyAdult from '#locales/cy/form-adult.json' with { type: 'json' }
import cyHelp from '#locales/cy/help-page.json' with { type: 'json' }
import en from '#locales/en/form.json' with { type: 'json' }
import enAdult from '#locales/en/form-adult.json' with { type: 'json' }
import enHelp from '#locales/en/help-page.json' with { type: 'json' }

const shared: Record<Language, ScreenWords> = { cy, en }

/** All the words that the screens of a form need, in one language, for one service. */
export type FormScreenWords = {
  readonly words: FormWords
  readonly shared: ScreenWords
  readonly confidentiality: ConfidentialitySummary
  /** Only for a form that has a page which tells whom to ring. */
  readonly helpNow?: HelpNowWords
  /** Only for a form that has a page which says that the child can ask. */
  readonly childAsks?: ChildAsks | undefined
}

/** The address of the child's own form, and the council's participation manager. */
export type ChildAsks = {
  readonly address: string
  readonly manager: { readonly name: string; readonly phone: string }
}

/** Whom to ring now, and where to tell us who you are, in one language. */
export type HelpNowWords = {
  readonly helplines: readonly { readonly name: string; readonly says: string; readonly phone: string }[]
  readonly title: string
  readonly says: string
  /** Where the forms open, and what becomes of the answers here. */
  readonly beside: string
  readonly forms: readonly { readonly say: string; readonly address: string }[]
}

/** @throws when there is no such form, or a word is missing. */
export function formScreenWords(formId: string, language: Language, service: Service): FormScreenWords {
  const form = allForms.find(({ id }) => id === formId)
  if (!form) throw new Error(`no form ${formId}`)
  const reader = form.access === 'staff' ? 'adult' : (form.reader ?? 'child')
  const pages = form.pages.filter(({ onlyIf }) => isSaidBy(service, onlyIf))
  const otherReaders = form.audienceWhen?.filter(({ onlyIf }) => isSaidBy(service, onlyIf)) ?? []
  return {
    words: withHours(resolveWords(form, localeWords(formId, language), service, language), service),
    shared: sharedFor(reader, language),
    confidentiality: confidentialitySummary({
      language,
      councilSeesNames: service.councilSeesNames,
      reader,
      audience: form.audience,
      otherAudiences: otherReaders.map(({ audience }) => audience),
    }),
    ...(pages.some(({ tells }) => tells === 'help-now') && { helpNow: helpNowWords(service, language) }),
    ...(pages.some(({ tells }) => tells === 'child-can-ask') && { childAsks: childAsksOf(service, language) }),
  }
}

function helpNowWords(service: Service, language: Language): HelpNowWords {
  const { title, says, beside, forms } = { cy: cyHelp, en: enHelp }[language]
  return {
    helplines: service.helplines.map(({ words, says, phone }) => ({
      name: words[language] ?? '',
      says: says[language] ?? '',
      phone,
    })),
    title,
    says,
    beside,
    forms: Object.entries(forms).map(([form, say]) => ({ say, address: formPaths(form, language).start })),
  }
}

function childAsksOf({ participationManager }: Service, language: Language): ChildAsks | undefined {
  if (!participationManager?.phone) return undefined
  const name = participationManager.words[language] ?? ''
  return { address: pathTo('self-referral', language), manager: { name, phone: participationManager.phone } }
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
