import { type Period, parsePeriod, yearToDate } from '#domain/participation/period.ts'
import { type Instant, toInstant } from '#domain/time/instant.ts'

/** A stretch of time that a report counts, as it stands at the moment the report is made. */
export type Span = Period & {
  /** The period's end, or the moment the report is made when that is earlier. */
  readonly asAt: Instant
  /** The first moment that is no longer counted: what comes in while the report is made stays out of all of it. */
  readonly cut: Instant
}

/** What stands beside the period: a quarter's year to date, or a year's last year. @source DESIGN 9 */
export type Beside = { readonly is: 'year-to-date' | 'last-year'; readonly span: Span }

/** The period of a report, and what stands beside it. */
export function spansOf(period: Period, now: Instant): { readonly span: Span; readonly beside: Beside } {
  const span = toSpan(period, now)
  if (isQuarter(period)) return { span, beside: { is: 'year-to-date', span: toSpan(yearToDate(period), now) } }
  return { span, beside: { is: 'last-year', span: toSpan(yearBefore(period), now) } }
}

/** Tells whether a moment is in a span and is counted. */
export function isWithin(moment: Instant | undefined, span: Span): boolean {
  return moment !== undefined && moment >= span.start && moment < span.cut
}

function isQuarter({ id }: Period): boolean {
  return id.includes('-q')
}

function toSpan(period: Period, now: Instant): Span {
  const isOver = period.end <= now
  return {
    ...period,
    asAt: isOver ? period.end : now,
    cut: isOver ? period.end : toInstant(new Date(Date.parse(now) + 1)),
  }
}

function yearBefore({ id }: Period): Period {
  const year = Number(id.slice(0, 4)) - 1
  const before = parsePeriod(`${year}-${String((year + 1) % 100).padStart(2, '0')}`)
  if (!before) throw new RangeError(`no year before ${id}`)
  return before
}
