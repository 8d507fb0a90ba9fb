import { ALL, NOT_SAID, type Observation } from '#domain/participation/measure.ts'
import { isWithin, type Span } from '#domain/participation/span.ts'
import { hoursBetween, type Instant } from '#domain/time/instant.ts'
import type { Clock } from '#server/reports/clocks.ts'
import { defineMeasure } from '#server/reports/counted-measure.ts'

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
    { id: 'in-time', shape: 'share', rows: [ALL] },
    { id: 'missed', shape: 'count', rows: ['reached-late', 'tried-not-reached', 'not-tried'] },
    {
      id: 'method',
      shape: 'count',
      rows: ['call', 'text', 'email', 'trusted-adult', 'letter', 'in-person', 'video-call'],
    },
    { id: 'not-due', shape: 'count', rows: [ALL] },
  ],
  notes: () => ['attempt-is-no-contact', 'due-not-passed'],
  count: async ({ clocks }, span) =>
    clocks.flatMap((clock) => {
      const { due } = clock.progress
      if (!due || due < span.start || due >= span.end) return []
      return due < span.asAt ? ofTimeRunOut(clock, due) : [count(clock, 'not-due', ALL)]
    }),
})

function ofTimeRunOut(clock: Clock, due: Instant): readonly Observation[] {
  const { contactedAt, attempts } = clock.progress
  const isInTime = contactedAt !== undefined && contactedAt <= due
  const share: Observation = {
    shape: 'share',
    part: 'in-time',
    row: ALL,
    authority: clock.authority,
    numerator: isInTime ? 1 : 0,
    denominator: 1,
  }
  if (isInTime) return [share, count(clock, 'method', clock.firstContact?.counted.method?.[0] ?? NOT_SAID)]
  return [
    share,
    count(clock, 'missed', contactedAt ? 'reached-late' : attempts > 0 ? 'tried-not-reached' : 'not-tried'),
  ]
}

function count({ authority }: Clock, part: string, row: string): Observation {
  return { shape: 'count', part, row, authority, count: 1 }
}

/**
 * Counted are the first contacts made in the period, so that every wait is a finished one; those still waiting
 * are in M10. The language is the one in which the young person wrote to us.
 *
 * @source M09; NS-1a, WG-L, Q1
 */
export const responseTime = defineMeasure({
  id: 'M09',
  kind: 'process',
  sources: ['NS-1a', 'WG-L', 'Q1'],
  parts: [{ id: 'hours', shape: 'duration', rows: [ALL, 'cy', 'en'] }],
  notes: () => ['every-answer', 'percentile'],
  count: async ({ clocks }, span) => clocks.flatMap((clock) => waitsOf(clock, span)),
})

function waitsOf({ authority, language, progress }: Clock, span: Span): readonly Observation[] {
  const { receivedAt, contactedAt } = progress
  if (!contactedAt || !isWithin(contactedAt, span)) return []
  // Somebody who was spoken to before the form was filled in has not waited.
  const hours = Math.max(0, hoursBetween(receivedAt, contactedAt))
  return [ALL, language].map((row) => ({ shape: 'duration', part: 'hours', row, authority, hours }))
}
