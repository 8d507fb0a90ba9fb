import type { Span } from '#domain/participation/span.ts'
import { kindOfStory } from '#domain/referral/story-kind.ts'
import { addHours, type Instant } from '#domain/time/instant.ts'
import type { Case } from '#server/reports/case.ts'

/** A day may have begun or ended in between, in London and in UTC. */
const TODAY_HOURS = 48
/** Longer than anybody who wrote to us may have to wait for an answer, whatever the service promises. */
const LONGEST_WAIT_HOURS = 100 * 24

/** The counted answers that say when something was, or will be. */
const DAY = /^\d{4}-\d{2}-\d{2}/

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
  if (isReferral && isWaiting(story)) return false
  const isPromised = !isReferral && !story.form.endsWith('-survey')
  const before = addHours(moving.cut, isPromised ? -LONGEST_WAIT_HOURS : -TODAY_HOURS)
  return momentsOf(story).every((moment) => moment < before)
}

/** Not decided on, not reached, or on the waiting list: how long that takes is counted up to the moment itself. */
function isWaiting({ standing: { status, isAllocated } }: Case): boolean {
  const isOver = status === 'closed' || status === 'not-accepted' || status === 'withdrawn' || status === 'answered'
  return !isOver && (status !== 'contacted' || !isAllocated)
}

function momentsOf(story: Case): readonly string[] {
  const { acceptedAt, due, contactedAt } = story.standing
  const said = [story, ...story.records].flatMap(({ counted }) => Object.values(counted).flat())
  return [
    story.receivedAt,
    ...story.records.flatMap(({ receivedAt, occurredAt }) => [receivedAt, occurredAt]),
    ...[acceptedAt, due, contactedAt].filter((moment): moment is Instant => moment !== undefined),
    ...said.filter((value) => DAY.test(value)),
  ]
}
