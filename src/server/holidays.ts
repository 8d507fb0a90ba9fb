import Holidays from 'date-holidays'
import type { IsHoliday } from '#domain/time/working-days.ts'

const states = { wales: 'WLS', england: 'ENG' } as const
const calendars = new Map<string, Holidays>()

/** Bank and public holidays of the service's part of the United Kingdom. @source LW-8.5, NS-1d */
export function holidaysOf(region: keyof typeof states): IsHoliday {
  const calendar = calendars.get(region) ?? new Holidays('GB', states[region])
  calendars.set(region, calendar)
  return (day) => {
    const found = calendar.isHoliday(new Date(`${day}T12:00:00.000Z`))
    return found ? found.some(({ type }) => type === 'bank' || type === 'public') : false
  }
}
