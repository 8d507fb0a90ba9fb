import { expect, test } from 'vitest'
import { likenesses } from '#domain/referral/same-person.ts'

test.each([
  ['a name with other accents and capitals', { name: 'Siân  Ŵyn' }, { name: 'sian wyn' }, ['name']],
  ['a number as it is written abroad', { phone: '+44 7700 900456' }, { phone: '07700 900 456' }, ['phone']],
  ['a date of birth', { birthDate: '2012-03-04' }, { birthDate: '2012-03-04' }, ['birthDate']],
  ['an address in capitals', { email: 'Gwen@Example.test ' }, { email: 'gwen@example.test' }, ['email']],
  ['two names', { name: 'Gwen' }, { name: 'Gwenan' }, []],
  ['nothing that both have', { name: 'Gwen' }, { phone: '07700 900456' }, []],
  ['names of signs alone', { name: '!' }, { name: '?' }, []],
])('finds %s alike or not', (_, a, b, alike) => {
  expect(likenesses(a, b)).toEqual(alike)
})
