import { NOT_SAID } from '#domain/participation/measure.ts'
import { annualSurvey } from '#forms/annual-survey.form.ts'
import type { Question } from '#forms/define-form.ts'
import { answers, by, not, says } from '#server/reports/conditions.ts'
import { defineMeasure } from '#server/reports/counted-measure.ts'
import { type CountedPart, countOf, ratioOf } from '#server/reports/parts.ts'
import { alone, closings, closureSurveys, those } from '#server/reports/populations.ts'
import { asked, spread } from '#server/reports/survey-parts.ts'

/** @source M74; NS-5a, LW-13.3, NI-6, CS26 */
export const closureSurveyResponse = defineMeasure({
  id: 'M74',
  kind: 'process',
  sources: ['NS-5a', 'LW-13.3', 'NI-6'],
  parts: [
    ratioOf({ id: 'share', of: closureSurveys, to: asked }),
    countOf({ id: 'not-asked', of: those(closings, not(says('nonInstructed', 'no'))) }),
    countOf({
      id: 'mode',
      of: closureSurveys,
      rows: ['online', 'phone', 'paper'],
      by: ({ story }) => [story.channel],
    }),
    countOf({
      id: 'helper',
      of: closureSurveys,
      rows: { form: 'closure-survey', question: 'helper', after: [NOT_SAID] },
      by: by('helper'),
    }),
  ],
  notes: () => ['by-quarter-of-closing'],
})

const annual = alone('annual-survey')

/** Every question of the annual survey that is answered by choice, in the order it is asked. */
const items = annualSurvey.pages
  .flatMap(({ questions }) => questions)
  .filter(({ kind }) => kind !== 'short-text' && kind !== 'long-text')

/** Where they live is what the areas of the report are made of: here, only how many said it. */
const saidWhere = countOf({
  id: 'authority',
  of: annual,
  rows: ['said', NOT_SAID],
  by: (entry) => [answers('authority')(entry) ? 'said' : NOT_SAID],
})

/** How many were invited nobody knows: the survey is open to all, and anonymous. @source M75; NS-5a, H12, Q30 */
export const annualSurveyAnswers = defineMeasure({
  id: 'M75',
  kind: 'outcome',
  sources: ['NS-5a', 'NS-1g', 'H12', 'Q30'],
  parts: [countOf({ of: annual }), ...items.map((item) => (item.id === 'authority' ? saidWhere : countedItem(item)))],
})

/** A question whose choices are a list of the service has the rows of that list. */
function countedItem(item: Question): CountedPart {
  const { id } = item
  const from = 'choices' in item && 'from' in item.choices ? item.choices.from : undefined
  return from && from !== 'authorities'
    ? countOf({ id, of: annual, where: answers(id), rows: { list: from }, by: by(id) })
    : spread(id, annual, 'annual-survey', id)
}
