import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { languages } from '#domain/language/language.ts'

const guides = { cy: 'docs/staff-guide.cy.md', en: 'docs/staff-guide.md' } as const

/** Every word of the interface in a language, as one text. */
function wordsIn(language: string): string {
  const folder = join('locales', language)
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n')
    .toLowerCase()
}

/** What the guide quotes from the screens. */
const quoted = (guide: string) => [...guide.matchAll(/"([^"]+)"/g)].map(([, said = '']) => said)

describe.each(languages)('the staff guide, %s', (language) => {
  const said = quoted(readFileSync(guides[language], 'utf8'))

  test('quotes the screens as they are', () => {
    const words = wordsIn(language)

    expect(said.filter((each) => !words.includes(each.toLowerCase()))).toEqual([])
  })

  test('quotes enough of them to be held by this', () => {
    expect(said.length).toBeGreaterThan(5)
  })
})
