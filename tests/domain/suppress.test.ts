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

  test('keeps a total back whose roundings all lean one way: 8 and 8 and 1 are 17', () => {
    // 10 and 10 shown and 15 in all would leave only 1.
    expect(shown({ a: 8, b: 8, c: 1, total: 17 })).toEqual({ a: 10, b: 10, c: 'few', total: 'kept-back' })
  })

  test('keeps a total back of two small numbers that must both be large: 7 and 6 are 13', () => {
    expect(shown({ a: 7, b: 6, total: 13 })).toEqual({ a: 'few', b: 'few', total: 'kept-back' })
  })
})
