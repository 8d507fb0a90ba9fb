import { describe, expect, test } from 'vitest'
import type { Instant } from '#domain/time/instant.ts'
import { openingAt } from '#domain/time/opening-hours.ts'
import { holidaysOf } from '#server/holidays.ts'

const service = { openingHours: { days: [1, 2, 3, 4, 5], from: '09:00', until: '17:00', words: {} } }
const wales = holidaysOf('wales')
const at = (moment: string) => openingAt(moment as Instant, service, wales)
const open = (closesAt: string) => ({ isOpen: true, closesAt })
const closed = (opensAt: string) => ({ isOpen: false, opensAt })

describe('openingAt', () => {
  test.each([
    ['the last instant before opening', '2026-11-23T08:59:59.999Z', closed('2026-11-23T09:00:00.000Z')],
    ['the minute of opening', '2026-11-23T09:00:00.000Z', open('2026-11-23T17:00:00.000Z')],
    ['the last instant of the day', '2026-11-23T16:59:59.999Z', open('2026-11-23T17:00:00.000Z')],
    ['the minute of closing', '2026-11-23T17:00:00.000Z', closed('2026-11-24T09:00:00.000Z')],
    ['Friday evening', '2026-11-20T18:00:00.000Z', closed('2026-11-23T09:00:00.000Z')],
    ['Saturday at noon', '2026-11-21T12:00:00.000Z', closed('2026-11-23T09:00:00.000Z')],
    ['just after midnight on a Monday', '2026-11-23T00:00:00.000Z', closed('2026-11-23T09:00:00.000Z')],
    ['Good Friday, until the Tuesday after Easter', '2026-04-03T10:00:00.000Z', closed('2026-04-07T08:00:00.000Z')],
    ['Christmas Day, a Friday', '2026-12-25T10:00:00.000Z', closed('2026-12-29T09:00:00.000Z')],
    ["New Year's Eve in the evening", '2026-12-31T17:30:00.000Z', closed('2027-01-04T09:00:00.000Z')],
    ['St David’s Day, which is no holiday', '2027-03-01T10:00:00.000Z', open('2027-03-01T17:00:00.000Z')],
    ['summer time: eight in UTC is nine', '2026-07-06T08:00:00.000Z', open('2026-07-06T16:00:00.000Z')],
    [
      'the Friday before the clocks go forward: Monday in summer time',
      '2026-03-27T17:00:00.000Z',
      closed('2026-03-30T08:00:00.000Z'),
    ],
    [
      'the Friday before the clocks go back: Monday in winter time',
      '2026-10-23T16:00:00.000Z',
      closed('2026-10-26T09:00:00.000Z'),
    ],
    [
      'late on a summer Sunday in UTC, which is Monday in London',
      '2026-07-05T23:30:00.000Z',
      closed('2026-07-06T08:00:00.000Z'),
    ],
  ])('%s', (_, moment, expected) => {
    expect(at(moment)).toEqual(expected)
  })

  test('asks England for its own holidays', () => {
    const summerHoliday = '2026-08-31T10:00:00.000Z' as Instant

    expect(openingAt(summerHoliday, service, holidaysOf('england'))).toEqual(closed('2026-09-01T08:00:00.000Z'))
  })

  test('refuses a calendar in which the service never opens', () => {
    expect(() => openingAt('2026-11-23T18:00:00.000Z' as Instant, service, () => true)).toThrow(RangeError)
  })
})
