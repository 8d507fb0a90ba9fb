import type { Counted, Shape } from '#domain/participation/measure.ts'
import { percentile } from '#domain/participation/percentile.ts'
import { type RawCount, rawCount } from '#domain/participation/raw-count.ts'

/** What the service file asks for, or that it asks for nothing: never silent (H10). */
export type TargetValue = number | 'no target'

/**
 * One figure of a report. `Count` is {@link RawCount} in the commissioner's edition; the public edition will
 * give its own kind.
 */
export type Figure<Count = RawCount> =
  | { readonly shape: 'count'; readonly count: Count }
  | {
      readonly shape: 'share'
      readonly numerator: Count
      readonly denominator: Count
      /** To one decimal; absent when the denominator is 0. */
      readonly percent?: number
      readonly target: TargetValue
      /** Surveys only: how many answered of how many were asked (H10). */
      readonly response?: { readonly answered: Count; readonly asked: Count }
    }
  | {
      readonly shape: 'duration'
      /** How many durations it is made of. */
      readonly of: Count
      /** Hours to one decimal; absent when there are none. */
      readonly hours?: { readonly median: number; readonly ninetieth: number; readonly longest: number }
    }

/** Adds up what was counted for one row and area. Nothing counted gives an honest zero. */
export function toFigure(shape: Shape, counted: readonly Counted[], target: TargetValue): Figure {
  switch (shape) {
    case 'count':
      return { shape, count: rawCount(sum(counted.map((one) => (one.shape === shape ? one.count : 0)))) }
    case 'share':
      return toShare(
        sum(counted.map((one) => (one.shape === shape ? one.numerator : 0))),
        sum(counted.map((one) => (one.shape === shape ? one.denominator : 0))),
        target,
      )
    case 'duration':
      return toDuration(counted.flatMap((one) => (one.shape === shape ? [one.hours] : [])))
  }
}

/** @throws RangeError when the part is larger than the whole: a fault in the query. */
function toShare(numerator: number, denominator: number, target: TargetValue): Figure {
  if (numerator > denominator) throw new RangeError(`${numerator} of ${denominator} is not a share`)
  return {
    shape: 'share',
    numerator: rawCount(numerator),
    denominator: rawCount(denominator),
    ...(denominator > 0 && { percent: Math.round((numerator * 1000) / denominator) / 10 }),
    target,
  }
}

function toDuration(hours: readonly number[]): Figure {
  const sorted = hours.toSorted((a, b) => a - b)
  const [median, ninetieth, longest] = [percentile(sorted, 0.5), percentile(sorted, 0.9), sorted.at(-1)]
  const of = rawCount(sorted.length)
  if (median === undefined || ninetieth === undefined || longest === undefined) return { shape: 'duration', of }
  return {
    shape: 'duration',
    of,
    hours: { median: toOneDecimal(median), ninetieth: toOneDecimal(ninetieth), longest: toOneDecimal(longest) },
  }
}

function toOneDecimal(hours: number): number {
  return Math.round(hours * 10) / 10
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0)
}
