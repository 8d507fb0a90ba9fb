import { NOT_SAID, type Observation } from '#domain/participation/measure.ts'
import { by, byCase } from '#server/reports/conditions.ts'
import { defineMeasure } from '#server/reports/counted-measure.ts'
import { type CountedPart, countOf } from '#server/reports/parts.ts'
import { cases, received } from '#server/reports/populations.ts'
import { choicesOf } from '#server/reports/rows.ts'
import { talliedIn } from '#server/reports/tallied.ts'

/** Equality answers of the self-referral: only counts, kept with no link to anybody. */
const tallied = ['gender', 'ethnicity', 'disability', 'asylumSeeker'] as const
type Tallied = (typeof tallied)[number]

/** The share of each answer among those who gave one: what a baseline of the service stands beside. */
function tally(question: Tallied): CountedPart {
  const rows = { form: 'self-referral', question } as const
  return {
    id: question,
    shape: 'share',
    rows,
    count: (facts, span) => {
      const answers = talliedIn(facts, span, question)
      return answers.flatMap(({ row: answer, authority, count }) =>
        choicesOf(rows, facts.service).map(
          (row): Observation => ({
            shape: 'share',
            row,
            authority,
            who: null,
            numerator: row === answer ? count : 0,
            denominator: count,
          }),
        ),
      )
    },
  }
}

const referrals = received(cases)
const living = { list: 'livingPlaces', after: [NOT_SAID] } as const

/**
 * Who the young people are who were referred, to set beside the service's own baseline.
 *
 * @source M80; NS-3d, LW-2.1, LW-2.4, LW-1.4, LW-17.5, Q23, Q28
 */
export const profile = defineMeasure({
  id: 'M80',
  kind: 'output',
  sources: ['NS-3d', 'LW-2.1', 'LW-2.4', 'LW-1.4', 'LW-17.5', 'Q23', 'Q28'],
  parts: [
    countOf({
      id: 'age',
      of: referrals,
      rows: { form: 'annual-survey', question: 'ageBand', after: [NOT_SAID] },
      by: by('age'),
    }),
    tally('gender'),
    tally('ethnicity'),
    tally('disability'),
    tally('asylumSeeker'),
    countOf({ id: 'language', of: referrals, rows: ['cy', 'en'], by: ({ story }) => [story.language] }),
    countOf({ id: 'location', of: referrals, rows: living, by: by('livingWhere') }),
    countOf({ id: 'group', of: referrals, rows: { list: 'groups', after: [NOT_SAID] }, by: byCase('group') }),
    countOf({
      id: 'legal-status',
      of: referrals,
      rows: { list: 'legalStatuses', after: [NOT_SAID] },
      by: byCase('legalStatus'),
    }),
  ],
  notes: () => ['tallied'],
})
