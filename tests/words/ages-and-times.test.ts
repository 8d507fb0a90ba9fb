import { describe, expect, test } from 'vitest'
import { ageSentences, agesForAdults } from '#i18n/age-sentences.ts'
import { keptFor } from '#i18n/kept-for.ts'

describe('what the ages of a group mean', () => {
  test('is said without a lowest age where there is none', () => {
    expect(ageSentences({ from: 0, until: 18 }, 'en')).toEqual([
      'You can have an advocate until you are 18.',
      'Are you 18 or older? You can still ask us.',
    ])
  })

  test('asks whoever is younger or older to ask', () => {
    expect(ageSentences({ from: 11, until: 17, perhapsUntil: 18 }, 'en')).toEqual([
      'You can have an advocate from age 11 until you are 17.',
      'Are you younger than 11? Ask us. We look at what helps you.',
      'Are you 17 or older? Ask us. We may help until you are 18.',
    ])
  })

  test('is said in Welsh', () => {
    expect(ageSentences({ from: 16, until: 21, perhapsUntil: 25 }, 'cy')).toEqual([
      "Galli di gael eiriolwr o 16 oed nes dy fod ti'n 21 oed.",
      "Wyt ti'n iau na 16 oed? Gofynna i ni. Rydyn ni'n gweld beth sy'n dy helpu di.",
      "Wyt ti'n 21 oed neu'n hŷn? Gofynna i ni. Efallai gallwn ni helpu nes dy fod ti'n 25 oed.",
    ])
  })

  test('is told to adults by birthdays', () => {
    expect(agesForAdults({ perhapsFrom: 0, from: 16, until: 21, perhapsUntil: 25 }, 'en')).toEqual([
      'From age 16 until the birthday on which they turn 21.',
      'Younger children are looked at one by one.',
      'After that, staff decide one by one, until 25.',
    ])
  })
})

describe('how long things are kept', () => {
  const months = {
    referral: 72,
    notAccepted: 12,
    activeOffer: 18,
    feedback: 36,
    surveyWords: 24,
    joinIn: 60,
    answerphone: 2,
  }
  const times = (language: 'cy' | 'en') => keptFor(months, language).map(({ say }) => /\*\*(.*)\*\*/.exec(say)?.[1])

  test('is said in years where that comes out even, and else in months', () => {
    expect(times('en')).toEqual(['6 years', '1 year', '18 months', '3 years', '2 years', '5 years', '2 months'])
  })

  test('changes the Welsh year and month as their number asks', () => {
    expect(times('cy')).toEqual([
      '6 blynedd',
      '1 flwyddyn',
      '18 mis',
      '3 blynedd',
      '2 flynedd',
      '5 o flynyddoedd',
      '2 fis',
    ])
  })
})
