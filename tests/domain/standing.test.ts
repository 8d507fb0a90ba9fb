import { describe, expect, test } from 'vitest'
import { advocateOf, isOpenTo } from '#domain/referral/own-cases.ts'
import type { ReferralRecord, ReferralStory } from '#domain/referral/referral.ts'
import { foldStory } from '#domain/referral/standing.ts'
import type { Role } from '#domain/roles.ts'
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

const entry = (form: string, when: string, answers: Record<string, string>, corrects?: string): ReferralRecord => ({
  id: `${form} ${when}`,
  form,
  receivedAt: at(when),
  occurredAt: at(when),
  counted: Object.fromEntries(Object.entries(answers).map(([question, value]) => [question, [value]])),
  ...(corrects && { corrects }),
})
const accepted = entry('screening', '2026-11-23T12:00', { decision: 'accepted' })
const reached = entry('contact', '2026-11-23T15:00', { outcome: 'reached' })
const passedOn = entry('passing-on', '2026-11-24T10:00', { told: 'not-yet', tellBy: '2026-11-25' })
const asksToStop = entry('child-ask', '2026-11-24T11:00', { ask: 'withdraw' })
const closed = entry('closure', '2026-11-27T10:00', {})
const worked = (when: string, minutes: number, kind = 'minutesWithChild') =>
  entry('hours', when, { [kind]: String(minutes) })

const story = (records: readonly ReferralRecord[]): ReferralStory => ({
  form: 'self-referral',
  id: 'referral',
  reference: 'BC2-DF3-GH4',
  language: 'cy',
  receivedAt: at('2026-11-20T10:00'),
  authority: undefined,
  channel: 'online',
  person: undefined,
  audience: 'team',
  counted: {},
  records,
})
const fold = (...records: readonly ReferralRecord[]) => foldStory(story(records), rules)

describe('something passed on without telling the young person', () => {
  test('is owed by the day that was written down, and a closing does not end it', () => {
    const told = { kind: 'tell', at: '2026-11-25T17:00:00.000Z' }

    expect(fold(accepted, reached, passedOn).owes).toEqual([told])
    expect(fold(accepted, reached, passedOn, closed)).toMatchObject({ status: 'closed', owes: [told] })
  })

  test('is settled by the record that names it, and by no other', () => {
    const other = entry('passing-on-told', '2026-11-25T09:00', { toldOn: '2026-11-25' }, 'another passing-on')
    const own = entry('passing-on-told', '2026-11-25T09:00', { toldOn: '2026-11-25' }, passedOn.id)

    expect(fold(accepted, reached, passedOn, other).untold).toHaveLength(1)
    expect(fold(accepted, reached, passedOn, own)).toMatchObject({ untold: [], owes: [] })
  })
})

describe('a young person who asks us to stop', () => {
  test('is asked by the end of the next working day, and the clock runs on meanwhile', () => {
    expect(fold(accepted, asksToStop)).toMatchObject({
      status: 'accepted',
      due: '2026-11-26T12:00:00.000Z',
      owes: [{ kind: 'confirm' }, { kind: 'answer' }, { kind: 'contact', at: '2026-11-26T12:00:00.000Z' }],
    })
  })

  test('has stopped once a person has confirmed it with them', () => {
    const stop = entry('withdrawal-answer', '2026-11-25T10:00', { decision: 'stop', method: 'call' })

    expect(fold(accepted, asksToStop, stop)).toMatchObject({ status: 'withdrawn', owes: [] })
  })

  test('who wants us to go on has the clock they had', () => {
    const goOn = entry('withdrawal-answer', '2026-11-25T10:00', { decision: 'go-on', method: 'call' })

    const { withdrawAskedAt, owes } = fold(accepted, asksToStop, goOn)

    expect(withdrawAskedAt).toBeUndefined()
    expect(owes).toEqual([{ kind: 'contact', at: '2026-11-26T12:00:00.000Z' }])
  })
})

describe('a message to a case that nothing else is owed to', () => {
  test('is owed an answer by the end of the next working day', () => {
    const message = entry('child-message', '2026-11-27T18:00', {})

    expect(fold(accepted, reached, message).owes).toEqual([{ kind: 'answer', at: '2026-11-30T17:00:00.000Z' }])
  })
})

describe('hours', () => {
  const day = '2026-11-24T10:00'

  test.each([
    [479, undefined],
    [480, 'review'],
    [720, 'review'],
    [721, 'approval'],
    [900, 'approval'],
    [901, 'conferences'],
  ])('of %i minutes come up for review as %s', (minutes, threshold) => {
    expect(fold(accepted, reached, worked(day, minutes)).hoursToReview).toBe(threshold)
  })

  test.each([
    [359, undefined],
    [360, 'review'],
    [601, 'approval'],
    [1500, 'conferences'],
  ])('of %i minutes come up by the hours of another service as %s', (minutes, threshold) => {
    const hours = { review: 6, approval: 10, conferences: 24.5 }
    const elsewhere = { ...rules, service: { ...rules.service, hours } }

    expect(foldStory(story([accepted, worked(day, minutes)]), elsewhere).hoursToReview).toBe(threshold)
  })

  test('count travel and other work too', () => {
    const parts = [
      worked(day, 200),
      worked('2026-11-24T11:00', 200, 'minutesOtherWork'),
      worked('2026-11-24T12:00', 80, 'minutesTravel'),
    ]

    expect(fold(accepted, reached, ...parts).hoursToReview).toBe('review')
  })

  test('that were reviewed come up again only at the next threshold', () => {
    const review = entry('hours-review', '2026-11-25T10:00', { threshold: 'review' })

    expect(fold(accepted, reached, worked(day, 500), review).hoursToReview).toBeUndefined()
    expect(fold(accepted, reached, worked(day, 500), review, worked(day, 230)).hoursToReview).toBe('approval')
  })
})

describe('a case of the team', () => {
  const givenTo = (...members: readonly string[]) =>
    story(members.map((advocate, hour) => entry('allocation', `2026-11-24T1${hour}:00`, { advocate })))
  const open = (roles: readonly Role[], ...members: readonly string[]) =>
    isOpenTo({ id: 'gwen', roles }, givenTo(...members))

  test('is open to the advocate it is given to, until it is given to another', () => {
    expect(advocateOf(givenTo('gwen'))).toBe('gwen')
    expect([open(['advocate'], 'gwen'), open(['advocate'], 'gwen', 'ifan'), open(['advocate'])]).toEqual([
      true,
      false,
      false,
    ])
  })

  test('is open to every coordinator, whoever has it', () => {
    expect([open(['coordinator'], 'ifan'), open(['advocate', 'coordinator'], 'ifan')]).toEqual([true, true])
  })
})
