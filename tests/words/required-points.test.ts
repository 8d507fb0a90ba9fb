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

const pageText = (language: Language, name: string) =>
  readFileSync(`content/pages/${language}/${name}.yaml`, 'utf8').replaceAll("''", "'").replaceAll('**', '')
const required: readonly Required[] = parse(readFileSync('content/required-points.yaml', 'utf8'))
const clause = /^(FW|CF|NS|WB|AO|NI|LW|CM|IP|SU|WG|H|Q)-?[A-Z0-9.]+[a-z0-9.]*$/

describe('what a page has to say', () => {
  test('is listed once a page, in the order of their names, each with an address and a number', () => {
    const names = required.map(({ page }) => page)

    expect(names).toEqual([...new Set(names)].sort())
    expect(names.filter((name) => !isPathName(name))).toEqual([])
    expect(required.filter(({ number }) => !/^P([1-9]|[12]\d)$/.test(number))).toEqual([])
    expect(new Set(required.map(({ number }) => number)).size).toBe(required.length)
  })

  test.each(required)('has a clause for each point, and one way of being said ($page)', ({ points }) => {
    const ways = ({ said, part, fact }: Point) => [said, part, fact].filter((way) => way !== undefined).length

    expect(points.filter(({ from }) => from.length === 0 || from.some((id) => !clause.test(id)))).toEqual([])
    expect(points.filter((point) => ways(point) !== 1)).toEqual([])
  })

  test.each(required)('stands on $page in both languages', ({ page, points }) => {
    const missing = languages.flatMap((language) => {
      const text = pageText(language, page)
      const isThere = ({ said, part, fact }: Point) =>
        text.includes(said ? said[language] : part ? `part: ${part}\n` : `{service.${fact}}`)
      return points.filter((point) => !isThere(point)).map(({ point }) => `${language}: ${point}`)
    })

    expect(missing).toEqual([])
  })
})
