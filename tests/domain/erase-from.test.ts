import { describe, expect, test } from 'vitest'
import type { ReferralRecord, ReferralStory } from '#domain/referral/referral.ts'
import { addMonths, erasedFrom, keptSince } from '#domain/retention/erase-from.ts'
import type { Instant, IsoDate } from '#domain/time/instant.ts'

const at = (day: string) => `${day}T12:00:00.000Z` as Instant
const entry = (form: string, day: string, answers: Record<string, string> = {}): ReferralRecord => ({
  id: `${form} ${day}`,
  form,
  receivedAt: at(day),
  occurredAt: at(day),
  counted: Object.fromEntries(Object.entries(answers).map(([question, value]) => [question, [value]])),
})
const story = (form: string, records: readonly ReferralRecord[], counted = {}): ReferralStory => ({
  id: 'story',
  form,
  reference: '',
  language: 'cy',
  receivedAt: at('2026-01-31'),
  authority: undefined,
  channel: 'online',
  person: undefined,
  counted,
  records,
})
const accepted = entry('screening', '2026-02-01', { decision: 'accepted' })
const refused = entry('screening', '2026-02-01', { decision: 'not-accepted' })
const stopped = entry('withdrawal-answer', '2026-02-03', { decision: 'stop' })
const closed = entry('closure', '2026-03-31')

describe('what is kept', () => {
  test.each([
    ['a request that nobody has looked at', story('self-referral', []), undefined],
    ['an open case', story('self-referral', [accepted]), undefined],
    ['a closed case', story('self-referral', [accepted, closed]), ['referral', '2026-03-31']],
    ['a request that was not accepted', story('self-referral', [refused]), ['notAccepted', '2026-02-01']],
    ['one that stopped before it was accepted', story('self-referral', [stopped]), ['notAccepted', '2026-02-03']],
    ['one that stopped after', story('self-referral', [accepted, stopped]), ['referral', '2026-02-03']],
    ['an unanswered complaint', story('feedback', []), undefined],
    ['an answered one', story('feedback', [entry('feedback-answer', '2026-02-02')]), ['feedback', '2026-02-02']],
    ['a wish to join in', story('join-in', []), ['joinIn', '2026-01-31']],
    [
      'an offer that was opted out of',
      story('active-offer-notice', [], { optedOut: ['yes'] }),
      ['activeOffer', '2026-01-31'],
    ],
    ['an offer that waits', story('active-offer-notice', []), undefined],
    ['a survey', story('closure-survey', []), undefined],
  ] as const)('of %s', (_, kept, expected) => {
    const found = keptSince(kept)

    expect(found && [found.kind, found.since.slice(0, 10)]).toEqual(expected)
  })

  test('is not counted down while it is held, and is again once that is lifted', () => {
    const held = entry('legal-hold', '2026-04-01', { hold: 'placed' })
    const lifted = entry('legal-hold', '2026-05-01', { hold: 'lifted' })

    expect(keptSince(story('self-referral', [accepted, closed, held]))).toBeUndefined()
    expect(keptSince(story('self-referral', [accepted, closed, held, lifted]))).toBeDefined()
  })

  test('stays while a child has still to be told of a passing-on', () => {
    const untold = entry('passing-on', '2026-03-01', { told: 'not-yet' })

    expect(keptSince(story('self-referral', [accepted, untold, closed]))).toBeUndefined()
  })
})

describe('the day of erasing', () => {
  test('of a complaint is three years after it was answered', () => {
    const months = { retentionMonths: { feedback: 36 } } as Parameters<typeof erasedFrom>[1]

    expect(erasedFrom({ kind: 'feedback', since: at('2026-02-02') }, months)).toBe('2029-02-02')
  })

  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
  ])('%s and %i months is %s', (day, months, then) => {
    expect(addMonths(day as IsoDate, months)).toBe(then)
  })
})
