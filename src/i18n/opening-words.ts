import type { Language } from '#domain/language/language.ts'
import type { Service } from '#domain/service/service.ts'
import cy from '#locales/cy/opening.json' with { type: 'json' }
import en from '#locales/en/opening.json' with { type: 'json' }
import { fillNamed, toSentences } from './fill.ts'

const locale = { cy, en }
const NOON = 12
const EVENING = 18

/** Every thing that a page may have to say about being open, one sentence a line: it is built before anybody knows which. */
export type OpeningSentences = {
  readonly open: string
  readonly today: string
  /** By ISO weekday, Monday = 1: the day on which the service opens again. */
  readonly days: Readonly<Record<number, string>>
}

/** The sentences for the hours of a service, with its times in place. */
export function openingSentences(
  { openingHours: { days, from, until } }: Pick<Service, 'openingHours'>,
  language: Language,
): OpeningSentences {
  const words = locale[language]
  const opensAt = { time: sayTime(from, language) }
  const sentences = Object.entries(words.days).filter(([day]) => days.includes(Number(day)))
  return {
    open: fillNamed(words.open, { time: sayTime(until, language) }),
    today: onLines(fillNamed(words.today, opensAt)),
    days: Object.fromEntries(sentences.map(([day, sentence]) => [day, onLines(fillNamed(sentence, opensAt))])),
  }
}

function onLines(saying: string): string {
  return toSentences(saying).join('\n')
}

/** A time of day as people say it: "9 in the morning" for "09:00", "5:30 in the afternoon" for "17:30". */
export function sayTime(time: string, language: Language): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  const { morning, afternoon, evening } = locale[language].times
  const form = hour < NOON ? morning : hour < EVENING ? afternoon : evening
  const onTheClock = `${hour % NOON || NOON}`
  return fillNamed(form, { time: minute === 0 ? onTheClock : `${onTheClock}:${time.slice(3)}` })
}
