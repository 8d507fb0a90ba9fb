import { describe, expect, test } from 'vitest'
import { byUrgency, isLate, nextDue } from '#domain/referral/inbox-order.ts'
import type { Progress } from '#domain/referral/progress.ts'
import type { Instant } from '#domain/time/instant.ts'

const at = (moment: string) => `${moment}:00.000Z` as Instant

/** A referral nobody has looked at yet; says what matters. */
const waiting = (parts: Partial<Progress> = {}): Progress => ({
  status: 'received',
  receivedAt: at('2026-11-20T10:00'),
  lookBy: at('2026-11-23T17:00'),
  attempts: 0,
  priority: 'usual',
  ...parts,
})
const accepted = (due: string, parts: Partial<Progress> = {}) =>
  waiting({ status: 'accepted', acceptedAt: at('2026-11-20T12:00'), due: at(due), ...parts })
const contacted = (receivedAt: string) =>
  waiting({
    status: 'contacted',
    receivedAt: at(receivedAt),
    due: at('2026-11-21T12:00'),
    contactedAt: at('2026-11-21T10:00'),
  })

/** The names of these referrals in the order of the inbox, whatever order they came in. */
const inOrder = (named: Readonly<Record<string, Progress>>) => {
  const forwards = Object.entries(named)
    .sort(([, a], [, b]) => byUrgency(a, b))
    .map(([name]) => name)
  const backwards = Object.entries(named)
    .reverse()
    .sort(([, a], [, b]) => byUrgency(a, b))
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
        far: waiting({ decisionOn: '2026-12-10' }),
        near: waiting({ decisionOn: '2026-12-03' }),
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
