import type { Language } from '#domain/language/language.ts'
import { parsePeriod } from '#domain/participation/period.ts'
import { type Instant, type IsoDate, ZONE } from '#domain/time/instant.ts'
import cy from '#locales/cy/times.json' with { type: 'json' }
import en from '#locales/en/times.json' with { type: 'json' }

const words = { cy, en }
const locales = { cy: 'cy', en: 'en-GB' }

/** Made once: to make one takes sixty times as long as to use it, and every answer to a form says two moments. */
const timeFormat = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, hour: '2-digit', minute: '2-digit' })
const dayFormats = inEach({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
const monthFormats = inEach({ month: 'long', year: 'numeric' })

function inEach(parts: Intl.DateTimeFormatOptions): Readonly<Record<Language, Intl.DateTimeFormat>> {
  const make = (language: Language) => new Intl.DateTimeFormat(locales[language], { timeZone: ZONE, ...parts })
  return { cy: make('cy'), en: make('en') }
}

/** A moment as people say it, on a London clock: "Monday 23 November 2026 at 17:00". The same text everywhere. */
export function sayMoment(instant: Instant, language: Language): string {
  const date = new Date(instant)
  return words[language].at.replace('{day}', dayOf(date, language)).replace('{time}', timeFormat.format(date))
}

/** A calendar day as people say it: "Monday 23 November 2026". */
export function sayDay(day: IsoDate, language: Language): string {
  return dayOf(new Date(`${day}T12:00:00.000Z`), language)
}

/** A month as people say it: "September 2026"; `month` is `2026-09`. */
export function sayMonth(month: string, language: Language): string {
  return monthFormats[language].format(new Date(`${month}-15T12:00:00.000Z`))
}

/** The months of a reporting period: "July – September 2026". @throws when there is no such period. */
export function sayMonths(period: string, language: Language): string {
  const days = parsePeriod(period)
  if (!days) throw new RangeError(`${period} is not a period`)
  return monthFormats[language].formatRange(
    new Date(`${days.from}T12:00:00.000Z`),
    new Date(`${days.until}T12:00:00.000Z`),
  )
}

function dayOf(date: Date, language: Language): string {
  return withinSentence(dayFormats[language].format(date), language)
}

/** Welsh writes the day with a small letter inside a sentence, and neither language wants the comma. */
function withinSentence(day: string, language: Language): string {
  const plain = day.replace(',', '')
  return language === 'cy' ? plain.charAt(0).toLowerCase() + plain.slice(1) : plain
}

/** A sentence that promises something by a moment. */
export function sayBy(promise: 'lookBy' | 'due', instant: Instant, language: Language): string {
  return words[language][promise].replace('{when}', sayMoment(instant, language))
}
