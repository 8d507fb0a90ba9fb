import { describe, expect, test } from 'vitest'
import { eligibilityOf } from '#domain/service/eligibility.ts'
import { loadService } from '#server/load-service.ts'

const wales = loadService('cymru-demo')
const lewisham = loadService('lewisham-demo')

describe('who can have an advocate in Lewisham', () => {
  test.each([
    ['looked-after', 0, 'yes-likely'],
    ['looked-after', 17, 'yes-likely'],
    ['looked-after', 18, 'other-help-too'],
    ['child-protection', 10, 'ask-anyway'],
    ['child-protection', 11, 'yes-likely'],
    ['child-protection', 16, 'yes-likely'],
    ['child-protection', 17, 'ask-anyway'],
    ['child-protection', 18, 'other-help-too'],
    ['care-leaver', 15, 'ask-anyway'],
    ['care-leaver', 16, 'yes-likely'],
    ['care-leaver', 20, 'yes-likely'],
    ['care-leaver', 21, 'ask-anyway'],
    ['care-leaver', 24, 'ask-anyway'],
    ['care-leaver', 25, 'other-help-too'],
    ['complex-needs', 17, 'yes-likely'],
  ])('%s at %i: %s', (group, age, expected) => {
    expect(eligibilityOf({ group, age }, lewisham)).toBe(expected)
  })
})

describe('who can have an advocate in Wales', () => {
  test.each([
    ['looked-after', 5, 'ask-anyway'],
    ['looked-after', 6, 'yes-likely'],
    ['looked-after', 17, 'yes-likely'],
    ['looked-after', 18, 'other-help-too'],
    ['child-protection', 17, 'yes-likely'],
    ['being-assessed', 17, 'yes-likely'],
    ['care-leaver', 24, 'yes-likely'],
    ['care-leaver', 25, 'other-help-too'],
  ])('%s at %i: %s', (group, age, expected) => {
    expect(eligibilityOf({ group, age }, wales)).toBe(expected)
  })
})

describe('what is not said', () => {
  test.each([
    ['nothing at all', {}, 'ask-anyway'],
    ['not sure of the group', { group: 'not-sure', age: 12 }, 'ask-anyway'],
    ['a group and no age', { group: 'looked-after' }, 'ask-anyway'],
    ['an age and no group', { age: 12 }, 'ask-anyway'],
    ['a group that the service does not have', { group: 'of-another-service', age: 12 }, 'ask-anyway'],
    ['in none of the groups', { group: 'none-of-these', age: 12 }, 'other-help-too'],
    ['older than anybody here', { age: 25 }, 'other-help-too'],
  ] as const)('%s: %o', (_, self, expected) => {
    expect([wales, lewisham].map((service) => eligibilityOf(self, service))).toEqual([expected, expected])
  })
})
