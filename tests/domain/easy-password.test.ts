import { expect, test } from 'vitest'
import { isEasyPassword } from '#domain/easy-password.ts'
import { commonPasswords } from '#server/sign-in/common-passwords.ts'

const known = ['Mari Morgan', 'mari@eiriolaeth.example']

test.each([
  ['one sign again and again', 'aaaaaaaaaaaaaaaa', true],
  ['two signs again and again', 'abababababababab', true],
  ['a row of keys', 'qwertyuiopasdfghjkl', true],
  ['a row of figures, backwards', '98765432109876543', true],
  ['a password that many have', '1qaz2wsx3edc4rfv', true],
  ['a common password with a year and signs', 'Basketball2026!!', true],
  ['two common passwords', 'sunshinebasketball', true],
  ['two common passwords with a sign between', 'Sunshine-Basketball', true],
  ['a common password with figures', 'iloveyou12345678', true],
  ['worn words', 'Password123456!!', true],
  ['worn words in Welsh', 'Cyfrinair-Llafar-1', true],
  ['their own name', 'MariMorgan2026!!', true],
  ['the name of their address', 'eiriolaeth-mari-99', true],
  ['a few words in a row', 'a long pass phrase', false],
  ['three common words in a row', 'sunshine basketball monkey', false],
  ['a few Welsh words in a row', 'pêl haul sgwâr môr', false],
  ['a name with a phrase', 'mari hoffi te gwyrdd', false],
  ['what a password manager makes', 'xK7#mQ2vLp9zRt4wB', false],
])('%s is easy or not', async (_, password, isEasy) => {
  expect(isEasyPassword(password, known, await commonPasswords())).toBe(isEasy)
})

test('the list is one of tens of thousands', async () => {
  expect((await commonPasswords()).size).toBeGreaterThan(40_000)
})
