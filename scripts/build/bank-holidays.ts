import { addDays, type IsoDate } from '../../src/domain/time/instant.ts'
import { holidaysOf } from '../../src/server/holidays.ts'

const YEARS = 3

/** The bank holidays of a region in a year and the two after it: what a page that is built once can know of the calendar. */
export function bankHolidays(region: 'wales' | 'england', firstYear: number): readonly IsoDate[] {
  const isHoliday = holidaysOf(region)
  const end = `${firstYear + YEARS}-01-01`
  const days: IsoDate[] = []
  for (let day = `${firstYear}-01-01` as IsoDate; day < end; day = addDays(day, 1)) if (isHoliday(day)) days.push(day)
  return days
}
