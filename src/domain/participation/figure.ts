import type { Counted, Shape } from '#domain/participation/measure.ts'
import { percentile } from '#domain/participation/percentile.ts'
import { type RawCount, rawCount } from '#domain/participation/raw-count.ts'

/** What the service file asks for, or that it asks for nothing: never silent (H10). */
export type TargetValue = number | 'no target'

/** A part of a whole. `Count` is {@link RawCount} in the commissioner's edition, a protected one in the public. */
export type Share<Count = RawCount> = {
  readonly numerator: Count
  readonly denominator: Count
  /** To one decimal in the commissioner's edition; absent when there is nothing to work it out from. */
  readonly percent?: number
}

/** One figure of a report. */
export type Figure<Count = RawCount> =
  | { readonly shape: 'count' | 'distinct'; readonly count: Count }
  | ({
      readonly shape: 'share'
      readonly target: TargetValue
      /** Surveys only: how many answered of how many were asked (H10). */
      readonly response?: { readonly answered: Count; readonly asked: Count }
    } & Share<Count>)
  | {
      readonly shape: 'duration'
      /** How many durations it is made of. */
      readonly of: Count
      /** Hours to one decimal; absent when there are none. */
      readonly hours?: { readonly median: number; readonly ninetieth: number; readonly longest: number }
    }
  /** Whole minutes: 8.0 and 8.25 hours are not the same (Q20). */
  | { readonly shape: 'hours'; readonly minutes: Count }
  | {
      readonly shape: 'difference'
      readonly respondents: Share<Count>
      readonly users: Share<Count>
      /** Share of respondents less share of service users, in points to one decimal. */
      readonly points?: number
      /** True when the gap is wider than the service allows (M76). */
      readonly isWide: boolean
    }

/** What a figure is made with beside what was counted. */
export type Making = {
  readonly target?: TargetValue
  /** Points between two shares, beyond which a gap is flagged. @source M76 */
  readonly widestGap?: number
}

/** Adds up what was counted for one row and area. Nothing counted gives an honest zero. */
export function toFigure(shape: Shape, counted: readonly Counted[], making: Making = {}): Figure {
  switch (shape) {
    case 'count':
    case 'distinct':
      return { shape, count: rawCount(sum(counted.map((one) => (one.shape === shape ? one.count : 0)))) }
    case 'share':
      return toShareFigure(
        counted.filter((one) => one.shape === shape),
        making.target ?? 'no target',
      )
    case 'duration':
      return toDuration(counted.flatMap((one) => (one.shape === shape ? [one.hours] : [])))
    case 'hours':
      return { shape, minutes: rawCount(sum(counted.map((one) => (one.shape === shape ? one.minutes : 0)))) }
    case 'difference':
      return toDifference(
        counted.filter((one) => one.shape === shape),
        making.widestGap ?? Number.POSITIVE_INFINITY,
      )
  }
}

type CountedShare = Extract<Counted, { shape: 'share' }>
type CountedDifference = Extract<Counted, { shape: 'difference' }>

function toShareFigure(counted: readonly CountedShare[], target: TargetValue): Figure {
  const isSurvey = counted.some(({ asked, answered }) => asked !== undefined || answered !== undefined)
  return {
    shape: 'share',
    ...toShare(sum(counted.map((one) => one.numerator)), sum(counted.map((one) => one.denominator))),
    target,
    ...(isSurvey && {
      response: {
        answered: rawCount(sum(counted.map((one) => one.answered ?? 0))),
        asked: rawCount(sum(counted.map((one) => one.asked ?? 0))),
      },
    }),
  }
}

/**
 * A part of a whole. Where the part came later and is larger than the whole (a survey whose case has since changed
 * its area), there is no percentage: none would be true.
 */
function toShare(numerator: number, denominator: number): Share {
  return {
    numerator: rawCount(numerator),
    denominator: rawCount(denominator),
    ...(denominator > 0 && numerator <= denominator && { percent: Math.round((numerator * 1000) / denominator) / 10 }),
  }
}

/** @source M76: the gap is flagged when it is wider than the service allows, either way */
function toDifference(counted: readonly CountedDifference[], widestGap: number): Figure {
  const of = (side: CountedDifference['of']) => {
    const those = counted.filter((one) => one.of === side)
    return toShare(sum(those.map((one) => one.numerator)), sum(those.map((one) => one.denominator)))
  }
  const [respondents, users] = [of('respondents'), of('users')]
  const isKnown = respondents.percent !== undefined && users.percent !== undefined
  const points = isKnown ? toOneDecimal((respondents.percent ?? 0) - (users.percent ?? 0)) : undefined
  return {
    shape: 'difference',
    respondents,
    users,
    ...(points !== undefined && { points }),
    isWide: points !== undefined && Math.abs(points) > widestGap,
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

function toOneDecimal(value: number): number {
  return Math.round(value * 10) / 10
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0)
}
