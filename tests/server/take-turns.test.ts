import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { makeTurns } from '#server/http/take-turns.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

/** Asks for many turns at once. Gives the ends of those that have begun, as they begin. */
function asks(turns: ReturnType<typeof makeTurns>, network: string, times: number) {
  const begun: (() => void)[] = []
  const taken = Array.from({ length: times }, () => turns.take(network, (end) => begun.push(end)))
  return { begun, taken }
}

describe('taking turns', () => {
  test('a network that asks alone has 32 turns at once, and the next when one is over', () => {
    const { begun } = asks(makeTurns(Date.now), 'a', 50)

    expect(begun).toHaveLength(32)
    begun[0]?.()
    expect(begun).toHaveLength(33)
  })

  test('another network is answered at once, whatever one has asked for', () => {
    const turns = makeTurns(Date.now)
    asks(turns, 'flood', 500)

    expect(asks(turns, 'home', 1).begun).toHaveLength(1)
  })

  test('while several ask, each has one turn at a time', () => {
    const turns = makeTurns(Date.now)
    asks(turns, 'a', 1)
    const { begun } = asks(turns, 'b', 3)

    expect(begun).toHaveLength(1)
    begun[0]?.()
    expect(begun).toHaveLength(2)
  })

  test('a flood rests between its turns while others ask', () => {
    const turns = makeTurns(Date.now)
    asks(turns, 'home', 1)
    const { begun } = asks(turns, 'flood', 500)
    vi.advanceTimersByTime(10)

    begun[0]?.()
    vi.advanceTimersByTime(189)
    expect(begun).toHaveLength(1)
    vi.advanceTimersByTime(1)
    expect(begun).toHaveLength(2)
  })

  test('a home of children does not rest', () => {
    const turns = makeTurns(Date.now)
    asks(turns, 'somebody else', 1)
    const { begun } = asks(turns, 'home', 20)

    for (let turn = 0; turn < 20; turn += 1) begun[turn]?.()

    expect(begun).toHaveLength(20)
  })

  test('who waits for a bad signal keeps nobody of their home waiting', () => {
    const turns = makeTurns(Date.now)
    asks(turns, 'somebody else', 1)
    const { begun } = asks(turns, 'home', 2)

    vi.advanceTimersByTime(250)

    expect(begun).toHaveLength(2)
  })

  test('one that has ended twice gives one turn back', () => {
    const turns = makeTurns(Date.now)
    asks(turns, 'somebody else', 1)
    const { begun } = asks(turns, 'home', 4)

    begun[0]?.()
    begun[0]?.()

    expect(begun).toHaveLength(2)
  })

  test('what waits has an end: a thousand of one network, and others are taken', () => {
    const turns = makeTurns(Date.now)
    const { taken } = asks(turns, 'flood', 32 + 1_001)

    expect([taken.filter(Boolean).length, asks(turns, 'home', 1).taken]).toEqual([32 + 1_000, [true]])
  })

  test('when the others have gone, one that asks alone need not wait again', () => {
    const turns = makeTurns(Date.now)
    asks(turns, 'somebody else', 1).begun[0]?.()
    const { begun } = asks(turns, 'home', 1)
    vi.advanceTimersByTime(2_000)

    begun[0]?.()

    expect(asks(turns, 'home', 20).begun).toHaveLength(20)
  })
})
