import { ALL, NOT_SAID } from '#domain/participation/measure.ts'
import type { Span } from '#domain/participation/span.ts'
import { isReached } from '#domain/referral/progress.ts'
import { hoursBetween } from '#domain/time/instant.ts'
import { beginning, type Entry, recordsOf } from '#server/reports/case.ts'
import { not } from '#server/reports/conditions.ts'
import { defineMeasure } from '#server/reports/counted-measure.ts'
import { countOf, durationOf, shareOf } from '#server/reports/parts.ts'
import { openAtEnd, type Population, those } from '#server/reports/populations.ts'

/** Those whose time to be reached in ran out in the period, by the moment the report is made. */
const timeRanOut = dueIn((due, span) => due < span.asAt)
/** Those whose time would run out in the period, and has not yet. */
const timeIsLeft = dueIn((due, span) => due >= span.asAt)

function dueIn(holds: (due: string, span: Span) => boolean): Population {
  return (facts, span) =>
    facts.cases
      .filter(({ standing: { due } }) => due && due >= span.start && due < span.end && holds(due, span))
      .map(beginning)
}

const inTime = ({ story: { standing } }: Entry) =>
  standing.contactedAt !== undefined && standing.due !== undefined && standing.contactedAt <= standing.due

/**
 * Counted are the young people whose time ran out in the period: reached by then, the due moment itself
 * included, or not. Whoever still has time when the report is made is neither a hit nor a miss, reached or
 * not, and is shown apart: counting only the early ones would flatter the share.
 *
 * @source M08; H3, LW-8.4, LW-A1.31, Q1, Q2
 */
export const contactedInTime = defineMeasure({
  id: 'M08',
  kind: 'process',
  sources: ['LW-8.4', 'LW-A1.31', 'NS-1a', 'Q1', 'Q2'],
  parts: [
    shareOf({ id: 'in-time', of: timeRanOut, is: inTime }),
    countOf({
      id: 'missed',
      of: those(timeRanOut, not(inTime)),
      rows: ['reached-late', 'tried-not-reached', 'not-tried'],
      by: ({ story: { standing } }) => [
        standing.contactedAt ? 'reached-late' : standing.attempts > 0 ? 'tried-not-reached' : 'not-tried',
      ],
    }),
    countOf({
      id: 'method',
      of: those(timeRanOut, inTime),
      rows: { form: 'contact', question: 'method' },
      by: (entry) => [methodOf(entry)],
    }),
    countOf({ id: 'not-due', of: timeIsLeft }),
  ],
  notes: () => ['attempt-is-no-contact', 'due-not-passed'],
})

/** How the young person was reached when the clock stopped. */
function methodOf({ story }: Entry): string {
  const first = recordsOf(story, 'contact').find(
    (record) => isReached(record) && record.occurredAt === story.standing.contactedAt,
  )
  return first?.counted.method?.[0] ?? NOT_SAID
}

/** First contacts made in the period, so that every wait is a finished one. */
const firstContacts: Population = (facts, span) =>
  facts.cases.flatMap((story) => {
    const at = story.standing.contactedAt
    return at && at >= span.start && at < span.cut ? [{ ...beginning(story), at }] : []
  })

/**
 * Those still waiting are in M10. The language is the one in which the young person wrote to us. Somebody who was
 * spoken to before the form was filled in has not waited.
 *
 * @source M09; NS-1a, WG-L, Q1
 */
export const responseTime = defineMeasure({
  id: 'M09',
  kind: 'process',
  sources: ['NS-1a', 'WG-L', 'Q1'],
  parts: [
    durationOf({
      of: firstContacts,
      rows: [ALL, 'cy', 'en'],
      by: ({ story }) => [ALL, story.language],
      hours: ({ story, at }) => Math.max(0, hoursBetween(story.receivedAt, at)),
    }),
  ],
  notes: () => ['every-answer', 'percentile'],
})

const waiting = those(
  openAtEnd,
  ({ story }) => story.standing.status === 'accepted' && recordsOf(story, 'allocation').length === 0,
)

/**
 * Who was waiting at the last moment of the period. The wait is counted from acceptance, which puts a young
 * person on the list; M09 counts from receipt. An allocation takes them off too, and so does a closing.
 *
 * @source M10; LW-8.4
 */
export const waitingList = defineMeasure({
  id: 'M10',
  kind: 'process',
  sources: ['LW-8.4', 'NS-1a'],
  parts: [
    countOf({ of: waiting }),
    countOf({
      id: 'priority',
      of: waiting,
      rows: { form: 'screening', question: 'priority' },
      by: ({ story }) => [story.standing.priority],
    }),
    durationOf({
      id: 'wait',
      of: waiting,
      hours: ({ story: { standing } }, span) => hoursBetween(standing.acceptedAt ?? span.asAt, span.asAt),
    }),
  ],
  notes: () => ['waiting-since', 'percentile'],
})
