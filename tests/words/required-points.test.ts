import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { type Language, languages } from '#domain/language/language.ts'
import { isPathName } from '#i18n/paths.ts'

type Point = {
  readonly point: string
  readonly from: readonly string[]
  readonly said?: Readonly<Record<Language, string>>
  readonly part?: string
  readonly fact?: string
}
type Required = { readonly page: string; readonly number: string; readonly points: readonly Point[] }

type Block = {
  readonly heading?: string
  readonly part?: string
  readonly ideas?: readonly { readonly say: string }[]
  readonly links?: readonly { readonly say: string }[]
  readonly adults?: { readonly summary: string; readonly part?: string; readonly paragraphs: readonly string[] }
}
type Page = { readonly title: string; readonly lead?: string; readonly blocks: readonly Block[] }

const pageOf = (language: Language, name: string): Page =>
  parse(readFileSync(`content/pages/${language}/${name}.yaml`, 'utf8'))

/** What is read on a page, each saying on a line of its own. */
const wordsOf = ({ title, lead, blocks }: Page) =>
  [
    title,
    lead,
    ...blocks.flatMap(({ heading, ideas = [], links = [], adults }) => [
      heading,
      ...[...ideas, ...links].map(({ say }) => say),
      adults?.summary,
      ...(adults?.paragraphs ?? []),
    ]),
  ]
    .join('\n')
    .replaceAll('**', '')

const partsOf = ({ blocks }: Page) => blocks.flatMap(({ part, adults }) => [part, adults?.part])

const required: readonly Required[] = parse(readFileSync('content/required-points.yaml', 'utf8'))
const clause = /^(FW|CF|NS|WB|AO|NI|LW|CM|IP|SU|WG|H|Q)-?[A-Z0-9.]+[a-z0-9.]*$/

describe('what a page has to say', () => {
  test('is listed once a page, in the order of their names, each with an address', () => {
    const names = required.map(({ page }) => page)

    expect(names).toEqual([...new Set(names)].sort())
    expect(names.filter((name) => !isPathName(name))).toEqual([])
  })

  test('is listed for every page that the requirements name', () => {
    const numbers = required.map(({ number }) => Number(number.slice(1))).sort((one, other) => one - other)

    expect(numbers).toEqual(Array.from({ length: 29 }, (_, index) => index + 1))
  })

  test.each(required)('has a clause for each point, and one way of being said ($page)', ({ points }) => {
    const ways = ({ said, part, fact }: Point) => [said, part, fact].filter((way) => way !== undefined).length

    expect(points.filter(({ from }) => from.length === 0 || from.some((id) => !clause.test(id)))).toEqual([])
    expect(points.filter((point) => ways(point) !== 1)).toEqual([])
  })

  test.each(required)('stands on $page in both languages', ({ page, points }) => {
    const missing = languages.flatMap((language) => {
      const shown = pageOf(language, page)
      const isThere = ({ said, part, fact }: Point) =>
        part ? partsOf(shown).includes(part) : wordsOf(shown).includes(said ? said[language] : `{service.${fact}}`)
      return points.filter((point) => !isThere(point)).map(({ point }) => `${language}: ${point}`)
    })

    expect(missing).toEqual([])
  })
})
