import { ALL, type Observation } from '#domain/participation/measure.ts'
import { hoursBetween } from '#domain/time/instant.ts'
import { defineMeasure } from '#server/reports/counted-measure.ts'

/**
 * Who was waiting at the last moment of the period. The wait is counted from acceptance, which puts a young
 * person on the list; M09 counts from receipt. An allocation takes them off too, and so
 * does a closing.
 *
 * @source M10; LW-8.4
 */
export const waitingList = defineMeasure({
  id: 'M10',
  kind: 'process',
  sources: ['LW-8.4', 'NS-1a'],
  parts: [
    { id: 'total', shape: 'count', rows: [ALL] },
    { id: 'priority', shape: 'count', rows: ['crisis', 'soon', 'usual'] },
    { id: 'wait', shape: 'duration', rows: [ALL] },
  ],
  notes: () => ['waiting-since', 'percentile'],
  count: async ({ waitingAt }, span) =>
    (await waitingAt(span.cut)).flatMap(({ authority, progress }): readonly Observation[] => [
      { shape: 'count', part: 'total', row: ALL, authority, count: 1 },
      { shape: 'count', part: 'priority', row: progress.priority, authority, count: 1 },
      {
        shape: 'duration',
        part: 'wait',
        row: ALL,
        authority,
        hours: hoursBetween(progress.acceptedAt ?? span.asAt, span.asAt),
      },
    ]),
})
