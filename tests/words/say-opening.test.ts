import { describe, expect, test } from 'vitest'
import type { Instant } from '#domain/time/instant.ts'
import { sayClock, sayOpening } from '#i18n/opening-hours.ts'

const instant = (text: string) => text as Instant

describe('sayOpening', () => {
  const now = instant('2026-11-21T12:00:00.000Z')
  const open = { isOpen: true, closesAt: instant('2026-11-23T17:00:00.000Z') } as const
  const closed = { isOpen: false, opensAt: instant('2026-11-23T09:00:00.000Z') } as const

  test.each([
    ['open', open, 'en', 'We are open now, until 5 in the afternoon.'],
    ['open', open, 'cy', 'Rydyn ni ar agor nawr, tan 5 y prynhawn.'],
    ['closed', closed, 'en', 'We are closed now. We open again at 9 in the morning, on Monday 23 November.'],
    ['closed', closed, 'cy', "Rydyn ni ar gau nawr. Byddwn ni'n agor eto am 9 y bore, dydd Llun 23 Tachwedd."],
  ] as const)('%s, %s', (_, opening, language, expected) => {
    expect(sayOpening(opening, now, language)).toBe(expected)
  })

  test('says today when it opens the same day', () => {
    expect(sayOpening(closed, instant('2026-11-23T07:00:00.000Z'), 'en')).toBe(
      'We are closed now. We open today at 9 in the morning.',
    )
  })
})

describe('sayClock', () => {
  test.each([
    ['2026-11-23T00:00:00.000Z', 'midnight', 'hanner nos'],
    ['2026-11-23T00:30:00.000Z', '12:30 in the morning', '12:30 y bore'],
    ['2026-11-23T12:00:00.000Z', '12 noon', 'hanner dydd'],
    ['2026-11-23T12:05:00.000Z', '12:05 in the afternoon', '12:05 y prynhawn'],
    ['2026-07-06T17:00:00.000Z', '6 in the evening', '6 yr hwyr'],
  ])('%s', (moment, en, cy) => {
    expect([sayClock(instant(moment), 'en'), sayClock(instant(moment), 'cy')]).toEqual([en, cy])
  })
})
