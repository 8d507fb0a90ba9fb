import type { Language } from '#domain/language/language.ts'
import type { Answers, ResolvedForm } from '#forms/define-form.ts'
import { type FormData, publicForms } from './public-forms.ts'
import { answersOf } from './valid-answers.ts'

/** A public form and the ways through it that are walked. */
export type Journeys = {
  readonly form: ResolvedForm
  readonly data: FormData
  /** Only what has to be answered. */
  readonly shortest: Answers
  /** Everything that the longest way shows. */
  readonly everything: Answers
  readonly otherWays: readonly Answers[]
  readonly hasMore: boolean
}

/** What is walked, and how: one row of the table in journeys.test.ts. */
export type About = Journeys & { readonly language: Language; readonly scripted: boolean }

/** Every public form with its ways: read from its definition, and its short entry in public-forms.ts. */
export const allJourneys: readonly Journeys[] = publicForms.map(({ form, data }) => {
  const [longest = {}, ...others] = data.ways ?? [{}]
  return {
    form,
    data,
    shortest: answersOf(form, data, { howMuch: 'required' }),
    everything: answersOf(form, data, { way: longest, howMuch: 'everything' }),
    otherWays: others.map((way) => answersOf(form, data, { way, howMuch: 'everything' })),
    hasMore: form.pages.some(({ part }) => part === 'more'),
  }
})
