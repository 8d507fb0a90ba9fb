import { describe, expect, test } from 'vitest'
import { type Period, parsePeriod, quarterOf, yearToDate } from '#domain/participation/period.ts'
import type { Instant } from '#domain/time/instant.ts'

const edges = (period: Period | undefined) => period && [period.from, period.until, period.start, period.end]

describe('parsePeriod', () => {
  test.each([
    ['2026-27-q1', '2026-04-01', '2026-06-30', '2026-03-31T23:00:00.000Z', '2026-06-30T23:00:00.000Z'],
    ['2026-27-q2', '2026-07-01', '2026-09-30', '2026-06-30T23:00:00.000Z', '2026-09-30T23:00:00.000Z'],
    ['2026-27-q3', '2026-10-01', '2026-12-31', '2026-09-30T23:00:00.000Z', '2027-01-01T00:00:00.000Z'],
    ['2026-27-q4', '2027-01-01', '2027-03-31', '2027-01-01T00:00:00.000Z', '2027-03-31T23:00:00.000Z'],
    ['2026-27', '2026-04-01', '2027-03-31', '2026-03-31T23:00:00.000Z', '2027-03-31T23:00:00.000Z'],
    ['2099-00-q4', '2100-01-01', '2100-03-31', '2100-01-01T00:00:00.000Z', '2100-03-31T23:00:00.000Z'],
  ])('knows the first and last day, and the edges on a London clock, of %s', (id, ...expected) => {
    expect(edges(parsePeriod(id))).toEqual(expected)
  })

  test.each(['2026', '2026-26', '2026-28-q1', '2026-27-q0', '2026-27-q5', '2026-27-Q1', '26-27', '2026-27-q1 ', ''])(
    'knows no period called "%s"',
    (id) => {
      expect(parsePeriod(id)).toBeUndefined()
    },
  )
})

describe('quarterOf', () => {
  test.each([
    ['2026-03-31T22:59:59.999Z', '2025-26-q4', 'the last moment of the year'],
    ['2026-03-31T23:00:00.000Z', '2026-27-q1', 'midnight of 1 April, which is summer time'],
    ['2026-06-30T22:59:59.999Z', '2026-27-q1', 'the last moment of June'],
    ['2026-06-30T23:00:00.000Z', '2026-27-q2', 'the first moment of July'],
    ['2026-09-30T23:00:00.000Z', '2026-27-q3', 'the first moment of October'],
    ['2026-12-31T23:59:59.999Z', '2026-27-q3', 'the last moment of December'],
    ['2027-01-01T00:00:00.000Z', '2026-27-q4', 'the first moment of January'],
    ['2100-01-15T12:00:00.000Z', '2099-00-q4', 'the turn of a century'],
  ])('puts %s in %s: %s', (moment, expected) => {
    expect(quarterOf(moment as Instant)).toBe(expected)
  })

  test.each(['2026-27-q1', '2026-27-q2', '2026-27-q3', '2026-27-q4'])('agrees with the edges of %s', (id) => {
    const period = parsePeriod(id)

    expect(period && quarterOf(period.start)).toBe(id)
    expect(period && quarterOf(period.end)).not.toBe(id)
  })
})

describe('yearToDate', () => {
  test('runs from 1 April to the end of the quarter', () => {
    const quarter = parsePeriod('2026-27-q3')

    expect(quarter && edges(yearToDate(quarter))).toEqual([
      '2026-04-01',
      '2026-12-31',
      '2026-03-31T23:00:00.000Z',
      '2027-01-01T00:00:00.000Z',
    ])
  })
})
