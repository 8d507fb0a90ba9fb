import type { Service } from '#domain/service/service.ts'
import { type IsoDate, toInstant } from '#domain/time/instant.ts'
import { type Opening, openingAt } from '#domain/time/opening.ts'
import type { OpeningSentences } from '#i18n/opening-words.ts'

/** What a page knows of the service's hours: see `components/reading/OpeningHours.astro`. */
type Known = Omit<Service['openingHours'], 'words'> & {
  readonly holidays: readonly IsoDate[]
  readonly says: OpeningSentences
}

/** Says whether the service is open now, or when it opens again; says nothing where the calendar is not known. */
for (const place of document.querySelectorAll<HTMLElement>('[data-opening]')) {
  const known: Known = JSON.parse(place.dataset.opening ?? '')
  const opening = openingAt(toInstant(new Date()), { openingHours: { ...known, words: {} } }, (day) =>
    known.holidays.includes(day),
  )
  const sentence = isWithin(known.holidays) ? sentenceFor(known.says, opening) : undefined
  if (sentence) {
    place.textContent = sentence
    place.hidden = false
  }
}

/** The last year of the calendar is for days to come: the next opening may lie in it. */
function isWithin(holidays: readonly IsoDate[]): boolean {
  const year = new Date().getFullYear()
  return year >= yearOf(holidays[0]) && year < yearOf(holidays.at(-1))
}

function yearOf(day: IsoDate | undefined): number {
  return Number(day?.slice(0, 4))
}

function sentenceFor(says: OpeningSentences, opening: Opening | undefined): string | undefined {
  if (!opening) return undefined
  if (opening.isOpen) return says.open
  return opening.opens.isToday ? says.today : says.days[new Date(opening.opens.day).getUTCDay() || 7]
}
