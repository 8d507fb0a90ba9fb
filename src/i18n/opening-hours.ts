import type { Language } from '#domain/language/language.ts'
import { type Instant, londonDay, londonLocal } from '#domain/time/instant.ts'
import type { Opening } from '#domain/time/opening-hours.ts'
import cy from '#locales/cy/opening-hours.json' with { type: 'json' }
import en from '#locales/en/opening-hours.json' with { type: 'json' }
import { fillNamed } from './fill.ts'
import { sayDayOfYear } from './times.ts'

const words = { cy, en }

/** Whether the service is open, in a sentence or two: "We are closed now. We open again at 9 in the morning, on…". */
export function sayOpening(opening: Opening, now: Instant, language: Language): string {
  const { open, closed, closedUntilLater } = words[language]
  if (opening.isOpen) return fillNamed(open, { time: sayClock(opening.closesAt, language) })
  const time = sayClock(opening.opensAt, language)
  const day = londonDay(opening.opensAt)
  if (day === londonDay(now)) return fillNamed(closedUntilLater, { time })
  return fillNamed(closed, { time, day: sayDayOfYear(day, language) })
}

/** A time of day as people say it: "9 in the morning", "half past 4 in the afternoon" as "4:30 in the afternoon". */
export function sayClock(moment: Instant, language: Language): string {
  const [hours = 0, minutes = 0] = londonLocal(moment).slice(11).split(':').map(Number)
  const { noon, midnight, morning, afternoon, evening } = words[language].clock
  if (minutes === 0 && hours % 12 === 0) return hours === 0 ? midnight : noon
  const part = hours < 12 ? morning : hours < 18 ? afternoon : evening
  const hour = String(hours % 12 || 12)
  return fillNamed(part, { time: minutes === 0 ? hour : `${hour}:${String(minutes).padStart(2, '0')}` })
}
