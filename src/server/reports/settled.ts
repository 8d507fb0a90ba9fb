import type { Span } from '#domain/participation/span.ts'
import { kindOfStory } from '#domain/referral/story-kind.ts'
import { addHours } from '#domain/time/instant.ts'
import type { Case } from '#server/reports/case.ts'

/** A day that is not over, in London and in UTC, may still be counted. */
const DAY_HOURS = 48
/** Longer than anybody who wrote to us may have to wait for an answer, whatever the service promises. */
const LONGEST_WAIT_HOURS = 100 * 24

/** The counted answers that say when something was, or will be: a day, or a moment of one. */
const DAY = /^\d{4}-\d{2}-\d{2}$/
const MOMENT = /^\d{4}-\d{2}-\d{2}T/

/**
 * Tells whether a case adds the same to a report that is made later, as long as nothing is recorded about it: no clock
 * of it runs, and everything in it lies behind the moment up to which was counted. In a span that is over no time runs.
 *
 * It errs one way only. Whatever is held to be settled has to be: tests/server/reports/kept-counts.test.ts holds a
 * year's reports, made one after another, against the same ones made alone.
 */
export function isSettled(story: Case, spans: readonly Span[]): boolean {
  const [moving] = spans.filter(({ cut, end }) => cut < end)
  if (!moving) return true
  const isReferral = kindOfStory(story.form) === 'referral'
  // On the waiting list: how long is counted up to the moment itself.
  if (isReferral && story.standing.status === 'accepted') return false
  const isPromised = !isReferral && !story.form.endsWith('-survey')
  const wait = isPromised ? LONGEST_WAIT_HOURS : 0
  const said = [story, ...story.records].flatMap(({ counted }) => Object.values(counted).flat())
  const moments = [...momentsOf(story), ...said.filter((value) => MOMENT.test(value))]
  const days = said.filter((value) => DAY.test(value))
  const [momentBefore, dayBefore] = [addHours(moving.cut, -wait), addHours(moving.cut, -wait - DAY_HOURS)]
  return moments.every((moment) => moment < momentBefore) && days.every((day) => day < dayBefore)
}

function momentsOf({ receivedAt, records, standing }: Case): readonly string[] {
  const { acceptedAt, due, contactedAt } = standing
  return [
    receivedAt,
    acceptedAt,
    due,
    contactedAt,
    ...records.flatMap((each) => [each.receivedAt, each.occurredAt]),
  ].filter((moment) => moment !== undefined)
}
