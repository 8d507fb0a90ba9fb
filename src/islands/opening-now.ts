import type { Service } from '#domain/service/service.ts'
import { hoursBetween, type Instant, type IsoDate, londonDay, toInstant } from '#domain/time/instant.ts'
import { type Opening, openingAt } from '#domain/time/opening-hours.ts'
import type { OpeningSentences } from '#i18n/opening-hours.ts'

/** What a page knows of the service's hours: see `components/reading/OpeningHours.astro`. */
type Known = Omit<Service['openingHours'], 'words'> & {
  readonly holidays: readonly IsoDate[]
  readonly says: OpeningSentences
}

const HOURS_IN_WEEK = 168

/** Says whether the service is open now, or when it opens again; says nothing where the calendar is not known. */
for (const place of document.querySelectorAll<HTMLElement>('[data-opening]')) {
  const { holidays, says, ...hours }: Known = JSON.parse(place.dataset.opening ?? '')
  const now = toInstant(new Date())
  if (!isKnown(holidays, now)) continue
  const opening = openingAt(now, { openingHours: { ...hours, words: {} } }, (day) => holidays.includes(day))
  const sentence = sentenceFor(says, opening, now)
  if (sentence) {
    place.textContent = sentence
    place.hidden = false
  }
}

/** The last year of the calendar is for days to come: the next opening may lie in it. */
function isKnown(holidays: readonly IsoDate[], now: Instant): boolean {
  const [year, first = '', last = ''] = [now, holidays[0], holidays.at(-1)].map((each) => each?.slice(0, 4))
  return year !== undefined && year >= first && year < last
}

/** @returns undefined when it opens in a week or later, for then the name of a day could mean two. */
function sentenceFor(says: OpeningSentences, opening: Opening, now: Instant): string | undefined {
  if (opening.isOpen) return says.open
  const day = londonDay(opening.opensAt)
  if (day === londonDay(now)) return says.closedUntilLater
  if (hoursBetween(now, opening.opensAt) >= HOURS_IN_WEEK) return undefined
  return says.closedUntil[new Date(day).getUTCDay() || 7]
}
