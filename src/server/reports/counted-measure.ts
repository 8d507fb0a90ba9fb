import type { Measure, Observation } from '#domain/participation/measure.ts'
import type { Span } from '#domain/participation/span.ts'
import type { Service } from '#domain/service/service.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { Clock } from '#server/reports/clocks.ts'
import type { Reader } from '#server/store/database.ts'

/** What a measure may look at. There is no key in it. */
export type Context = {
  readonly db: Reader
  readonly service: Service
  /** Referrals on which somebody acted in any span of the report, folded: read once for all measures. */
  readonly clocks: readonly Clock[]
  /** Referrals that were waiting at a moment; the same moment is read once. */
  readonly waitingAt: (cut: Instant) => Promise<readonly Clock[]>
}

/** A measure and how it is counted. */
export type CountedMeasure = Measure & {
  /** Counts one span. Rows with nothing in them may be left out: they are shown as 0. */
  readonly count: (context: Context, span: Span) => Promise<readonly Observation[]>
}

/** Checks that types cannot see through to, and returns the measure unchanged. */
export function defineMeasure(measure: CountedMeasure): CountedMeasure {
  const parts = measure.parts.map(({ id }) => id)
  if (new Set(parts).size < parts.length) throw new Error(`${measure.id} has two parts of one name`)
  if (measure.sources.length === 0) throw new Error(`${measure.id} has no source`)
  return measure
}
