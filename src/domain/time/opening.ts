import type { Service } from '#domain/service/service.ts'
import { addDays, type Instant, type IsoDate, londonLocal } from './instant.ts'
import { type IsHoliday, isWorkingDay } from './working-days.ts'

/** Open, until a time of day; or closed, until the service next opens. */
export type Opening =
  | { readonly isOpen: true; readonly until: string }
  | {
      readonly isOpen: false
      readonly opens: { readonly day: IsoDate; readonly isToday: boolean; readonly at: string }
    }

/** After this many days the name of a weekday would come round again, and mean another day. */
const DAYS_AHEAD = 6

/**
 * Whether the service is staffed at a moment on a London clock; the hour at which it closes is closed already.
 *
 * @returns undefined when it does not open within the next six days.
 * @source NS-1d, LW-8.5
 */
export function openingAt(
  moment: Instant,
  service: Pick<Service, 'openingHours'>,
  isHoliday: IsHoliday,
): Opening | undefined {
  const { from, until } = service.openingHours
  const [today, time = ''] = londonLocal(moment).split('T') as [IsoDate, string]
  const worksOn = (day: IsoDate) => isWorkingDay(day, service, isHoliday)
  if (worksOn(today) && time < until) {
    if (time >= from) return { isOpen: true, until }
    return { isOpen: false, opens: { day: today, isToday: true, at: from } }
  }
  for (let ahead = 1; ahead <= DAYS_AHEAD; ahead += 1) {
    const day = addDays(today, ahead)
    if (worksOn(day)) return { isOpen: false, opens: { day, isToday: false, at: from } }
  }
  return undefined
}
