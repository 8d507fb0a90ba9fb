import { hoursBetween } from '#domain/time/instant.ts'
import { recordsOf } from '#server/reports/case.ts'
import { answers, by, explained, says } from '#server/reports/conditions.ts'
import { defineMeasure } from '#server/reports/counted-measure.ts'
import { countOf, durationOf, shareOf } from '#server/reports/parts.ts'
import { cases, changes, closings, either, openAtEnd, received, recorded, those } from '#server/reports/populations.ts'
import { asksAnnual, asksClosure } from '#server/reports/survey-parts.ts'

const outcomes = recorded(changes, 'advocate-change-answer')

/** By the form for it, or with a tracking code. @source M68; NS-4f, Q30, CS14, AS8 */
export const changeOfAdvocate = defineMeasure({
  id: 'M68',
  kind: 'process',
  sources: ['NS-4f', 'Q30'],
  parts: [
    shareOf({ of: either(openAtEnd, closings), is: explained('change-advocate') }),
    countOf({
      id: 'requests',
      of: either(received(changes), those(recorded(cases, 'child-ask'), says('ask', 'change-advocate'))),
    }),
    countOf({
      id: 'outcome',
      of: outcomes,
      rows: { form: 'advocate-change-answer', question: 'outcome' },
      by: by('outcome'),
    }),
    countOf({
      id: 'why-not',
      of: outcomes,
      where: says('outcome', 'not-possible'),
      rows: { form: 'advocate-change-answer', question: 'whyNot' },
      by: by('whyNot'),
    }),
    durationOf({
      id: 'time',
      of: outcomes,
      hours: ({ story, at }) =>
        recordsOf(story, 'advocate-change-answer')[0]?.occurredAt === at
          ? hoursBetween(story.receivedAt, at)
          : undefined,
    }),
    countOf({ id: 'examples', of: outcomes, where: answers('example') }),
    ...asksClosure({ id: 'closure', question: 'knewCouldChange', yes: ['yes'] }),
    ...asksAnnual({ id: 'annual', question: 'knowCouldChange', yes: ['yes'] }),
  ],
  notes: () => ['by-quarter-of-closing', 'percentile'],
})
