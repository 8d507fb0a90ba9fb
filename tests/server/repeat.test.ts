import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { repeat } from '#server/repeat.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const log = { happened: () => undefined, failed: vi.fn() }

/** Work that lasts until it is let go. */
function longWork() {
  const letGo: (() => void)[] = []
  return { letGo, work: vi.fn(() => new Promise<void>((resolve) => letGo.push(resolve))) }
}

test('is done every so often, and the first time now where that is asked for', async () => {
  const work = vi.fn(async () => undefined)
  const later = vi.fn(async () => undefined)
  repeat(log, { name: 'now', work, milliseconds: 1000, isFirstNow: true })
  repeat(log, { name: 'later', work: later, milliseconds: 1000 })

  expect([work.mock.calls.length, later.mock.calls.length]).toEqual([1, 0])
  await vi.advanceTimersByTimeAsync(2000)
  expect([work.mock.calls.length, later.mock.calls.length]).toEqual([3, 2])
})

test('is never done twice at once', async () => {
  const { work, letGo } = longWork()
  repeat(log, { name: 'long', work, milliseconds: 1000, isFirstNow: true })

  await vi.advanceTimersByTimeAsync(5000)
  expect(work).toHaveBeenCalledTimes(1)
  letGo[0]?.()
  await vi.advanceTimersByTimeAsync(1000)
  expect(work).toHaveBeenCalledTimes(2)
})

test('comes again after a failure, which is logged', async () => {
  const work = vi.fn(async () => {
    throw new Error('no disk')
  })
  repeat(log, { name: 'failing', work, milliseconds: 1000 })

  await vi.advanceTimersByTimeAsync(2000)
  expect(work).toHaveBeenCalledTimes(2)
  expect(log.failed).toHaveBeenCalledWith('failing', expect.any(Error))
})

test('stops when what is being done is done, and is not done again', async () => {
  const { work, letGo } = longWork()
  const { stop } = repeat(log, { name: 'long', work, milliseconds: 1000, isFirstNow: true })
  let hasStopped = false
  const stopping = stop().then(() => {
    hasStopped = true
  })

  await vi.advanceTimersByTimeAsync(3000)
  expect(hasStopped).toBe(false)
  letGo[0]?.()
  await stopping
  await vi.advanceTimersByTimeAsync(3000)
  expect(work).toHaveBeenCalledTimes(1)
})
