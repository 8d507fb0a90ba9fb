import { describe, expect, test } from 'vitest'
import { keepBack } from '#domain/participation/keep-back.ts'
import { rawCount } from '#domain/participation/raw-count.ts'
import { boundsOf, type PublishedCount, suppress } from '#domain/participation/suppress.ts'

const short = (count: PublishedCount | undefined) =>
  count === undefined ? 'missing' : 'shown' in count ? count.shown : count.withheld

describe('suppress', () => {
  test.each([
    [0, 0],
    [1, 'few'],
    [7, 'few'],
    [8, 10],
    [12, 10],
    [13, 15],
    [17, 15],
    [18, 20],
    [1000, 1000],
  ])('publishes %i as %s', (number, published) => {
    expect(short(suppress(rawCount(number)))).toBe(published)
  })

  test('gives no more away than its bounds: the number is always within them', () => {
    for (let number = 0; number <= 200; number += 1) {
      const { least, most } = boundsOf(suppress(rawCount(number)))

      expect([number, least <= number && number <= most]).toEqual([number, true])
      // Between four and seven values are open for everything but nothing.
      expect([number, most - least >= 4 || number === 0]).toEqual([number, true])
    }
  })
})

describe('keepBack', () => {
  const publish = (numbers: Readonly<Record<string, number>>) =>
    keepBack(new Map(Object.entries(numbers).map(([name, number]) => [name, rawCount(number)])), [
      { whole: 'total', parts: Object.keys(numbers).filter((name) => name !== 'total') },
    ])
  const shown = (numbers: Readonly<Record<string, number>>) =>
    Object.fromEntries([...publish(numbers)].map(([name, count]) => [name, short(count)]))

  test('leaves alone what gives nothing away', () => {
    expect(shown({ a: 3, b: 12, total: 15 })).toEqual({ a: 'few', b: 10, total: 15 })
  })

  test('keeps a row back where all roundings lean one way: 8 and 8 and 1 are 17', () => {
    // 10 and 10 shown and 15 in all would leave only 1. The total is what most people want to read.
    expect(shown({ a: 8, b: 8, c: 1, total: 17 })).toEqual({ a: 'kept-back', b: 10, c: 'few', total: 15 })
  })

  test('keeps back that a total is few, where so many rows are few that it must be large', () => {
    const { total, ...rows } = shown({ a: 1, b: 1, c: 1, d: 1, e: 1, total: 5 })

    expect(total).toBe('kept-back')
    expect(Object.values(rows).filter((row) => row === 'few').length).toBeGreaterThanOrEqual(3)
  })

  test('reckons with what is published nowhere: a part is never more than its whole', () => {
    const cells = new Map([
      ['asked', rawCount(2)],
      ['answered', rawCount(2)],
      ['two of them', rawCount(2)],
    ])
    const published = keepBack(cells, [
      { whole: 'asked', parts: ['answered', 'the rest'] },
      { whole: 'answered', parts: ['two of them', 'others'] },
    ])

    expect([...published.keys()]).toEqual([...cells.keys()])
    expect([...published.values()].map(short)).toEqual(['few', 'few', 'few'])
  })

  test('keeps a total back of two small numbers that must both be large: 7 and 6 are 13', () => {
    expect(shown({ a: 7, b: 6, total: 13 })).toEqual({ a: 'few', b: 'few', total: 'kept-back' })
  })
})
