import { describe, expect, test } from 'vitest'
import { doubtsOf, isDoubted } from '#domain/sender-doubt.ts'
import { beganAt, newSubmissionKey } from '#domain/submission-key.ts'
import { isIdempotencyKey } from '#server/http/idempotency-key.ts'

const began = Date.parse('2026-11-26T09:00:00.000Z')
const chance = Uint8Array.from([255, 255, 255, 255, 255, 255, 255, 255, 255, 255])
const key = newSubmissionKey(began, chance)

describe('the key of a sending', () => {
  test('is a UUID that says when it was made, and all of whose chance counts', () => {
    expect(key).toBe('01a21715-4680-7fff-bfff-ffffffffffff')
    expect(isIdempotencyKey(key)).toBe(true)
    expect(beganAt(key)).toBe(began)
    for (let at = 0; at < 10; at++) expect(newSubmissionKey(began, chance.with(at, 0)), `byte ${at}`).not.toBe(key)
  })

  test('of another making says nothing of when', () => {
    expect(beganAt('2b36c945-d7ce-4c9d-b4c3-99087b1dea7d')).toBeUndefined()
    expect(beganAt('x')).toBeUndefined()
  })
})

describe('a doubt whether a person sent it', () => {
  test.each([
    { after: 0, doubts: ['too-fast'] },
    { after: 2_999, doubts: ['too-fast'] },
    { after: 3_000, doubts: [] },
    { after: 86_400_000, doubts: [] },
    // A clock that is wrong is no machine.
    { after: -60_000, doubts: [] },
  ])('by how fast it was: $after ms', ({ after, doubts }) => {
    expect(doubtsOf({ hiddenField: '', key, now: began + after })).toEqual(doubts)
  })

  test('because nobody began it, and because of what no person sees', () => {
    expect(doubtsOf({ hiddenField: '', key: undefined, now: began })).toEqual(['too-fast'])
    expect(doubtsOf({ hiddenField: 'x', key, now: began + 60_000 })).toEqual(['hidden-field'])
    expect(doubtsOf({ hiddenField: '', key: '2b36c945-d7ce-4c9d-b4c3-99087b1dea7d', now: began })).toEqual([])
  })

  test.each([
    ['received', true],
    ['not-accepted', true],
    ['accepted', false],
    ['answered', false],
    ['closed', false],
  ] as const)('is gone once staff have taken it on: %s', (status, doubted) => {
    expect(isDoubted({ counted: { 'sender.doubt': ['too-fast'] }, standing: { status } })).toBe(doubted)
    expect(isDoubted({ counted: {}, standing: { status } })).toBe(false)
  })
})
