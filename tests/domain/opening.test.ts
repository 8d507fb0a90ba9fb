import { describe, expect, test } from 'vitest'
import type { Instant } from '#domain/time/instant.ts'
import { openingAt } from '#domain/time/opening.ts'
import { holidaysOf } from '#server/holidays.ts'

const service = { openingHours: { days: [1, 2, 3, 4, 5], from: '09:00', until: '17:00', words: {} } }
const at = (moment: string) => openingAt(moment as Instant, service, holidaysOf('wales'))
const opens = (day: string, isToday = false) => ({ isOpen: false, opens: { day, isToday, at: '09:00' } })

describe('openingAt', () => {
  test.each([
    ['at the first minute of a working day', '2026-11-23T09:00:00.000Z'],
    ['at its last', '2026-11-23T16:59:00.000Z'],
    ['in summer time, an hour ahead', '2026-07-01T08:00:00.000Z'],
  ])('is open %s', (_, moment) => {
    expect(at(moment)).toEqual({ isOpen: true, until: '17:00' })
  })

  test.each([
    ['before the doors open', '2026-11-23T08:59:00.000Z', '2026-11-23', true],
    ['at the hour of closing', '2026-11-23T17:00:00.000Z', '2026-11-24', false],
    ['on a summer evening', '2026-07-01T16:00:00.000Z', '2026-07-02', false],
    ['after midnight in London, before midnight in UTC', '2026-07-01T23:30:00.000Z', '2026-07-02', true],
    ['on a Friday evening', '2026-11-20T18:00:00.000Z', '2026-11-23', false],
    ['on a Sunday', '2026-11-22T12:00:00.000Z', '2026-11-23', false],
    ['on the Friday before a bank holiday', '2026-05-22T18:00:00.000Z', '2026-05-26', false],
    ['on Christmas Eve in the evening', '2026-12-24T18:00:00.000Z', '2026-12-29', false],
  ])('is closed %s', (_, moment, day, isToday) => {
    expect(at(moment)).toEqual(opens(day, isToday))
  })

  test('knows nothing of a service that opens no more this week', () => {
    expect(openingAt('2026-11-23T12:00:00.000Z' as Instant, service, () => true)).toBeUndefined()
  })
})
