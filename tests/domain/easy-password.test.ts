import { expect, test } from 'vitest'
import { isEasyPassword } from '#domain/easy-password.ts'

const known = ['Mari Morgan', 'mari@eiriolaeth.example']

test.each([
  ['one sign again and again', 'aaaaaaaaaaaaaaaa', true],
  ['two signs again and again', 'abababababababab', true],
  ['a row of keys', 'qwertyuiopasdfghjkl', true],
  ['a row of figures, backwards', '98765432109876543', true],
  ['worn words', 'Password123456!!', true],
  ['worn words in Welsh', 'Cyfrinair-Llafar-1', true],
  ['their own name', 'MariMorgan2026!!', true],
  ['the name of their address', 'eiriolaeth-mari-99', true],
  ['a few words in a row', 'a long pass phrase', false],
  ['a few Welsh words in a row', 'pêl haul sgwâr môr', false],
  ['a name with a phrase', 'mari hoffi te gwyrdd', false],
])('%s is easy or not', (_, password, isEasy) => {
  expect(isEasyPassword(password, known)).toBe(isEasy)
})
