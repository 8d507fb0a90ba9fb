import type { Language } from '#domain/language/language.ts'

/**
 * A sentence that counts something, in the form that the language wants for the number: Welsh has six, and
 * they mutate what is counted. Its keys are the stem and the form: `answeredBy_two`.
 *
 * @throws when there is no form for the number.
 */
export function counted(
  words: Readonly<Record<string, unknown>>,
  stem: string,
  count: number,
  language: Language,
): string {
  const form = words[`${stem}_${new Intl.PluralRules(language).select(count)}`]
  if (typeof form !== 'string') throw new Error(`${stem} has no words for ${count} in ${language}`)
  return form.replaceAll('{count}', String(count))
}
