import { describe, expect, test } from 'vitest'
import { acts, byArea, figures, reportOf } from './nine-young-people.ts'
import { type Act, without } from './records.ts'

const report = await reportOf(acts)

/** Everything that an advocate has to say when a case is closed. */
const CLOSED = {
  closingReason: 'no-longer-wanted',
  nonInstructed: 'no',
  positiveOutcome: 'no',
  knowsHowItWorks: 'cannot-say',
  knowsRights: 'cannot-say',
  moreConfident: 'cannot-say',
  getsOnWithWorker: 'no-worker',
  spokeUpInMeeting: 'no-occasion',
  spokeUpInWriting: 'no-occasion',
  issueSurveyCode: 'no',
}

describe('M06 accepted', () => {
  test('counts the decision that stands, on its day', () => {
    // elin, tom, ioan, huw, dai (put right), beth, rhys; sara was accepted in January.
    expect(figures(report, 'M06', 'total')).toEqual({ all: 7 })
    expect(byArea(report, 'M06', 'total')).toEqual({
      'cwm-taf': 1,
      gwent: 3, // elin, huw, beth
      'cardiff-and-vale': 1,
      'western-bay': 1,
      'not-known': 1, // dai
    })
  })

  test('loses one when the correction is taken away, and M07 gains it', async () => {
    const less = await reportOf(without(acts, 'dai/accepted'))

    expect(figures(less, 'M06', 'total')).toEqual({ all: 6 })
    expect(figures(less, 'M07', 'total')).toEqual({ all: 2 })
    expect(figures(less, 'M07', 'reason')).toMatchObject({ 'outside-groups': 1, other: 1 })
    expect(figures(less, 'M07', 'route')).toMatchObject({ helpline: 1, 'social-worker': 1 })
  })

  test('counts sara in the quarter in which she was accepted', async () => {
    const next = await reportOf(acts, '2026-27-q4')

    expect(figures(next, 'M06', 'total')).toEqual({ all: 1 })
    expect(figures(next, 'M06', 'total', 'beside')).toEqual({ all: 8 })
  })
})

describe('M07 not accepted', () => {
  test('counts by reason and by the route given', () => {
    expect(figures(report, 'M07', 'total')).toEqual({ all: 1 }) // mali
    expect(figures(report, 'M07', 'reason')).toEqual({
      'outside-groups': 1,
      'own-advocacy-provision': 0,
      'role-of-worker': 0,
      'no-longer-wanted': 0,
      other: 0,
    })
    expect(figures(report, 'M07', 'route')).toEqual({
      'other-advocacy-service': 0,
      'social-worker': 0,
      'reviewing-officer': 0,
      helpline: 1,
      'childrens-commissioner': 0,
      'commissioner-decides': 0,
    })
  })

  test('is empty when that decision is taken away', async () => {
    const less = await reportOf(without(acts, 'mali/not-accepted'))

    expect(figures(less, 'M07', 'total')).toEqual({ all: 0 })
    expect(figures(less, 'M07', 'reason')['outside-groups']).toBe(0)
    expect(figures(less, 'M07', 'route').helpline).toBe(0)
  })
})

describe('M08 contacted in time', () => {
  test('counts those whose time ran out in the quarter', () => {
    // Due in the quarter: elin, tom, ioan, huw, dai, rhys. In time: elin (72.0 h), ioan (72.0 h), rhys. 3 of 6.
    expect(figures(report, 'M08', 'in-time').all).toEqual({
      shape: 'share',
      numerator: 3,
      denominator: 6,
      percent: 50,
      target: 100,
    })
    // tom one millisecond late; huw tried twice; dai not tried.
    expect(figures(report, 'M08', 'missed')).toEqual({ 'reached-late': 1, 'tried-not-reached': 1, 'not-tried': 1 })
    expect(figures(report, 'M08', 'method')).toMatchObject({ call: 2, 'trusted-adult': 1, text: 0 })
    expect(figures(report, 'M08', 'not-due')).toEqual({ all: 0 })
  })

  test('misses one more when the contact with ioan is taken away', async () => {
    const less = await reportOf(without(acts, 'ioan/reached'))

    // 2 of 6 is 33.3%; the attempt of 24 October stays an attempt.
    expect(figures(less, 'M08', 'in-time').all).toMatchObject({ numerator: 2, denominator: 6, percent: 33.3 })
    expect(figures(less, 'M08', 'missed')).toEqual({ 'reached-late': 1, 'tried-not-reached': 2, 'not-tried': 1 })
  })

  test('has no percentage where nobody was due', () => {
    expect(figures(report, 'M08', 'in-time', 'period', 'north-wales').all).toEqual({
      shape: 'share',
      numerator: 0,
      denominator: 0,
      target: 100,
    })
  })
})

describe('M09 time from receipt to first contact', () => {
  test('gives median, ninetieth and longest of contacts made in the quarter, Welsh and English apart', () => {
    // Hours: mali 30, rhys 72, ioan 73, elin 74, tom 75 (and a millisecond). beth was reached in January.
    // Median: the third. Ninetieth: place 0.9 × 4 = 3.6, so 74 + 0.6 × 1 = 74.6.
    // Welsh: 30, 72, 73, 74: median (72 + 73) / 2; ninetieth: place 0.9 × 3 = 2.7, so 73 + 0.7 × 1 = 73.7.
    expect(figures(report, 'M09', 'hours')).toEqual({
      all: { shape: 'duration', of: 5, hours: { median: 73, ninetieth: 74.6, longest: 75 } },
      cy: { shape: 'duration', of: 4, hours: { median: 72.5, ninetieth: 73.7, longest: 74 } },
      en: { shape: 'duration', of: 1, hours: { median: 75, ninetieth: 75, longest: 75 } },
    })
  })

  test('shifts when the shortest is taken away', async () => {
    const less = await reportOf(without(acts, 'mali/reached'))

    // 72, 73, 74, 75: median (73 + 74) / 2; ninetieth: place 2.7, so 74 + 0.7 × 1. Welsh: 72, 73, 74: place 1.8.
    expect(figures(less, 'M09', 'hours')).toMatchObject({
      all: { of: 4, hours: { median: 73.5, ninetieth: 74.7, longest: 75 } },
      cy: { of: 3, hours: { median: 73, ninetieth: 73.8, longest: 74 } },
    })
  })

  test('has no hours where nobody was reached', () => {
    expect(figures(report, 'M09', 'hours', 'period', 'north-wales').all).toEqual({ shape: 'duration', of: 0 })
  })
})

describe('M10 waiting list', () => {
  test('counts who had been accepted and not contacted when the quarter ended', () => {
    // huw (crisis), dai (usual), beth (crisis, reached ten hours after the end). sara was not accepted yet.
    expect(figures(report, 'M10', 'total')).toEqual({ all: 3 })
    expect(figures(report, 'M10', 'priority')).toEqual({ crisis: 2, soon: 0, usual: 1 })
    expect(byArea(report, 'M10', 'total')).toEqual({ gwent: 2, 'not-known': 1 })
    // huw: 92 days less 9 hours = 2199. dai: 45 days less 12 hours = 1068. beth: 38.
    // Ninetieth: place 0.9 × 2 = 1.8, so 1068 + 0.8 × 1131 = 1972.8.
    expect(figures(report, 'M10', 'wait').all).toEqual({
      shape: 'duration',
      of: 3,
      hours: { median: 1068, ninetieth: 1972.8, longest: 2199 },
    })
  })

  test('loses the longest when huw had not been accepted', async () => {
    const less = await reportOf(without(acts, 'huw/accepted'))

    expect(figures(less, 'M10', 'priority')).toEqual({ crisis: 1, soon: 0, usual: 1 })
    expect(figures(less, 'M10', 'wait').all).toMatchObject({ of: 2, hours: { median: 553, longest: 1068 } })
  })

  test.each<Act>([
    {
      name: 'beth/allocated',
      does: 'allocation',
      at: '2026-12-31T10:00:00Z',
      says: { advocateFirstName: 'Nia', why: 'first' },
    },
    { name: 'beth/closed', does: 'closure', at: '2026-12-31T10:00:00Z', says: CLOSED },
  ])('loses beth when $does takes her off the list before the end', async (act) => {
    const less = await reportOf([...acts, act])

    expect(figures(less, 'M10', 'total')).toEqual({ all: 2 })
    expect(figures(less, 'M10', 'priority')).toEqual({ crisis: 1, soon: 0, usual: 1 })
  })
})
