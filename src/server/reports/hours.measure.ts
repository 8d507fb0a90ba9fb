import type { Span } from '#domain/participation/span.ts'
import type { HoursThreshold } from '#domain/referral/hours.ts'
import { addDays, londonDay } from '#domain/time/instant.ts'
import { beginning, type Case, type Entry, recordsOf } from '#server/reports/case.ts'
import { caseHas, caseSays, not, says } from '#server/reports/conditions.ts'
import { defineMeasure } from '#server/reports/counted-measure.ts'
import { countOf, hoursOf, minutesIn, shareOf } from '#server/reports/parts.ts'
import { cases, openAtEnd, type Population, recorded, those, worked } from '#server/reports/populations.ts'

const MINUTES = 60
const advocacy = ['minutesWithChild', 'minutesOtherWork']
const travel = ['minutesTravel']
/** Travel counts towards every threshold. @source LW-7.2, Q20 */
const everything = [...advocacy, ...travel]

/** @source M21; LW-7.1, LW-7.2, LW-10.4, LW-A1.23 */
export const hours = defineMeasure({
  id: 'M21',
  kind: 'output',
  sources: ['LW-7.1', 'LW-7.2', 'LW-10.4', 'LW-A1.23', 'Q21'],
  parts: [
    hoursOf({ of: worked, minutes: everything }),
    hoursOf({ id: 'advocacy', of: worked, minutes: advocacy }),
    hoursOf({ id: 'with-child', of: worked, minutes: ['minutesWithChild'] }),
    hoursOf({ id: 'travel', of: worked, minutes: travel }),
    hoursOf({ id: 'spot', of: worked, where: says('spot', 'yes'), minutes: everything }),
  ],
})

/** All minutes worked on a case up to and with a day. */
function minutesUntil(story: Case, until: string): number {
  return recordsOf(story, 'hours')
    .filter(({ counted, occurredAt }) => (counted.workedOn?.[0] ?? londonDay(occurredAt)) <= until)
    .reduce((sum, record) => sum + minutesIn(record, everything), 0)
}

/** Open cases with strictly more hours than a threshold on the last day of the period. @source Q20 */
const openOver = (threshold: HoursThreshold): Population =>
  those(
    openAtEnd,
    ({ story }, { service }, span) => minutesUntil(story, lastDay(span)) > service.hours[threshold] * MINUTES,
  )

/** Cases that came to a threshold in the period: the review is due on reaching it. @source Q20 */
const cameTo = (threshold: HoursThreshold): Population => {
  return ({ cases: stories, service }, span) => {
    const limit = service.hours[threshold] * MINUTES
    return stories
      .filter((story) => minutesUntil(story, lastDay(span)) >= limit)
      .filter((story) => minutesUntil(story, addDays(span.from, -1)) < limit)
      .map(beginning)
  }
}

function lastDay({ until, asAt }: Span): string {
  const today = londonDay(asAt)
  return until < today ? until : today
}

const updateSent = ({ story }: Entry) =>
  recordsOf(story, 'hours-review').some(
    ({ counted }) => counted.threshold?.includes('review') && counted.updateSentOn !== undefined,
  )

/** @source M25; LW-7.3, LW-8.9, LW-A1.32, Q20 */
export const overReviewHours = defineMeasure({
  id: 'M25',
  kind: 'process',
  sources: ['LW-7.3', 'LW-8.9', 'LW-A1.32', 'Q20'],
  parts: [countOf({ of: openOver('review') }), shareOf({ id: 'updates', of: cameTo('review'), is: updateSent })],
  notes: () => ['strictly-more', 'travel-counts'],
})

const reviews = recorded(cases, 'hours-review')

/** Children with a conference have a cap of hours of their own; they stay in both counts. @source M26; LW-7.3, LW-7.16, LW-A1.33, Q20 */
export const overApprovalHours = defineMeasure({
  id: 'M26',
  kind: 'process',
  sources: ['LW-7.3', 'LW-7.16', 'LW-A1.33', 'Q20'],
  parts: [
    countOf({ of: openOver('approval') }),
    countOf({ id: 'asked', of: reviews, where: says('moreHoursAsked', 'yes') }),
    countOf({ id: 'approved', of: reviews, where: says('decision', 'approved') }),
    countOf({
      id: 'not-approved',
      of: openOver('approval'),
      where: not(caseHas('hours-review', 'decision', 'approved')),
    }),
    countOf({ id: 'over-conferences', of: openOver('conferences'), where: caseSays('group', 'child-protection') }),
  ],
  notes: () => ['strictly-more', 'travel-counts'],
})
