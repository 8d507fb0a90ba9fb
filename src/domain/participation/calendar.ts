import type { Period } from '#domain/participation/period.ts'
import type { Service } from '#domain/service/service.ts'
import { addDays, type IsoDate } from '#domain/time/instant.ts'

/** When the report of a period is due, and when it is talked about. */
export type Due = { readonly report: IsoDate; readonly meeting: IsoDate }

/**
 * The days in the month after a period that the service's contract names. A year's report is due with its last quarter's.
 *
 * @source LW-17.3, Q24
 */
export function dueDays({ until }: Pick<Period, 'until'>, { calendar }: Service['report']): Due {
  const first = addDays(until, 1)
  const dayOf = (day: number): IsoDate => addDays(first, day - 1)
  return {
    report: dayOf(calendar.dueDay),
    meeting: calendar.meetingDay === 'last' ? lastDayOf(first) : dayOf(calendar.meetingDay),
  }
}

/** The last day of the month that begins on this day. */
function lastDayOf(first: IsoDate): IsoDate {
  const [year, month] = first.split('-').map(Number) as [number, number]
  const next = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`
  return addDays(next as IsoDate, -1)
}
