import { describe, expect, test } from 'vitest'
import type { Figure } from '#domain/participation/figure.ts'
import { rawCount } from '#domain/participation/raw-count.ts'
import type { Target } from '#domain/participation/report.ts'
import { standingOf } from '#domain/participation/standing.ts'

const share = (numerator: number, denominator: number): Figure => ({
  shape: 'share',
  numerator: rawCount(numerator),
  denominator: rawCount(denominator),
  ...(denominator > 0 && { percent: (numerator * 100) / denominator }),
  target: 'no target',
})
const count = (number: number): Figure => ({ shape: 'count', count: rawCount(number) })
const hours = (number: number): Figure => ({ shape: 'hours', minutes: rawCount(number * 60) })
const target = (value: number, more: Partial<Target> = {}): Target => ({ value, source: 'test', ...more })

/** @source H10, LW-16.1; targets of Lewisham's Appendix 1 */
describe('a target', () => {
  test.each<[string, Figure, Target, string]>([
    ['is reached from below', share(4, 5), target(80), 'met'],
    ['is missed by a little', share(799, 1000), target(80), 'not-met'],
    ['of a band is missed beneath it', share(14, 100), target(15, { most: 20 }), 'not-met'],
    ['of a band is reached at its edge', share(20, 100), target(15, { most: 20 }), 'met'],
    ['of a band is missed above it', share(21, 100), target(15, { most: 20 }), 'not-met'],
    ['of none is reached by none', count(0), target(0), 'met'],
    ['of none is missed by one', count(1), target(0), 'not-met'],
    ['of hours is reached in hours, not minutes', hours(1000), target(1000), 'met'],
    ['of hours is missed in hours, not minutes', hours(999), target(1000), 'not-met'],
    ['has nothing to judge by where nobody was counted', share(0, 0), target(80), 'nothing-yet'],
  ])('%s', (_, figure, aim, standing) => {
    expect(standingOf({ figure, target: aim, isYear: true })).toBe(standing)
  })

  test('of a year is not judged before the year is over', () => {
    const aim = target(60, { most: 80, each: 'year' })

    expect(standingOf({ figure: count(70), target: aim, isYear: false })).toBe('so-far')
    expect(standingOf({ figure: count(70), target: aim, isYear: true })).toBe('met')
  })
})
