import Holidays from 'date-holidays'
import type { IsHoliday } from '#domain/time/working-days.ts'

const states = { wales: 'WLS', england: 'ENG' } as const
const known = new Map<string, IsHoliday>()

/** Bank and public holidays of the service's part of the United Kingdom. @source LW-8.5, NS-1d */
export function holidaysOf(region: keyof typeof states): IsHoliday {
  const isHoliday = known.get(region) ?? askingOnce(new Holidays('GB', states[region]))
  known.set(region, isHoliday)
  return isHoliday
}

/** The library works a year's holidays out anew for each day it is asked about: each day is asked about once. */
function askingOnce(calendar: Holidays): IsHoliday {
  const days = new Map<string, boolean>()
  return (day) => {
    const is = days.get(day) ?? isHolidayIn(calendar, day)
    days.set(day, is)
    return is
  }
}

function isHolidayIn(calendar: Holidays, day: string): boolean {
  const found = calendar.isHoliday(new Date(`${day}T12:00:00.000Z`))
  return found ? found.some(({ type }) => type === 'bank' || type === 'public') : false
}
