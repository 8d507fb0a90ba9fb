import { expect, test } from 'vitest'
import { spokenAnswer } from '#components/form/spoken-answer.ts'
import { questionsOf } from '#forms/define-form.ts'
import { formScreenWords } from '#i18n/form-screen-words.ts'
import { loadForms, loadService } from '#server/load-service.ts'

const service = loadService('cymru-demo')
const contact = loadForms(service).get('contact')
const { words } = formScreenWords('contact', 'cy', service)

test.each([
  ['2026-01-05T16:05:00.000Z', '5/1/2026 16:05'],
  ['2026-07-05T16:05:00.000Z', '5/7/2026 17:05'],
  ['ddoe, Tua 4', 'ddoe, Tua 4'],
])('a moment, %s, is said as a London clock shows it', (given, said) => {
  const asked = contact && questionsOf(contact).find(({ kind }) => kind === 'moment')

  expect(asked && spokenAnswer(asked, given, words)).toBe(said)
})
