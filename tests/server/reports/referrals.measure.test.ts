import { describe, expect, test } from 'vitest'
import { loadService } from '#server/load-service.ts'
import { buildReport } from '#server/reports/build-report.ts'
import { makeTestApp } from '../../builders/test-app.ts'
import { asks, notes } from './acts.ts'
import { acts, byArea, byAuthority, figures, MADE_AT, reportOf } from './nine-young-people.ts'
import { type Act, play, without } from './records.ts'
import { reportAfter } from './works-out.ts'

const report = await reportOf(acts)

describe('M01 contacts', () => {
  test('counts each request once by channel, language and format', () => {
    // Eight asked in the quarter: all but huw. Welsh: elin, ioan, mali, rhys.
    expect(figures(report, 'M01', 'channel')).toEqual({ online: 8, phone: 0, paper: 0, answerphone: 0 })
    expect(figures(report, 'M01', 'language')).toEqual({ cy: 4, en: 4, other: 0, 'not-said': 0 })
    // Symbols: elin, beth. Read aloud: ioan. The other five read text.
    expect(figures(report, 'M01', 'format')).toEqual({ text: 5, symbols: 2, 'read-aloud': 1, 'not-said': 0 })
    // With huw: one more online, in English, as text.
    expect(figures(report, 'M01', 'channel', 'beside')).toEqual({ online: 9, phone: 0, paper: 0, answerphone: 0 })
    expect(figures(report, 'M01', 'language', 'beside')).toEqual({ cy: 4, en: 5, other: 0, 'not-said': 0 })
    expect(figures(report, 'M01', 'format', 'beside')).toEqual({ text: 6, symbols: 2, 'read-aloud': 1, 'not-said': 0 })
  })

  test('falls in every table when one request is taken away', async () => {
    const less = await reportOf(without(acts, 'elin'))

    expect(figures(less, 'M01', 'channel')).toEqual({ online: 7, phone: 0, paper: 0, answerphone: 0 })
    expect(figures(less, 'M01', 'language')).toEqual({ cy: 3, en: 4, other: 0, 'not-said': 0 })
    expect(figures(less, 'M01', 'format')).toEqual({ text: 5, symbols: 1, 'read-aloud': 1, 'not-said': 0 })
  })
})

describe('M01 of more than requests', () => {
  test('counts feedback and answerphone messages too; a complaint only when the report is finalised', async () => {
    const says = { occurredAt: '2026-11-01T18:00:00.000Z', subject: 'information', reply: 'not-needed' }
    const more: Act[] = [
      asks('praise', '2026-11-02T09:00:00Z', { kind: 'compliment' }, { form: 'feedback', in: 'cy', read: 'symbols' }),
      asks('complaint', '2026-11-02T09:00:00Z', { kind: 'complaint' }, { form: 'feedback' }),
      notes('answerphone', 'message', '2026-11-02T09:00:00Z', { ...says, spokenLanguage: 'other' }),
      notes('answerphone', 'hung-up', '2026-11-02T09:00:00Z', { ...says, subject: 'no-message' }),
    ]
    const [now, final] = [await reportAfter(more), await reportAfter(more, { isFinal: true })]

    expect(figures(now, 'M01', 'channel')).toEqual({ online: 1, phone: 0, paper: 0, answerphone: 1 })
    expect(figures(now, 'M01', 'language')).toEqual({ cy: 1, en: 0, other: 1, 'not-said': 0 })
    expect(figures(now, 'M01', 'format')).toEqual({ text: 0, symbols: 1, 'read-aloud': 0, 'not-said': 0 })
    expect(figures(final, 'M01', 'channel')).toEqual({ online: 2, phone: 0, paper: 0, answerphone: 1 })
  })
})

describe('M02 new referrals', () => {
  test('counts what was received in the quarter, in the area that screening found', () => {
    expect(figures(report, 'M02', 'total')).toEqual({ all: 8 })
    expect(byArea(report, 'M02', 'total')).toEqual({
      'north-wales': 1, // sara
      'mid-and-west-wales': 1, // mali
      'cwm-taf': 1, // rhys
      gwent: 2, // elin, beth; not ioan, whom screening moved
      'cardiff-and-vale': 1, // tom, who did not say
      'western-bay': 1, // ioan
      'not-known': 1, // dai
    })
    expect(figures(report, 'M02', 'total', 'beside')).toEqual({ all: 9 })
    expect(byArea(report, 'M02', 'total', 'beside').gwent).toBe(3) // and huw
  })

  test('falls by one when the one of the last millisecond is taken away', async () => {
    const less = await reportOf(without(acts, 'sara'))

    expect(figures(less, 'M02', 'total')).toEqual({ all: 7 })
    expect(byArea(less, 'M02', 'total')['north-wales']).toBeUndefined()
  })

  test('counts the last millisecond of September in the quarter before', async () => {
    const before = await reportOf(acts, '2026-27-q2')

    expect(figures(before, 'M02', 'total')).toEqual({ all: 1 }) // huw
    expect(figures(before, 'M02', 'total', 'beside')).toEqual({ all: 1 })
  })
})

describe('M03 new self-referrals', () => {
  test('counts those of an active offer among them', () => {
    expect(figures(report, 'M03', 'total')).toEqual({ all: 8 })
    expect(figures(report, 'M03', 'of-which')).toEqual({ 'active-offer': 1 }) // elin
  })

  test('falls in both lines when that one is taken away', async () => {
    const less = await reportOf(without(acts, 'elin'))

    expect(figures(less, 'M03', 'total')).toEqual({ all: 7 })
    expect(figures(less, 'M03', 'of-which')).toEqual({ 'active-offer': 0 })
  })
})

describe('M04 new from the participation manager', () => {
  const manager = (name: string): Act => ({
    name,
    does: 'asks',
    form: 'supported-referral',
    at: '2026-11-02T09:00:00Z',
    says: { who: 'participation-manager', kind: 'request', authority: 'gwent' },
  })

  test('is 0 and says why where the service has no such way', () => {
    expect(figures(report, 'M04', 'total')).toEqual({ all: 0 })
    expect(report.measures.find(({ id }) => id === 'M04')?.notes).toEqual(['no-such-source'])
  })

  test('counts what the manager asked for, and falls when one is taken away', async () => {
    const service = { ...loadService('cymru-demo'), professionalsToParticipationManager: true }
    const social: Act = { ...manager('worker'), says: { who: 'social-worker', kind: 'request' } } as Act
    const counts: unknown[] = []

    for (const played of [[manager('ann'), manager('bob'), social], [manager('bob'), social], [social]]) {
      const app = await makeTestApp({ service })
      await play(app, played)
      app.setNow(MADE_AT)
      const made = await buildReport(app, '2026-27-q3', byAuthority)
      if (made) counts.push([figures(made, 'M04', 'total').all, figures(made, 'M02', 'total').all])
      expect(made?.measures.find(({ id }) => id === 'M04')?.notes).toEqual([])
    }

    // A social worker's request goes to the manager there: no referral until the manager makes one.
    expect(counts).toEqual([
      [2, 2],
      [1, 1],
      [0, 0],
    ])
  })
})

describe('what others ask for a young person', () => {
  const asked: Act = {
    name: 'eve',
    does: 'asks',
    form: 'supported-referral',
    at: '2026-11-02T09:00:00Z',
    says: { who: 'carer', source: 'school' },
  }
  const notice: Act = {
    name: 'flo',
    does: 'asks',
    form: 'supported-referral',
    at: '2026-11-02T09:00:00Z',
    says: { who: 'social-worker', kind: 'active-offer', offerRoute: 'care-and-support' },
  }

  test('is a new referral and no self-referral', async () => {
    const more = await reportOf([...acts, asked])

    expect(figures(more, 'M02', 'total')).toEqual({ all: 9 })
    expect(figures(more, 'M03', 'total')).toEqual({ all: 8 })
    expect(figures(more, 'M05', 'source').school).toBe(2) // sara, eve
  })

  test('is no referral when it is notice of an active offer', async () => {
    const more = await reportOf([...acts, notice])

    expect(figures(more, 'M01', 'channel')).toEqual({ online: 8, phone: 0, paper: 0, answerphone: 0 })
    expect(figures(more, 'M02', 'total')).toEqual({ all: 8 })
  })

  test('has the same clock', async () => {
    const accepted: Act = {
      name: 'eve/accepted',
      does: 'screening',
      at: '2026-11-02T10:00:00Z',
      says: { decision: 'accepted' },
    }

    const more = await reportOf([...acts, asked, accepted])

    expect(figures(more, 'M06', 'total')).toEqual({ all: 8 })
    expect(figures(more, 'M08', 'in-time').all).toMatchObject({ numerator: 3, denominator: 7, percent: 42.9 })
    expect(figures(more, 'M10', 'total')).toEqual({ all: 4 })
  })
})

describe('M05 by source', () => {
  const none = {
    nobody: 0,
    'active-offer': 0,
    carer: 0,
    family: 0,
    friend: 0,
    'social-worker': 0,
    'personal-adviser': 0,
    'reviewing-officer': 0,
    school: 0,
    health: 0,
    'independent-visitor': 0,
    helpline: 0,
    other: 0,
    'not-said': 0,
  }

  test('has a row for every source, and one for those who did not say', () => {
    const one = { 'active-offer': 1, friend: 1, 'not-said': 1, school: 1, family: 1, other: 1, nobody: 1, helpline: 1 }
    expect(figures(report, 'M05', 'source')).toEqual({ ...none, ...one })
    expect(figures(report, 'M05', 'source', 'beside')).toEqual({ ...none, ...one, carer: 1 }) // and huw
  })

  test('loses the friend when tom is taken away', async () => {
    const less = await reportOf(without(acts, 'tom'))

    expect(figures(less, 'M05', 'source').friend).toBe(0)
  })
})
