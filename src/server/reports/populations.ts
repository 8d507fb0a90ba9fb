import { parsePeriod } from '#domain/participation/period.ts'
import { isWithin, type Span } from '#domain/participation/span.ts'
import { type Instant, type IsoDate, londonDay, londonInstant } from '#domain/time/instant.ts'
import { beginning, type Case, type Entry, entryOf, recordsOf } from '#server/reports/case.ts'
import type { Facts } from '#server/reports/facts.ts'

/** Those that a figure counts, or counts among. */
export type Population = (facts: Facts, span: Span) => readonly Entry[]

/** What a population is taken from. */
type Among = (facts: Facts) => readonly Case[]

export const cases: Among = (facts) => facts.cases
export const offers: Among = (facts) => facts.offers
export const changes: Among = (facts) => facts.changes
export const feedback: Among = (facts) => facts.feedback

/**
 * The same population, gone through once for a span: many measures count the same one, and those of a report of many
 * records are not looked for again by each.
 */
export function onceEach(population: Population): Population {
  const found = new WeakMap<Facts, WeakMap<Span, readonly Entry[]>>()
  return (facts, span) => {
    const bySpan = found.get(facts) ?? new WeakMap<Span, readonly Entry[]>()
    found.set(facts, bySpan)
    const entries = bySpan.get(span) ?? population(facts, span)
    bySpan.set(span, entries)
    return entries
  }
}

/** One population for the same source and forms, whichever measure asks for it. */
function shared<From>(make: (from: From, forms: readonly string[]) => Population) {
  const made = new Map<From, Map<string, Population>>()
  return (from: From, ...forms: readonly string[]): Population => {
    const byForms = made.get(from) ?? new Map<string, Population>()
    made.set(from, byForms)
    const population = byForms.get(forms.join()) ?? onceEach(make(from, forms))
    byForms.set(forms.join(), population)
    return population
  }
}

/** Those that came in the period; of one form where one is named. */
export const received = shared((among: Among, forms) => (facts, span) => {
  const isWanted = ({ form, receivedAt }: Case) =>
    isWithin(receivedAt, span) && (forms.length === 0 || forms.includes(form))
  return among(facts).filter(isWanted).map(beginning)
})

/** Everything of one form that was recorded about them and happened in the period. */
export const recorded = shared(
  (among: Among, forms) => (facts, span) =>
    among(facts).flatMap((story) =>
      story.records
        .filter(({ form, occurredAt }) => isWithin(occurredAt, span) && forms.includes(form))
        .map((record) => entryOf(story, record)),
    ),
)

/** Cases closed in the period, each with its last closing: one that was recorded again counts once. */
export const closings: Population = onceEach((facts, span) =>
  facts.cases.flatMap((story) => {
    const last = story.records.findLast(({ form }) => form === 'closure')
    return last && isWithin(last.occurredAt, span) ? [entryOf(story, last)] : []
  }),
)

/** Cases that had been accepted and not closed at the last moment of the period, as they stood then. */
export const openAtEnd: Population = onceEach((facts, span) =>
  facts
    .casesAt(span.cut)
    .filter(({ standing }) => standing.status === 'accepted' || standing.status === 'contacted')
    .map(beginning),
)

/** Cases met for the first time in the period: work began, or a meeting with the young person was held. */
export const met: Population = onceEach((facts, span) =>
  facts.cases.flatMap((story) => {
    const meetings = story.records.filter(
      ({ form, counted }) => form === 'start' || (form === 'meeting' && counted.youngPerson?.includes('there')),
    )
    const [first] = meetings.map(({ occurredAt }) => occurredAt).sort()
    return first && isWithin(first, span) ? [{ ...beginning(story), at: first }] : []
  }),
)

/** Decisions that stand, made in the period. */
export const accepted: Population = onceEach((facts, span) =>
  facts.cases.filter(({ standing }) => isWithin(standing.acceptedAt, span)).map(beginning),
)

/** Decisions not to accept that stand, made in the period. */
export const notAccepted: Population = onceEach((facts, span) =>
  facts.cases.flatMap((story) => {
    const decision = recordsOf(story, 'screening').at(-1)
    return decision && isWithin(story.standing.notAcceptedAt, span) ? [entryOf(story, decision)] : []
  }),
)

/** Work on a case, on the day it was done. */
export const worked: Population = onceEach((facts, span) =>
  facts.cases.flatMap((story) =>
    recordsOf(story, 'hours')
      .map((record) => ({ ...entryOf(story, record), at: dayOf(record.counted.workedOn?.[0], record.occurredAt) }))
      .filter(({ at }) => isWithin(at, span)),
  ),
)

/** What stands alone and happened in the period: on the day it says, or when it came. */
export const alone = shared(
  (form: string) => (facts, span) =>
    facts
      .alone(form)
      .map((story) => ({
        ...beginning(story),
        at: dayOf(story.counted.day?.[0], (story.counted.occurredAt?.[0] ?? story.receivedAt) as Instant),
      }))
      .filter(({ at }) => isWithin(at, span)),
)

/** Closure surveys, in the quarter in which the case was closed: then those who answered are among those asked. */
export const closureSurveys: Population = onceEach((facts, span) =>
  facts
    .alone('closure-survey')
    .map((story) => ({
      id: story.id,
      story,
      counted: story.counted,
      at: parsePeriod(story.counted['case.quarter']?.[0] ?? '')?.start ?? story.receivedAt,
      authority: story.counted['case.authority']?.[0] ?? null,
    }))
    .filter(({ at }) => at >= span.start && at < span.end),
)

/** Several populations as one. */
export const either =
  (...populations: readonly Population[]): Population =>
  (facts, span) =>
    populations.flatMap((population) => population(facts, span))

/** Those of a population for whom something holds. */
export const those =
  (population: Population, holds: (entry: Entry, facts: Facts, span: Span) => boolean): Population =>
  (facts, span) =>
    population(facts, span).filter((entry) => holds(entry, facts, span))

/** Noon in London of a day that was named; the moment given when none was. */
function dayOf(day: string | undefined, otherwise: Instant): Instant {
  return day ? londonInstant(day as IsoDate, '12:00') : otherwise
}

/** The London day of an entry. */
export function onDay({ at }: Entry): IsoDate {
  return londonDay(at)
}
