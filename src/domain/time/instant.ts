/** A moment in UTC, as `toISOString` writes it: text sorts as time does, on both databases. */
export type Instant = string & { readonly __instant: unique symbol }

/** A calendar day in Europe/London, `2026-11-22`. */
export type IsoDate = string & { readonly __isoDate: unique symbol }

/** The zone in which days, quarters and opening hours are counted. */
export const ZONE = 'Europe/London'

const HOUR_IN_MILLISECONDS = 3_600_000
/** As many as say the day and the hour: `2026-11-22T14`. */
const HOUR_CHARACTERS = 13

/** Writes a moment as an {@link Instant}. */
export function toInstant(date: Date): Instant {
  return date.toISOString() as Instant
}

/** The moment that many elapsed hours later; clock changes do not matter, for hours are elapsed. */
export function addHours(instant: Instant, hours: number): Instant {
  return toInstant(new Date(Date.parse(instant) + hours * HOUR_IN_MILLISECONDS))
}

/** Elapsed hours from one moment to another, with fractions; negative when the second is earlier. */
export function hoursBetween(from: Instant, until: Instant): number {
  return (Date.parse(until) - Date.parse(from)) / HOUR_IN_MILLISECONDS
}

const dayFormat = new Intl.DateTimeFormat('en-CA', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

const dayOfHour = oncePerHour((moment) => dayFormat.format(new Date(moment)) as IsoDate)

/** The calendar day in Europe/London on which a moment falls. */
export function londonDay(instant: Instant): IsoDate {
  return dayOfHour(instant)
}

const offsetFormat = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, timeZoneName: 'longOffset' })

/**
 * The moment at which a clock in Europe/London shows this day and time.
 *
 * @param time - `HH:MM`, 24 hours. A time skipped by the spring clock change is read as winter time.
 */
export function londonInstant(day: IsoDate, time: string): Instant {
  const asUtc = toInstant(new Date(`${day}T${time}:00.000Z`))
  const guess = addHours(asUtc, -offsetHours(asUtc))
  // On the night of a change the offset of the guess differs from that of the clock's own reading.
  return offsetHours(guess) === offsetHours(asUtc) ? guess : addHours(asUtc, -offsetHours(guess))
}

/** How many hours a London clock is ahead of UTC at a moment. */
const offsetHours = oncePerHour((moment) => {
  const parts = offsetFormat.formatToParts(new Date(moment))
  const name = parts.find((part) => part.type === 'timeZoneName')?.value ?? 'GMT'
  return name === 'GMT' ? 0 : Number(name.slice(3, 6))
})

/** Hours of about ten years. */
const MOST_HOURS = 100_000

/**
 * Asks the calendar once for each hour: clocks in London change on the hour of UTC and by a whole one, and asking is
 * what a report over many records would otherwise spend most of its time on.
 */
function oncePerHour<Answer>(ask: (moment: Instant) => Answer): (moment: Instant) => Answer {
  const known = new Map<string, Answer>()
  return (moment) => {
    const hour = moment.slice(0, HOUR_CHARACTERS)
    const found = moment.endsWith('Z') ? known.get(hour) : undefined
    if (found !== undefined) return found
    const answer = ask(moment)
    if (known.size >= MOST_HOURS) known.clear()
    if (moment.endsWith('Z')) known.set(hour, answer)
    return answer
  }
}

/** The calendar day that many days later. */
export function addDays(day: IsoDate, days: number): IsoDate {
  const date = new Date(`${day}T12:00:00.000Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10) as IsoDate
}

const clockFormat = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** A moment as a London clock shows it, `2026-11-22T14:05`, for the browser's own field; text that is no moment stays. */
export function londonLocal(text: string): string {
  if (Number.isNaN(Date.parse(text)) || !text.endsWith('Z')) return text
  return `${londonDay(text as Instant)}T${clockFormat.format(new Date(text))}`
}
