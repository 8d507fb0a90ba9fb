import { quarterOf } from '#domain/participation/period.ts'
import type { Span } from '#domain/participation/span.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { Facts } from '#server/reports/facts.ts'

/** So many gave this answer, in an authority where it is known. */
export type Tallied = { readonly row: string; readonly authority: string | null; readonly count: number }

/**
 * Equality answers counted in a span. They are kept by quarter and authority where there are many, else by year for
 * the whole service: a year's answers belong to the year and to no quarter of it.
 *
 * @source DESIGN 6 "tally"
 */
export function talliedIn({ tally }: Facts, span: Span, question: string): readonly Tallied[] {
  return tally
    .filter((row) => row.form === 'self-referral' && row.question === question && covers(span, row.period))
    .map(({ value, authority, n }) => ({ row: value, authority: authority || null, count: n }))
}

function covers({ start, end, id }: Span, period: string): boolean {
  const isQuarter = period.includes('-q')
  const first = quarterOf(start)
  const last = quarterOf(new Date(Date.parse(end) - 1).toISOString() as Instant)
  return isQuarter ? period >= first && period <= last : id === period
}
