import { addDays, type Instant, type IsoDate, londonDay, londonInstant } from '#domain/time/instant.ts'

/** A reporting period: a quarter such as `2026-27-q3`, or a year such as `2026-27`. */
export type Period = {
  readonly id: string
  /** First and last day, Europe/London. */
  readonly from: IsoDate
  readonly until: IsoDate
  /** The first moment in it, and the first moment after it. */
  readonly start: Instant
  readonly end: Instant
}

const QUARTER_STARTS = ['04-01', '07-01', '10-01', '01-01'] as const

/** Reads a period's name. @returns undefined when there is no such period. @source LW-17.3, Q24 */
export function parsePeriod(id: string): Period | undefined {
  const match = /^(\d{4})-(\d{2})(?:-q([1-4]))?$/.exec(id)
  if (!match?.[1] || !match[2]) return undefined
  const year = Number(match[1])
  if ((year + 1) % 100 !== Number(match[2])) return undefined
  if (!match[3]) return between(id, `${year}-04-01`, `${year + 1}-04-01`)
  const quarter = Number(match[3])
  return between(id, quarterStart(year, quarter), quarterStart(year, quarter + 1))
}

/** The first day of a quarter; the fifth is the next year's first. */
function quarterStart(year: number, quarter: number): string {
  if (quarter === 5) return `${year + 1}-04-01`
  return `${quarter === 4 ? year + 1 : year}-${QUARTER_STARTS[quarter - 1]}`
}

function between(id: string, from: string, next: string): Period {
  return {
    id,
    from: from as IsoDate,
    until: addDays(next as IsoDate, -1),
    start: londonInstant(from as IsoDate, '00:00'),
    end: londonInstant(next as IsoDate, '00:00'),
  }
}

/** The quarter in which a moment falls. */
export function quarterOf(moment: Instant): string {
  const [year, month] = londonDay(moment).split('-').map(Number) as [number, number]
  const first = month >= 4 ? year : year - 1
  const quarter = month >= 4 ? Math.floor((month - 4) / 3) + 1 : 4
  return `${first}-${String((first + 1) % 100).padStart(2, '0')}-q${quarter}`
}

/** The quarter before one. @throws RangeError when there is no such quarter. */
export function quarterBefore(id: string): string {
  const quarter = parsePeriod(id)
  if (!quarter) throw new RangeError(`no quarter ${id}`)
  return quarterOf(londonInstant(addDays(quarter.from, -1), '12:00'))
}

/** The year to date that goes with a quarter: from 1 April to the quarter's end. */
export function yearToDate(quarter: Period): Period {
  const year = parsePeriod(quarter.id.slice(0, 7))
  if (!year) throw new RangeError(`no year for ${quarter.id}`)
  return { ...year, until: quarter.until, end: quarter.end }
}
