import type { Service } from '#domain/service/service.ts'
import { addDays, type Instant, type IsoDate, londonDay, londonInstant } from '#domain/time/instant.ts'
import { type IsHoliday, isWorkingDay } from '#domain/time/working-days.ts'

type Hours = Pick<Service, 'openingHours'>

/** Whether the service is open at a moment: until when, or when it opens again. */
export type Opening =
  | { readonly isOpen: true; readonly closesAt: Instant }
  | { readonly isOpen: false; readonly opensAt: Instant }

/** No run of holidays is longer: beyond it, something is wrong with the calendar. */
const LONGEST_CLOSED_DAYS = 60

/**
 * Tells whether the service is open. It opens on the minute and is closed on the minute it closes, on a London clock.
 *
 * @throws RangeError when it does not open within sixty days: a fault in the calendar.
 * @source NS-1d, LW-8.5
 */
export function openingAt(moment: Instant, service: Hours, isHoliday: IsHoliday): Opening {
  const today = londonDay(moment)
  const { from, until } = service.openingHours
  const closesAt = londonInstant(today, until)
  if (isWorkingDay(today, service, isHoliday) && moment < closesAt) {
    const opensAt = londonInstant(today, from)
    return moment < opensAt ? { isOpen: false, opensAt } : { isOpen: true, closesAt }
  }
  return { isOpen: false, opensAt: londonInstant(nextWorkingDay(today, service, isHoliday), from) }
}

function nextWorkingDay(after: IsoDate, service: Hours, isHoliday: IsHoliday): IsoDate {
  for (let days = 1; days <= LONGEST_CLOSED_DAYS; days += 1) {
    const day = addDays(after, days)
    if (isWorkingDay(day, service, isHoliday)) return day
  }
  throw new RangeError(`the service does not open within ${LONGEST_CLOSED_DAYS} days of ${after}`)
}
