import { describe, expect, test } from 'vitest'
import {
  ageOn,
  caseloadColumns,
  caseloadLine,
  hoursUpdateColumns,
  hoursUpdateLine,
  initialsOf,
  isActiveIn,
  nameLine,
  type OpenedCase,
} from '#domain/council/council-lists.ts'
import { csvOf } from '#domain/csv.ts'
import type { ReferralRecord } from '#domain/referral/referral.ts'
import type { Instant, IsoDate } from '#domain/time/instant.ts'

const entry = (form: string, day: string, answers: Record<string, string> = {}): ReferralRecord => ({
  id: `${form} ${day}`,
  form,
  receivedAt: `${day}T10:00:00.000Z` as Instant,
  occurredAt: `${day}T10:00:00.000Z` as Instant,
  counted: Object.fromEntries(Object.entries(answers).map(([question, value]) => [question, [value]])),
})
const said: Readonly<Record<string, string>> = {
  name: 'Siân Mair-Huws',
  wantToHappen: '=2+2',
  advocateFirstName: 'Gwen',
  needAndWishes: 'aros yn yr ysgol',
}
const opened: OpenedCase = {
  reference: 'BC2-DF3-GH4',
  receivedOn: '2026-09-01' as IsoDate,
  said: (question) => said[question] ?? '',
  birthDate: '2012-12-31' as IsoDate,
  age: '13',
  status: 'Contacted',
  firstContactOn: '2026-09-03',
  records: [
    entry('hours', '2026-09-10', { workedOn: '2026-09-10', minutesWithChild: '60', minutesTravel: '30' }),
    entry('hours', '2026-10-10', { workedOn: '2026-10-10', minutesWithChild: '90', minutesOtherWork: '45' }),
  ],
}
const quarter = { from: '2026-10-01' as IsoDate, until: '2026-12-31' as IsoDate }

describe('the caseload list', () => {
  test('has the twenty-two fields in order, hours in four columns', () => {
    expect(caseloadColumns).toHaveLength(22 + 3)
    expect(Object.keys(caseloadLine(opened, quarter))).toEqual([...caseloadColumns])
  })

  test('parts the hours of the quarter from all, advocacy from travel, and those with the young person', () => {
    expect(caseloadLine(opened, quarter)).toMatchObject({
      initials: 'SMH',
      age: '14',
      quarterAdvocacy: '2.25',
      quarterTravel: '0.00',
      totalAdvocacy: '3.25',
      totalTravel: '0.50',
      cumulativeHours: '2.50',
    })
  })

  const accepted = entry('screening', '2026-10-05', { decision: 'accepted' })
  test.each([
    ['accepted in it', [accepted], true],
    ['not accepted', [entry('screening', '2026-10-05', { decision: 'not-accepted' })], false],
    ['accepted after it', [entry('screening', '2027-01-01', { decision: 'accepted' })], false],
    ['closed on its first day', [accepted, entry('closure', '2026-10-01')], true],
    ['closed before it', [accepted, entry('closure', '2026-09-30')], false],
  ])('holds a case that was %s or not', (_, records, isActive) => {
    expect(isActiveIn(records, quarter)).toBe(isActive)
  })
})

describe('the update on hours', () => {
  test('has its twelve fields in order', () => {
    expect(hoursUpdateColumns).toHaveLength(12)
    expect(Object.values(hoursUpdateLine(opened))).toEqual([
      'BC2-DF3-GH4',
      '2026-09-01',
      '2026-09-03',
      'SMH',
      '2012-12-31',
      'Gwen',
      'aros yn yr ysgol',
      '3.75',
      '',
      '',
      '',
      '',
    ])
  })
})

test('names and status tell no more', () => {
  expect(nameLine(opened)).toEqual({
    caseNumber: 'BC2-DF3-GH4',
    name: 'Siân Mair-Huws',
    status: 'Contacted',
    advocate: 'Gwen',
  })
})

test.each([
  ['Ŵyn ap Rhys', 'ŴAR'],
  ['', ''],
  ["O'Neill", 'O'],
])('the initials of %s are %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials)
})

test.each([
  ['2012-02-29', '2026-02-28', 13],
  ['2012-02-29', '2026-03-01', 14],
  ['2012-12-31', '2026-12-31', 14],
])('somebody born on %s is on %s %i', (born, day, age) => {
  expect(ageOn(born as IsoDate, day as IsoDate)).toBe(age)
})

test('a file takes nothing for a formula, and keeps quotes, commas and ends of lines', () => {
  expect(csvOf([['a', '=2+2', 'x "y", z\nw', 3.5]])).toBe('\uFEFFa,\'=2+2,"x ""y"", z\nw",3.5\r\n')
})
