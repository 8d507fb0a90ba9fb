import type { Language } from '#domain/language/language.ts'
import type { FormWords } from '#forms/form-words.ts'
import childAskCy from '#locales/cy/forms/child-ask.json' with { type: 'json' }
import childMessageCy from '#locales/cy/forms/child-message.json' with { type: 'json' }
import contactCy from '#locales/cy/forms/contact.json' with { type: 'json' }
import screeningCy from '#locales/cy/forms/screening.json' with { type: 'json' }
import selfReferralCy from '#locales/cy/forms/self-referral.json' with { type: 'json' }
import childAskEn from '#locales/en/forms/child-ask.json' with { type: 'json' }
import childMessageEn from '#locales/en/forms/child-message.json' with { type: 'json' }
import contactEn from '#locales/en/forms/contact.json' with { type: 'json' }
import screeningEn from '#locales/en/forms/screening.json' with { type: 'json' }
import selfReferralEn from '#locales/en/forms/self-referral.json' with { type: 'json' }

const words: Record<string, Record<Language, FormWords>> = {
  'self-referral': { cy: selfReferralCy, en: selfReferralEn },
  screening: { cy: screeningCy, en: screeningEn },
  contact: { cy: contactCy, en: contactEn },
  'child-message': { cy: childMessageCy, en: childMessageEn },
  'child-ask': { cy: childAskCy, en: childAskEn },
}

/**
 * The words of a form as its locale file has them, without the service's lists.
 *
 * @throws when there are none: a missing word fails the build, it never falls back to English.
 */
export function localeWords(form: string, language: Language): FormWords {
  const found = words[form]?.[language]
  if (!found) throw new Error(`no ${language} words for form ${form}`)
  return found
}

/** The title of a form. */
export function formTitle(form: string, language: Language): string {
  return localeWords(form, language).title
}
