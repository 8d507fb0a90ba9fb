import { ALL, NOT_SAID, type Observation } from '#domain/participation/measure.ts'
import { isWithin, type Span } from '#domain/participation/span.ts'
import type { Clock } from '#server/reports/clocks.ts'
import { defineMeasure } from '#server/reports/counted-measure.ts'

/**
 * The decision that stands counts, once: a referral accepted and later found not to be ours is in M07 only.
 *
 * @source M06; LW-A1.28
 */
export const accepted = defineMeasure({
  id: 'M06',
  kind: 'output',
  sources: ['LW-A1.28', 'NS-1a'],
  parts: [{ id: 'total', shape: 'count', rows: [ALL] }],
  notes: () => ['corrected-decision'],
  count: async ({ clocks }, span) =>
    clocks
      .filter(({ progress }) => isWithin(progress.acceptedAt, span))
      .map(({ authority }) => one({ part: 'total', row: ALL, authority })),
})

/** Each with a reason and with the other route that was given. @source M07; H9, LW-7.8, LW-7.9, LW-A1.29 */
export const notAccepted = defineMeasure({
  id: 'M07',
  kind: 'output',
  sources: ['LW-7.8', 'LW-7.9', 'LW-A1.29'],
  parts: [
    { id: 'total', shape: 'count', rows: [ALL] },
    {
      id: 'reason',
      shape: 'count',
      rows: ['outside-groups', 'own-advocacy-provision', 'role-of-worker', 'no-longer-wanted', 'other'],
    },
    { id: 'route', shape: 'count', rows: { list: 'notAcceptedRoutes', after: [] } },
  ],
  notes: () => ['corrected-decision'],
  count: async ({ clocks }, span) => turnedElsewhere(clocks, span).flatMap(threeOf),
})

function turnedElsewhere(clocks: readonly Clock[], span: Span): readonly Clock[] {
  return clocks.filter(({ progress }) => isWithin(progress.notAcceptedAt, span))
}

function threeOf({ authority, decision }: Clock): readonly Observation[] {
  const said = decision?.counted ?? {}
  return [
    one({ part: 'total', row: ALL, authority }),
    one({ part: 'reason', row: said.notAcceptedReason?.[0] ?? NOT_SAID, authority }),
    one({ part: 'route', row: said.routeGiven?.[0] ?? NOT_SAID, authority }),
  ]
}

function one(where: Pick<Observation, 'part' | 'row' | 'authority'>): Observation {
  return { shape: 'count', count: 1, ...where }
}
