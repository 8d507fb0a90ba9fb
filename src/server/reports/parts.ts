import { ALL, type Counted, type Observation, type Part, type Rows } from '#domain/participation/measure.ts'
import type { Span } from '#domain/participation/span.ts'
import { type Entry, observed } from '#server/reports/case.ts'
import type { ByRow, Condition } from '#server/reports/conditions.ts'
import type { Facts } from '#server/reports/facts.ts'
import type { Population } from '#server/reports/populations.ts'

/** A table and how it is counted. Rows with nothing in them may be left out: they are shown as 0. */
export type CountedPart = Part & { readonly count: (facts: Facts, span: Span) => readonly Observation[] }

type Table = {
  readonly id?: string
  readonly of: Population
  readonly rows?: Rows
  readonly by?: ByRow
  readonly where?: Condition
  readonly onlyForCommissioner?: true
}

const inOneRow: ByRow = () => [ALL]

/** How many, in all or by row. */
export function countOf({
  id = 'total',
  ...table
}: Table & { readonly times?: (entry: Entry) => number }): CountedPart {
  return counted('count', id, table, (entry) => ({ shape: 'count', count: table.times?.(entry) ?? 1 }))
}

/** How many young people: the same one counts once, however often it is observed. */
export function distinctOf({ id = 'total', ...table }: Table): CountedPart {
  return counted('distinct', id, table, () => ({ shape: 'distinct', count: 1 }))
}

/** Hours of work: the sum of these minutes. */
export function hoursOf({
  id = 'total',
  minutes,
  ...table
}: Table & { readonly minutes: readonly string[] }): CountedPart {
  return counted('hours', id, table, (entry) => ({ shape: 'hours', minutes: minutesIn(entry, minutes) }))
}

/** The minutes that a record of work gives for these questions. */
export function minutesIn({ counted }: Pick<Entry, 'counted'>, questions: readonly string[]): number {
  return questions.reduce((sum, question) => sum + Number(counted[question]?.[0] ?? 0), 0)
}

/** How long something took, for those for whom it is over. */
export function durationOf({
  id = 'hours',
  hours,
  ...table
}: Table & { readonly hours: (entry: Entry, span: Span) => number | undefined }): CountedPart {
  return {
    ...frame('duration', id, table),
    count: (facts, span) =>
      counting(facts, span, table).flatMap(({ entry, row }) => {
        const took = hours(entry, span)
        return took === undefined ? [] : [observed(entry, row, { shape: 'duration', hours: took })]
      }),
  }
}

/**
 * A part of a whole: `of` says of whom, `is` who of them counts. With `asked` it is a survey's, and the figure says
 * how many of those asked answered it (H10).
 */
export function shareOf({
  id = 'share',
  is,
  asked,
  among,
  ...table
}: Table & {
  readonly is: Condition
  /** Who gave any answer to the item, of whom `where` then leaves some out ("does not fit me"). */
  readonly among?: Condition
  readonly asked?: Population
}): CountedPart {
  return {
    ...frame('share', id, table),
    count: (facts, span) => [
      ...counting(facts, span, table).map(({ entry, row }) =>
        observed(entry, row, { shape: 'share', numerator: is(entry) ? 1 : 0, denominator: 1 }),
      ),
      ...(asked && among ? responses(facts, span, { table, among, asked }) : []),
    ],
  }
}

/** A part of another whole: the numerator and the denominator are two populations. */
export function ratioOf({
  id,
  of,
  to,
}: {
  readonly id: string
  readonly of: Population
  readonly to: Population
}): CountedPart {
  const one = (numerator: number, denominator: number) => (entry: Entry) =>
    observed(entry, ALL, { shape: 'share', numerator, denominator })
  return {
    id,
    shape: 'share',
    rows: [ALL],
    count: (facts, span) => [...of(facts, span).map(one(1, 0)), ...to(facts, span).map(one(0, 1))],
  }
}

type Responses = { readonly table: Table; readonly among: Condition; readonly asked: Population }

/** Who answered and who was asked, in every row that the share has: each row's figure says so. */
function responses(facts: Facts, span: Span, { table, among, asked }: Responses): readonly Observation[] {
  const rows = Array.isArray(table.rows) ? (table.rows as readonly string[]) : [ALL]
  const nothing = { shape: 'share', numerator: 0, denominator: 0 } as const
  return rows.flatMap((row) => [
    ...table
      .of(facts, span)
      .filter(among)
      .map((entry) => observed(entry, row, { ...nothing, answered: 1 })),
    ...asked(facts, span).map((entry) => observed(entry, row, { ...nothing, asked: 1 })),
  ])
}

function counted(
  shape: Part['shape'],
  id: string,
  table: Omit<Table, 'id'>,
  each: (entry: Entry) => Counted,
): CountedPart {
  return {
    ...frame(shape, id, table),
    count: (facts, span) => counting(facts, span, table).map(({ entry, row }) => observed(entry, row, each(entry))),
  }
}

function frame(shape: Part['shape'], id: string, { rows = [ALL], onlyForCommissioner }: Omit<Table, 'id'>): Part {
  return { id, shape, rows, ...(onlyForCommissioner && { onlyForCommissioner }) }
}

function counting(facts: Facts, span: Span, { of, where = () => true, by = inOneRow }: Omit<Table, 'id'>) {
  return of(facts, span)
    .filter(where)
    .flatMap((entry) => by(entry).map((row) => ({ entry, row })))
}
