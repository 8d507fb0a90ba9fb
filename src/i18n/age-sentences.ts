import type { Language } from '#domain/language/language.ts'
import type { Service } from '#domain/service/service.ts'
import cy from '#locales/cy/who-can-have-one.json' with { type: 'json' }
import en from '#locales/en/who-can-have-one.json' with { type: 'json' }
import { fillNamed } from './fill.ts'

type Ages = NonNullable<Service['groups'][number]['ages']>

const locale = { cy, en }

/** The words of the page that tells who can have an advocate. */
export function whoCanHaveOneWords(language: Language) {
  return locale[language]
}

/**
 * What the ages of a group mean for a child who may be in it, in whole sentences. Nobody is told no: below and above
 * the ages the child is asked to ask.
 *
 * @source H9, Q4, Q5, LW-7.5, AO-11
 */
export function ageSentences(
  { from, until, perhapsUntil }: Pick<Ages, 'from' | 'until' | 'perhapsUntil'>,
  language: Language,
): readonly string[] {
  const { until: untilWords, fromUntil, younger, older, perhapsOlder } = locale[language].ages
  const numbers = { from: String(from), until: String(until), perhapsUntil: String(perhapsUntil) }
  const sentences = [
    from === 0 ? untilWords : fromUntil,
    ...(from === 0 ? [] : [younger]),
    perhapsUntil === undefined ? older : perhapsOlder,
  ]
  return sentences.map((sentence) => fillNamed(sentence, numbers))
}

/** The same for adults, by birthdays. @source Q5 */
export function agesForAdults({ from, until, perhapsFrom, perhapsUntil }: Ages, language: Language): readonly string[] {
  const words = locale[language].agesForAdults
  const numbers = { from: String(from), until: String(until), perhapsUntil: String(perhapsUntil) }
  const sentences = [
    from === 0 ? words.until : words.fromUntil,
    ...(perhapsFrom === undefined ? [] : [words.perhapsFrom]),
    ...(perhapsUntil === undefined ? [] : [words.perhapsUntil]),
  ]
  return sentences.map((sentence) => fillNamed(sentence, numbers))
}
