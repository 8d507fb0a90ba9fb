import { describe, expect, test } from 'vitest'
import { isLate, nextDue } from '#domain/referral/inbox-order.ts'
import { foldReferral, type Progress } from '#domain/referral/progress.ts'
import type { ReferralRecord, ReferralStory } from '#domain/referral/referral.ts'
import type { Instant } from '#domain/time/instant.ts'

const rules = {
  service: {
    hours: { review: 8, approval: 12, conferences: 15 },
    firstContactHours: 72,
    screeningWorkingDays: 1,
    openingHours: { days: [1, 2, 3, 4, 5], from: '09:00', until: '17:00', words: {} },
  },
  isHoliday: () => false,
}
const at = (moment: string) => `${moment}:00.000Z` as Instant

/** A record about the referral; it happened when it was recorded unless said otherwise. */
const entry = (form: string, when: string, counted: ReferralRecord['counted'], occurred = when): ReferralRecord => ({
  id: `${form} ${when}`,
  form,
  receivedAt: at(when),
  occurredAt: at(occurred),
  counted,
})
const accepted = (when: string, more: ReferralRecord['counted'] = {}) =>
  entry('screening', when, { decision: ['accepted'], ...more })
const notAccepted = (when: string) => entry('screening', when, { decision: ['not-accepted'] })
const contact = (when: string, outcome: string, occurred = when) =>
  entry('contact', when, { outcome: [outcome] }, occurred)
const withdrawal = (when: string) => entry('child-ask', when, { ask: ['withdraw'] })

/** A referral that came on Friday 20 November 2026 at ten, with what was recorded about it. */
function fold(records: readonly ReferralRecord[], counted: ReferralStory['counted'] = {}): Progress {
  const story: ReferralStory = {
    form: 'self-referral',
    id: 'referral',
    reference: 'BC2-DF3-GH4',
    language: 'cy',
    receivedAt: at('2026-11-20T10:00'),
    authority: undefined,
    channel: 'online',
    person: undefined,
    counted,
    records,
  }
  return foldReferral(story, rules)
}

describe('a referral that has come in', () => {
  test('is received, and looked at by the end of the next working day', () => {
    expect(fold([])).toEqual({
      status: 'received',
      receivedAt: '2026-11-20T10:00:00.000Z',
      lookBy: '2026-11-23T17:00:00.000Z',
      attempts: 0,
      priority: 'usual',
    })
  })

  test('has no 72-hour clock before it is accepted', () => {
    expect(fold([]).due).toBeUndefined()
  })
})

describe('the 72-hour clock', () => {
  test('starts at acceptance, not at receipt', () => {
    expect(fold([accepted('2026-11-23T12:00')])).toMatchObject({
      status: 'accepted',
      acceptedAt: '2026-11-23T12:00:00.000Z',
      due: '2026-11-26T12:00:00.000Z',
    })
  })

  test('runs through a weekend: hours are elapsed', () => {
    expect(fold([accepted('2026-11-27T16:00')]).due).toBe('2026-11-30T16:00:00.000Z')
  })

  test('starts when the referral was accepted, not when that was written down', () => {
    const late = entry('screening', '2026-11-24T09:00', { decision: ['accepted'] }, '2026-11-23T12:00')

    expect(fold([late]).due).toBe('2026-11-26T12:00:00.000Z')
  })

  test('follows the service file', () => {
    const story = { ...rules, service: { ...rules.service, firstContactHours: 24 } }
    const progress = foldReferral(
      {
        form: 'self-referral',
        id: 'r',
        reference: 'r',
        language: 'en',
        receivedAt: at('2026-11-20T10:00'),
        authority: undefined,
        channel: 'online',
        person: undefined,
        counted: {},
        records: [accepted('2026-11-23T12:00')],
      },
      story,
    )

    expect(progress.due).toBe('2026-11-24T12:00:00.000Z')
  })

  test('is not missed at the very moment it is due', () => {
    expect(isLate(fold([accepted('2026-11-23T12:00')]), at('2026-11-26T12:00'))).toBe(false)
  })

  test('is missed a millisecond later', () => {
    expect(isLate(fold([accepted('2026-11-23T12:00')]), '2026-11-26T12:00:00.001Z' as Instant)).toBe(true)
  })

  test.each(['no-answer', 'message-left', 'wrong-details'])('does not stop for an attempt (%s)', (outcome) => {
    const progress = fold([accepted('2026-11-23T12:00'), contact('2026-11-24T09:00', outcome)])

    expect([progress.status, progress.contactedAt, progress.attempts, nextDue(progress)]).toEqual([
      'accepted',
      undefined,
      1,
      '2026-11-26T12:00:00.000Z',
    ])
  })

  test.each(['reached', 'reached-named-person'])('stops for two-way contact (%s)', (outcome) => {
    const progress = fold([accepted('2026-11-23T12:00'), contact('2026-11-26T12:00', outcome)])

    expect([progress.status, progress.contactedAt, progress.attempts, nextDue(progress)]).toEqual([
      'contacted',
      '2026-11-26T12:00:00.000Z',
      0,
      undefined,
    ])
  })

  test('stops at the first contact, whichever was written down first', () => {
    const progress = fold([
      accepted('2026-11-23T12:00'),
      contact('2026-11-25T09:00', 'reached'),
      contact('2026-11-25T10:00', 'reached', '2026-11-24T15:00'),
    ])

    expect(progress.contactedAt).toBe('2026-11-24T15:00:00.000Z')
  })

  test('keeps its first start when the referral is accepted again', () => {
    const progress = fold([accepted('2026-11-23T12:00'), accepted('2026-11-25T12:00')])

    expect([progress.acceptedAt, progress.due]).toEqual(['2026-11-23T12:00:00.000Z', '2026-11-26T12:00:00.000Z'])
  })

  test('keeps its first start when a refusal in between was put right', () => {
    const progress = fold([accepted('2026-11-23T12:00'), notAccepted('2026-11-24T12:00'), accepted('2026-11-25T12:00')])

    expect([progress.status, progress.due]).toEqual(['accepted', '2026-11-26T12:00:00.000Z'])
  })

  test('starts only at the acceptance when the referral had been refused before', () => {
    const progress = fold([notAccepted('2026-11-23T12:00'), accepted('2026-11-25T12:00')])

    expect([progress.status, progress.due]).toEqual(['accepted', '2026-11-28T12:00:00.000Z'])
  })

  test('does not stop when the young person asks to withdraw: a person has to confirm it', () => {
    const progress = fold([accepted('2026-11-23T12:00'), withdrawal('2026-11-24T12:00')])

    expect([progress.status, nextDue(progress), progress.withdrawAskedAt]).toEqual([
      'accepted',
      '2026-11-26T12:00:00.000Z',
      '2026-11-24T12:00:00.000Z',
    ])
  })

  test('does not start when the young person asks to withdraw before anybody has looked', () => {
    const progress = fold([withdrawal('2026-11-21T12:00')])

    expect([progress.status, nextDue(progress)]).toEqual(['received', '2026-11-23T17:00:00.000Z'])
  })
})

describe('a referral that is not accepted', () => {
  const progress = fold([notAccepted('2026-11-23T12:00')])

  test('says so, and when', () => {
    expect([progress.status, progress.notAcceptedAt]).toEqual(['not-accepted', '2026-11-23T12:00:00.000Z'])
  })

  test('has no clock and owes nothing', () => {
    expect([progress.due, nextDue(progress)]).toEqual([undefined, undefined])
  })

  test('takes the clock of an earlier acceptance away', () => {
    expect(fold([accepted('2026-11-23T12:00'), notAccepted('2026-11-24T12:00')]).due).toBeUndefined()
  })
})

describe('the priority of a referral', () => {
  test.each([
    ['very', 'crisis'],
    ['soon', 'soon'],
    ['can-wait', 'usual'],
  ])('follows what the young person said (%s) until somebody has looked: %s', (urgent, priority) => {
    expect(fold([], { urgent: [urgent] }).priority).toBe(priority)
  })

  test('follows what staff set after that', () => {
    expect(fold([accepted('2026-11-23T12:00', { priority: ['soon'] })], { urgent: ['very'] }).priority).toBe('soon')
  })

  test('stays what the young person said when staff set none', () => {
    expect(fold([accepted('2026-11-23T12:00')], { urgent: ['very'] }).priority).toBe('crisis')
  })
})

describe('the decision that a young person waits for', () => {
  test('is the date they told us of', () => {
    expect(fold([], { meetingDate: ['2026-12-03'] }).decisionDates).toEqual(['2026-12-03'])
  })
})
