import type { Service } from '#domain/service/service.ts'
import { addDays, type Instant, type IsoDate, londonDay, londonInstant } from '#domain/time/instant.ts'

/** Days on which nobody works: given by whoever knows the calendar, so that this stays pure. */
export type IsHoliday = (day: IsoDate) => boolean

type Hours = Pick<Service, 'openingHours'>

/** Tells whether the service is staffed on a day. */
export function isWorkingDay(day: IsoDate, { openingHours }: Hours, isHoliday: IsHoliday): boolean {
  const weekday = new Date(`${day}T12:00:00.000Z`).getUTCDay() || 7
  return openingHours.days.includes(weekday) && !isHoliday(day)
}

/**
 * The end of opening hours on the working day that many working days after a moment's own day.
 * A weekend or holiday does not count as a working day.
 *
 * @source DESIGN 5 "end of the next working day"; LW-8.5
 */
export function endOfWorkingDayAfter(
  moment: Instant,
  workingDays: number,
  service: Hours,
  isHoliday: IsHoliday,
): Instant {
  let day = londonDay(moment)
  for (let left = workingDays; left > 0; ) {
    day = addDays(day, 1)
    if (isWorkingDay(day, service, isHoliday)) left -= 1
  }
  return londonInstant(day, service.openingHours.until)
}
