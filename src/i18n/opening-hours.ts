import type { Language } from '#domain/language/language.ts'
import type { Service } from '#domain/service/service.ts'
import cy from '#locales/cy/opening-hours.json' with { type: 'json' }
import en from '#locales/en/opening-hours.json' with { type: 'json' }
import { fillNamed, toSentences } from './fill.ts'

const words = { cy, en }

/**
 * Everything a page may have to say about being open, one sentence a line. It is built before anybody knows which:
 * an old telephone may lack the names of Welsh days.
 */
export type OpeningSentences = {
  readonly open: string
  readonly closedUntilLater: string
  /** By ISO weekday, Monday = 1: the day on which the service opens again. */
  readonly closedUntil: Readonly<Record<number, string>>
}

/** The sentences for the hours of a service, with its times in place. */
export function openingSentences(
  { openingHours: { days, from, until } }: Pick<Service, 'openingHours'>,
  language: Language,
): OpeningSentences {
  const { open, closedUntilLater, closedUntil } = words[language]
  const say = (sentence: string, clock: string) =>
    toSentences(fillNamed(sentence, { time: sayClock(clock, language) })).join('\n')
  const onItsDays = Object.entries(closedUntil).filter(([day]) => days.includes(Number(day)))
  return {
    open: say(open, until),
    closedUntilLater: say(closedUntilLater, from),
    closedUntil: Object.fromEntries(onItsDays.map(([day, sentence]) => [day, say(sentence, from)])),
  }
}

/**
 * A time of day as people say it: "9 in the morning", "half past 4 in the afternoon" as "4:30 in the afternoon".
 *
 * @param clock - `HH:MM`, 24 hours.
 */
export function sayClock(clock: string, language: Language): string {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  const { noon, midnight, morning, afternoon, evening } = words[language].clock
  if (minutes === 0 && hours % 12 === 0) return hours === 0 ? midnight : noon
  const part = hours < 12 ? morning : hours < 18 ? afternoon : evening
  const hour = String(hours % 12 || 12)
  return fillNamed(part, { time: minutes === 0 ? hour : `${hour}:${String(minutes).padStart(2, '0')}` })
}
