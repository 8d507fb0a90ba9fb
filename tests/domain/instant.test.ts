import { describe, expect, test } from 'vitest'
import {
  addDays,
  addHours,
  hoursBetween,
  type Instant,
  type IsoDate,
  londonDay,
  londonInstant,
  londonLocal,
  toInstant,
} from '#domain/time/instant.ts'

const at = (moment: string) => moment as Instant
const day = (text: string) => text as IsoDate

describe('toInstant', () => {
  test('writes a moment in UTC to the millisecond, so that text sorts as time does', () => {
    expect(toInstant(new Date('2026-07-01T01:30:00+01:00'))).toBe('2026-07-01T00:30:00.000Z')
  })
})

describe('londonDay', () => {
  test.each([
    ['in winter is the day of UTC', '2026-11-22T23:59:59.999Z', '2026-11-22'],
    ['in winter changes at midnight of UTC', '2026-11-23T00:00:00.000Z', '2026-11-23'],
    ['in summer is still the day before at 22:59 of UTC', '2026-07-01T22:59:59.999Z', '2026-07-01'],
    ['in summer changes an hour before midnight of UTC', '2026-07-01T23:00:00.000Z', '2026-07-02'],
    ['on 31 March is summer time already', '2026-03-31T23:00:00.000Z', '2026-04-01'],
    ['after the clocks have gone back is winter time again', '2026-10-25T23:30:00.000Z', '2026-10-25'],
    ['is written with all its digits', '2026-01-05T12:00:00.000Z', '2026-01-05'],
  ])('%s', (_, moment, expected) => {
    expect(londonDay(at(moment))).toBe(expected)
  })
})

describe('londonInstant', () => {
  test.each([
    ['a winter time is UTC', '2026-11-22', '17:00', '2026-11-22T17:00:00.000Z'],
    ['a summer time is an hour before UTC', '2026-07-01', '17:00', '2026-07-01T16:00:00.000Z'],
    ['midnight of 1 April is in the evening of 31 March', '2026-04-01', '00:00', '2026-03-31T23:00:00.000Z'],
    [
      'midnight of the day on which the clocks go forward is winter time',
      '2026-03-29',
      '00:00',
      '2026-03-29T00:00:00.000Z',
    ],
    ['just before the clocks go forward is winter time', '2026-03-29', '00:59', '2026-03-29T00:59:00.000Z'],
    ['just after the clocks have gone forward is summer time', '2026-03-29', '02:00', '2026-03-29T01:00:00.000Z'],
    [
      'midnight of the day on which the clocks go back is summer time',
      '2026-10-25',
      '00:00',
      '2026-10-24T23:00:00.000Z',
    ],
    ['just before the hour that comes twice is summer time', '2026-10-25', '00:59', '2026-10-24T23:59:00.000Z'],
    ['the hour that comes twice is read as winter time', '2026-10-25', '01:30', '2026-10-25T01:30:00.000Z'],
    ['after it, it is winter time', '2026-10-25', '02:00', '2026-10-25T02:00:00.000Z'],
  ])('%s', (_, on, time, expected) => {
    expect(londonInstant(day(on), time)).toBe(expected)
  })

  test('reads a time that the clocks skip as winter time', () => {
    expect(londonInstant(day('2026-03-29'), '01:30')).toBe('2026-03-29T01:30:00.000Z')
  })
})

describe('londonLocal', () => {
  test.each([
    ['2026-07-01T16:05:00.000Z', '2026-07-01T17:05'],
    ['2026-11-22T00:05:00.000Z', '2026-11-22T00:05'],
    ['2026-06-30T23:30:00.000Z', '2026-07-01T00:30'],
    ['2026-10-25T00:30:00.000Z', '2026-10-25T01:30'],
  ])('shows %s as a London clock does: %s', (moment, shown) => {
    expect(londonLocal(moment)).toBe(shown)
  })

  test.each(['', 'yesterday', '2026-11-22T14:05'])('leaves "%s", which is no moment, as it is', (text) => {
    expect(londonLocal(text)).toBe(text)
  })

  test.each(['2026-01-15', '2026-03-28', '2026-03-30', '2026-07-15', '2026-10-24', '2026-10-26', '2026-12-31'])(
    'and londonInstant undo each other on %s',
    (on) => {
      const times = ['00:00', '00:30', '09:00', '12:34', '23:59']

      expect(times.map((time) => londonLocal(londonInstant(day(on), time)))).toEqual(
        times.map((time) => `${on}T${time}`),
      )
    },
  )
})

describe('addHours', () => {
  test('counts elapsed hours: a clock change does not stretch 72 hours', () => {
    expect(addHours(at('2026-10-23T12:00:00.000Z'), 72)).toBe('2026-10-26T12:00:00.000Z')
  })

  test('takes parts of an hour', () => {
    expect(addHours(at('2026-11-22T12:00:00.000Z'), 0.5 / 60)).toBe('2026-11-22T12:00:30.000Z')
  })
})

describe('hoursBetween', () => {
  test('counts elapsed hours across a clock change', () => {
    expect(hoursBetween(at('2026-03-28T12:00:00.000Z'), at('2026-03-29T12:00:00.000Z'))).toBe(24)
  })

  test('is negative when the second is earlier', () => {
    expect(hoursBetween(at('2026-11-22T12:00:00.000Z'), at('2026-11-22T10:30:00.000Z'))).toBe(-1.5)
  })
})

describe('addDays', () => {
  test.each([
    ['2026-12-31', 1, '2027-01-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-03-28', 2, '2026-03-30'],
    ['2026-10-25', 1, '2026-10-26'],
    ['2027-04-01', -1, '2027-03-31'],
  ])('%s and %i days is %s', (from, days, expected) => {
    expect(addDays(day(from), days)).toBe(expected)
  })
})
