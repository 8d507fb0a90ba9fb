import { describe, expect, test } from 'vitest'
import type { Instant, IsoDate } from '#domain/time/instant.ts'
import { endOfWorkingDayAfter, isWorkingDay } from '#domain/time/working-days.ts'
import { holidaysOf } from '#server/holidays.ts'

const service = { openingHours: { days: [1, 2, 3, 4, 5], from: '09:00', until: '17:00', words: {} } }
const day = (text: string) => text as IsoDate
const never = () => false
const wales = holidaysOf('wales')
const lookBy = (moment: string, days = 1) => endOfWorkingDayAfter(moment as Instant, days, service, wales)

describe('isWorkingDay', () => {
  test.each([
    ['2026-11-20', 'Friday', true],
    ['2026-11-21', 'Saturday', false],
    ['2026-11-22', 'Sunday', false],
    ['2026-11-23', 'Monday', true],
  ])('%s, a %s: %s', (date, _, expected) => {
    expect(isWorkingDay(day(date), service, never)).toBe(expected)
  })

  test('follows the days on which the service is open', () => {
    const atWeekends = { openingHours: { ...service.openingHours, days: [6, 7] } }

    expect([day('2026-11-20'), day('2026-11-22')].map((date) => isWorkingDay(date, atWeekends, never))).toEqual([
      false,
      true,
    ])
  })

  test.each([
    ['2026-04-03', 'Good Friday'],
    ['2026-04-06', 'Easter Monday'],
    ['2026-05-04', 'the early May bank holiday'],
    ['2026-05-25', 'the spring bank holiday'],
    ['2026-08-31', 'the summer bank holiday'],
    ['2026-12-25', 'Christmas Day'],
    ['2026-12-28', 'the day in place of Boxing Day, which is a Saturday'],
    ['2027-01-01', "New Year's Day"],
    ['2027-12-27', 'the day in place of Christmas Day, which is a Saturday'],
    ['2027-12-28', 'the day in place of Boxing Day, which is a Sunday'],
  ])('%s is none in Wales: %s', (date) => {
    expect(isWorkingDay(day(date), service, wales)).toBe(false)
  })

  test.each([
    ['2027-03-01', "St David's Day"],
    ['2026-03-17', "St Patrick's Day, a holiday in Northern Ireland"],
    ['2026-08-03', 'the Scottish summer bank holiday'],
    ['2026-11-30', "St Andrew's Day, a holiday in Scotland"],
    ['2026-12-24', 'Christmas Eve'],
    ['2026-03-16', 'the day after Mothering Sunday'],
  ])('%s is one in Wales: %s', (date) => {
    expect(isWorkingDay(day(date), service, wales)).toBe(true)
  })
})

describe('endOfWorkingDayAfter', () => {
  test.each([
    ['Monday morning → Tuesday', '2026-11-23T08:00:00.000Z', '2026-11-24T17:00:00.000Z'],
    ['Friday morning → Monday', '2026-11-20T09:30:00.000Z', '2026-11-23T17:00:00.000Z'],
    ['Friday evening → Monday', '2026-11-20T19:00:00.000Z', '2026-11-23T17:00:00.000Z'],
    ['Saturday → Monday', '2026-11-21T12:00:00.000Z', '2026-11-23T17:00:00.000Z'],
    ['Sunday just before midnight → Monday', '2026-11-22T23:59:00.000Z', '2026-11-23T17:00:00.000Z'],
    ['Monday just after midnight → Tuesday', '2026-11-23T00:00:00.000Z', '2026-11-24T17:00:00.000Z'],
    ['Maundy Thursday → Tuesday after Easter', '2026-04-02T10:00:00.000Z', '2026-04-07T16:00:00.000Z'],
    ['Christmas Eve → the Tuesday after', '2026-12-24T10:00:00.000Z', '2026-12-29T17:00:00.000Z'],
    ["New Year's Eve → the Monday after", '2026-12-31T10:00:00.000Z', '2027-01-04T17:00:00.000Z'],
    [
      'the Friday before the clocks go back → Monday, winter time',
      '2026-10-23T10:00:00.000Z',
      '2026-10-26T17:00:00.000Z',
    ],
    [
      'the Friday before the clocks go forward → Monday, summer time',
      '2026-03-27T10:00:00.000Z',
      '2026-03-30T16:00:00.000Z',
    ],
    [
      'a summer Sunday at half past eleven in the evening, UTC, which is Monday in London → Tuesday',
      '2026-07-05T23:30:00.000Z',
      '2026-07-07T16:00:00.000Z',
    ],
  ])('%s', (_, moment, expected) => {
    expect(lookBy(moment)).toBe(expected)
  })

  test('counts working days only', () => {
    expect(lookBy('2026-12-23T10:00:00.000Z', 3)).toBe('2026-12-30T17:00:00.000Z')
  })
})
