import { describe, expect, test } from 'vitest'
import { byUrgency, byWaiting, isLate, isOnWaitingList, nextDue } from '#domain/referral/inbox-order.ts'
import type { Owed, Standing } from '#domain/referral/standing.ts'
import type { Instant, IsoDate } from '#domain/time/instant.ts'

const at = (moment: string) => `${moment}:00.000Z` as Instant

/** A referral nobody has looked at yet; says what matters. */
const TODAY = '2026-11-20' as IsoDate

const owed = (kind: Owed['kind'], when: string): readonly Owed[] => [{ kind, at: at(when) }]

const waiting = (parts: Partial<Standing> = {}): Standing => ({
  status: 'received',
  receivedAt: at('2026-11-20T10:00'),
  lookBy: at('2026-11-23T17:00'),
  attempts: 0,
  priority: 'usual',
  untold: [],
  isAllocated: false,
  owes: owed('look', '2026-11-23T17:00'),
  ...parts,
})
const accepted = (due: string, parts: Partial<Standing> = {}) =>
  waiting({
    status: 'accepted',
    acceptedAt: at('2026-11-20T12:00'),
    due: at(due),
    owes: owed('contact', due),
    ...parts,
  })
const contacted = (receivedAt: string) =>
  waiting({
    status: 'contacted',
    receivedAt: at(receivedAt),
    due: at('2026-11-21T12:00'),
    contactedAt: at('2026-11-21T10:00'),
    owes: [],
  })

/** The names of these referrals in the order of the inbox, whatever order they came in. */
const inOrder = (named: Readonly<Record<string, Standing>>, order = byUrgency(TODAY)) => {
  const forwards = Object.entries(named)
    .sort(([, a], [, b]) => order(a, b))
    .map(([name]) => name)
  const backwards = Object.entries(named)
    .reverse()
    .sort(([, a], [, b]) => order(a, b))
    .map(([name]) => name)
  expect(backwards).toEqual(forwards)
  return forwards
}

describe('what is owed next', () => {
  test('for a new referral is a look at it', () => {
    expect(nextDue(waiting())).toBe('2026-11-23T17:00:00.000Z')
  })

  test('for an accepted one is contact', () => {
    expect(nextDue(accepted('2026-11-23T12:00'))).toBe('2026-11-23T12:00:00.000Z')
  })

  test.each(['contacted', 'not-accepted'] as const)('for one that is %s is nothing', (status) => {
    expect(nextDue(waiting({ status, due: at('2026-11-23T12:00') }))).toBeUndefined()
  })

  test('is late only once its moment has passed', () => {
    expect([at('2026-11-23T17:00'), at('2026-11-23T17:01')].map((now) => isLate(waiting(), now))).toEqual([false, true])
  })
})

describe('the inbox', () => {
  test('puts a crisis before what is due sooner', () => {
    expect(
      inOrder({ sooner: accepted('2026-11-21T12:00'), crisis: accepted('2026-11-23T12:00', { priority: 'crisis' }) }),
    ).toEqual(['crisis', 'sooner'])
  })

  test('puts what is due sooner before what is due later', () => {
    expect(
      inOrder({ later: accepted('2026-11-23T12:00'), sooner: accepted('2026-11-22T12:00'), look: waiting() }),
    ).toEqual(['sooner', 'later', 'look'])
  })

  test('puts the nearer decision first among what is due at the same time', () => {
    expect(
      inOrder({
        none: waiting(),
        far: waiting({ decisionDates: ['2026-12-10'] }),
        near: waiting({ decisionDates: ['2026-11-19', '2026-12-03'] }),
      }),
    ).toEqual(['near', 'far', 'none'])
  })

  test('puts "soon" before "usual" when all else is equal', () => {
    expect(inOrder({ usual: waiting(), soon: waiting({ priority: 'soon' }) })).toEqual(['soon', 'usual'])
  })

  test('puts the one that has waited longest first when all else is equal', () => {
    expect(inOrder({ newer: waiting(), older: waiting({ receivedAt: at('2026-11-20T09:00') }) })).toEqual([
      'older',
      'newer',
    ])
  })

  test('puts what nobody waits for last, newest first', () => {
    expect(
      inOrder({ old: contacted('2026-11-01T09:00'), open: waiting(), recent: contacted('2026-11-10T09:00') }),
    ).toEqual(['open', 'recent', 'old'])
  })
})

describe('the waiting list', () => {
  const inWaiting = (named: Readonly<Record<string, Standing>>) => inOrder(named, byWaiting(TODAY))

  test('puts a crisis before a nearer decision, and a decision before who has waited longer', () => {
    expect(
      inWaiting({
        oldest: waiting({ receivedAt: at('2026-11-01T09:00') }),
        far: waiting({ decisionDates: ['2026-12-10'] }),
        near: waiting({ decisionDates: ['2026-12-03'] }),
        crisis: waiting({ priority: 'crisis', receivedAt: at('2026-11-20T11:00') }),
      }),
    ).toEqual(['crisis', 'near', 'far', 'oldest'])
  })

  test('puts who has waited longest first among those with no decision ahead, whatever is due sooner', () => {
    expect(
      inWaiting({
        newer: accepted('2026-11-20T13:00', { receivedAt: at('2026-11-19T09:00') }),
        older: accepted('2026-11-22T12:00', { receivedAt: at('2026-11-18T09:00'), decisionDates: ['2026-11-19'] }),
      }),
    ).toEqual(['older', 'newer'])
  })

  test.each([
    ['received', false, true],
    ['accepted', false, true],
    ['contacted', false, true],
    ['contacted', true, false],
    ['not-accepted', false, false],
    ['withdrawn', false, false],
    ['closed', false, false],
  ] as const)('holds one that is %s, with an advocate named: %s? %s', (status, isAllocated, isWaiting) => {
    expect(isOnWaitingList({ status, isAllocated })).toBe(isWaiting)
  })
})
