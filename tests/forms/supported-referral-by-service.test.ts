import { describe, expect, test } from 'vitest'
import type { Instant, IsoDate } from '#domain/time/instant.ts'
import { audienceFor } from '#forms/audience-for.ts'
import { questionsOf, type ResolvedForm } from '#forms/define-form.ts'
import { screensOf, startOf, takeStep } from '#forms/journey.ts'
import { loadForms, loadService } from '#server/load-service.ts'

const formOf = (service: string): ResolvedForm => {
  const form = loadForms(loadService(service)).get('supported-referral')
  if (!form) throw new Error('no supported-referral')
  return form
}
const wales = formOf('cymru-demo')
const lewisham = formOf('lewisham-demo')
const isLedToChild = (form: ResolvedForm, who: string) =>
  screensOf(form, { ...startOf(form), answers: { who } }).includes('child-can-ask')

describe('who reads what an adult asks, and who is led to help the child ask', () => {
  test.each([
    ['carer', 'participation-manager', true],
    ['parent', 'participation-manager', true],
    ['family', 'participation-manager', true],
    ['friend', 'participation-manager', true],
    ['independent-visitor', 'participation-manager', true],
    ['other', 'participation-manager', true],
    ['social-worker', 'participation-manager', false],
    ['personal-adviser', 'participation-manager', false],
    ['reviewing-officer', 'participation-manager', false],
    ['school', 'participation-manager', false],
    ['health', 'participation-manager', false],
    ['participation-manager', 'team', false],
    ['advocate', 'team', false],
  ])('%s in Lewisham: %s, led to the child: %s', (who, audience, isLed) => {
    expect([audienceFor(lewisham, { who }), isLedToChild(lewisham, who)]).toEqual([audience, isLed])
  })

  test.each(
    questionsOf(wales)
      .find(({ id }) => id === 'who')
      ?.choices?.map(({ id }) => [id] as const) ?? [],
  )('%s in Wales: the team, and nobody is led away', (who) => {
    expect([audienceFor(wales, { who }), isLedToChild(wales, who)]).toEqual(['team', false])
  })

  test('every kind of person is in the table', () => {
    expect(questionsOf(wales).find(({ id }) => id === 'who')?.choices).toHaveLength(13)
  })
})

describe('what a service does not ask', () => {
  const asked = (form: ResolvedForm) => questionsOf(form).map(({ id }) => id)
  const languagesOf = (form: ResolvedForm) =>
    questionsOf(form)
      .find(({ id }) => id === 'speakLanguage')
      ?.choices?.map(({ id }) => id)

  test('Lewisham takes no notices of an active offer', () => {
    expect(asked(wales)).toEqual(expect.arrayContaining(['kind', 'offerRoute', 'optedOut']))
    expect(asked(lewisham).filter((id) => ['kind', 'offerRoute', 'optedOut', 'offerDate'].includes(id))).toEqual([])
  })

  test('Welsh is offered where the service has it', () => {
    expect(languagesOf(wales)).toEqual(['cy', 'en', 'either', 'other'])
    expect(languagesOf(lewisham)).toEqual(['en', 'other'])
  })
})

describe('an adult whose child says no', () => {
  const receipt = { version: '2026-11', language: 'cy', format: 'symbols', answer: 'understood' } as const
  const now = { today: '2026-11-26' as IsoDate, now: '2026-11-26T09:00:00.000Z' as Instant }
  const step = (childAgrees: string) => {
    const answers = { who: 'carer', yourName: 'Sam', kind: 'request', childAgrees }
    return takeStep(wales, { ...startOf(wales), page: 'agreement', receipt, answers }, { kind: 'go-on' }, now)
  }

  test('is told what to do, and goes on all the same', () => {
    const told = step('says-no')
    const after = takeStep(wales, told.state, { kind: 'go-on' }, now)

    expect([told.state.page, told.problems]).toEqual(['child-says-no', []])
    expect([after.state.page, after.problems]).toEqual(['contact', []])
  })

  test.each(['yes', 'not-yet', 'does-not-know'])('is told nothing of it when the child says %s', (says) => {
    expect(step(says).state.page).toBe('contact')
  })
})
