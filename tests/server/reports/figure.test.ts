import { describe, expect, test } from 'vitest'
import { toFigure } from '#domain/participation/figure.ts'
import { percentile } from '#domain/participation/percentile.ts'
import { rawCount } from '#domain/participation/raw-count.ts'

const share = (numerator: number, denominator: number) =>
  toFigure('share', [{ shape: 'share', numerator, denominator }])

describe('a share', () => {
  test.each([
    [2, 3, 66.7],
    [1, 3, 33.3],
    [1, 8, 12.5],
    [1, 16, 6.3], // 6.25 rounds up
    [0, 7, 0],
    [7, 7, 100],
  ])('of %i in %i is %d%%', (numerator, denominator, percent) => {
    expect(share(numerator, denominator)).toMatchObject({ numerator, denominator, percent })
  })

  test('of nobody has no percentage', () => {
    expect(share(0, 0)).toEqual({ shape: 'share', numerator: 0, denominator: 0, target: 'no target' })
  })

  test('adds numerators and denominators, never percentages', () => {
    const counted = [
      { shape: 'share', numerator: 1, denominator: 1 },
      { shape: 'share', numerator: 0, denominator: 3 },
    ] as const

    expect(toFigure('share', counted, { target: 80 })).toMatchObject({
      numerator: 1,
      denominator: 4,
      percent: 25,
      target: 80,
    })
  })

  test('larger than its whole has no percentage: what was counted is of two kinds', () => {
    expect(share(2, 1)).toEqual({ shape: 'share', numerator: 2, denominator: 1, target: 'no target' })
  })
})

describe('percentile', () => {
  // The spreadsheet's MEDIAN and PERCENTILE.INC of 1, 2, 3, 4, 10 and of 1, 2, 3, 10.
  test.each([
    [[1, 2, 3, 4, 10], 0.5, 3],
    [[1, 2, 3, 4, 10], 0.9, 7.6],
    [[1, 2, 3, 10], 0.5, 2.5],
    [[1, 2, 3, 10], 0.9, 7.9],
    [[5], 0.9, 5],
  ])('of %j at %d is %d', (sorted, share, expected) => {
    expect(percentile(sorted, share)).toBeCloseTo(expected, 10)
  })

  test('of nothing is nothing', () => {
    expect(percentile([], 0.5)).toBeUndefined()
  })
})

describe('rawCount', () => {
  test.each([-1, 2.5, Number.NaN])('refuses %d', (bad) => {
    expect(() => rawCount(bad)).toThrow(RangeError)
  })
})
