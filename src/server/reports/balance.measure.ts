import { ageBands } from '#domain/age-band.ts'
import type { Observation, Rows } from '#domain/participation/measure.ts'
import type { Span } from '#domain/participation/span.ts'
import { addDays, londonDay, londonInstant } from '#domain/time/instant.ts'
import { type Entry, whoIs } from '#server/reports/case.ts'
import { type ByRow, by, byCase } from '#server/reports/conditions.ts'
import { defineMeasure } from '#server/reports/counted-measure.ts'
import { type Facts, RETURN_DAYS } from '#server/reports/facts.ts'
import type { CountedPart } from '#server/reports/parts.ts'
import { alone, cases, closureSurveys, onceEach, type Population, received } from '#server/reports/populations.ts'
import { talliedIn } from '#server/reports/tallied.ts'

/** Those referred in the twelve months up to the end of the period. @source M76 */
const referredInYear: Population = onceEach((facts, span) =>
  received(cases)(facts, { ...span, start: londonInstant(addDays(londonDay(span.end), -RETURN_DAYS), '00:00') }),
)

/** Answers of both surveys, each by its own question; a survey that does not ask says nothing. */
const respondents = (annual: ByRow | undefined, closure: ByRow | undefined) => (facts: Facts, span: Span) => [
  ...(annual ? alone('annual-survey')(facts, span).map((entry) => [entry, annual(entry)] as const) : []),
  ...(closure ? closureSurveys(facts, span).map((entry) => [entry, closure(entry)] as const) : []),
]

/**
 * Whether those who answered are like those whom the service is for, one characteristic at a time: the share of a row
 * among respondents, less its share among those referred. Who did not say is in neither.
 */
function compared(part: {
  readonly id: string
  readonly rows: Rows
  readonly values: readonly string[] | ((facts: Facts) => readonly string[])
  readonly annual?: ByRow
  readonly closure?: ByRow
  readonly users: ByRow | { readonly tallied: string }
}): CountedPart {
  const { id, rows, users } = part
  return {
    id,
    shape: 'difference',
    rows,
    count: (facts, span) => {
      const values = typeof part.values === 'function' ? part.values(facts) : part.values
      const side = (of: 'respondents' | 'users', asked: Asked, said: readonly string[], n = 1) =>
        said.some((value) => values.includes(value))
          ? values.map(
              (row): Observation => ({
                ...asked,
                shape: 'difference',
                of,
                row,
                numerator: said.includes(row) ? n : 0,
                denominator: n,
              }),
            )
          : []
      const those = respondents(part.annual, part.closure)(facts, span)
      return [
        ...those.flatMap(([entry, said]) => side('respondents', askedOf(entry), said)),
        ...(typeof users === 'function'
          ? referredInYear(facts, span).flatMap((entry) => side('users', askedOf(entry), users(entry)))
          : talliedIn(facts, span, users.tallied).flatMap(({ row, authority, count }) =>
              side('users', { authority, who: null }, [row], count),
            )),
      ]
    },
  }
}

type Asked = Pick<Observation, 'authority' | 'who'>

function askedOf({ authority, story }: Entry): Asked {
  return { authority, who: whoIs(story) }
}

const language: ByRow = ({ story }) => [story.language]
const yesOrNo = ['yes', 'no']
const genders = ['girl', 'boy', 'another']
const ethnicGroups = [
  'white-british',
  'white-other',
  'gypsy-roma-traveller',
  'mixed',
  'asian',
  'black-african',
  'black-caribbean',
  'black-other',
  'arab',
  'other',
]
const places = (facts: Facts) => facts.service.livingPlaces.map(({ id }) => id)
const ids = (facts: Facts) => facts.service.groups.map(({ id }) => id)

/** @source M76; NS-5c, NS-3d */
export const balanceOfViews = defineMeasure({
  id: 'M76',
  kind: 'process',
  sources: ['NS-5c', 'NS-3d'],
  parts: [
    compared({
      id: 'age',
      rows: { form: 'annual-survey', question: 'ageBand', only: ageBands },
      values: ageBands,
      annual: by('ageBand', []),
      closure: by('case.ageBand', []),
      users: by('age', []),
    }),
    compared({
      id: 'gender',
      rows: { form: 'annual-survey', question: 'gender', only: genders },
      values: genders,
      annual: by('gender', []),
      users: { tallied: 'gender' },
    }),
    compared({
      id: 'ethnicity',
      rows: { form: 'annual-survey', question: 'ethnicity', only: ethnicGroups },
      values: ethnicGroups,
      annual: by('ethnicity', []),
      users: { tallied: 'ethnicity' },
    }),
    compared({
      id: 'language',
      rows: ['cy', 'en'],
      values: ['cy', 'en'],
      annual: language,
      closure: by('case.language', []),
      users: language,
    }),
    compared({
      id: 'disability',
      rows: { form: 'annual-survey', question: 'disability', only: yesOrNo },
      values: yesOrNo,
      annual: by('disability', []),
      users: { tallied: 'disability' },
    }),
    compared({
      id: 'group',
      rows: { list: 'groups' },
      values: ids,
      closure: by('case.group', []),
      users: byCase('group', []),
    }),
    compared({
      id: 'location',
      rows: { list: 'livingPlaces' },
      values: places,
      annual: by('livingWhere', []),
      users: by('livingWhere', []),
    }),
  ],
  notes: () => ['last-twelve-months', 'tallied'],
})
