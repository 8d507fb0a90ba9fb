import { describe, expect, test } from 'vitest'
import { openingSentences, sayClock } from '#i18n/opening-hours.ts'

describe('openingSentences', () => {
  const onMondaysAndSaturdays = { openingHours: { days: [1, 6], from: '10:00', until: '15:30', words: {} } }

  test('say each thing that may be true, one sentence a line, and name only the days on which we open', () => {
    expect(openingSentences(onMondaysAndSaturdays, 'en')).toEqual({
      open: 'We are open now, until 3:30 in the afternoon.',
      closedUntilLater: 'We are closed now.\nWe open today at 10 in the morning.',
      closedUntil: {
        1: 'We are closed now.\nWe open again on Monday at 10 in the morning.',
        6: 'We are closed now.\nWe open again on Saturday at 10 in the morning.',
      },
    })
  })

  test('soften the day in Welsh', () => {
    expect(openingSentences(onMondaysAndSaturdays, 'cy').closedUntil).toEqual({
      1: "Rydyn ni ar gau nawr.\nByddwn ni'n agor eto ddydd Llun am 10 y bore.",
      6: "Rydyn ni ar gau nawr.\nByddwn ni'n agor eto ddydd Sadwrn am 10 y bore.",
    })
  })
})

describe('sayClock', () => {
  test.each([
    ['00:00', 'midnight', 'hanner nos'],
    ['00:30', '12:30 in the morning', '12:30 y bore'],
    ['12:00', '12 noon', 'hanner dydd'],
    ['12:05', '12:05 in the afternoon', '12:05 y prynhawn'],
    ['18:00', '6 in the evening', '6 yr hwyr'],
  ])('%s', (clock, en, cy) => {
    expect([sayClock(clock, 'en'), sayClock(clock, 'cy')]).toEqual([en, cy])
  })
})
