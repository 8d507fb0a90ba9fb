import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

type Value = string | readonly Value[] | { readonly [key: string]: Value }
type Flat = ReadonlyMap<string, string>

/** Values that are no words: the name of a picture, and signs. */
const noWords = new Map<string, string>([
  ['reports.json .nothing', 'a dash in place of a figure'],
  ['reports.json .heads.percent', 'the sign for per cent is the same'],
])
const isPictureName = (path: string) => path.endsWith('.symbol')

const filesIn = (language: string) =>
  readdirSync(`locales/${language}`, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .sort()
const read = (language: string, file: string) =>
  flatten(JSON.parse(readFileSync(`locales/${language}/${file}`, 'utf8')) as Value)

const plural = /_(zero|one|two|few|many|other)$/
const stemOf = (path: string) => path.replace(plural, '')
const endingsOf = (words: Flat) => {
  const sets = new Map<string, string[]>()
  for (const path of words.keys()) {
    const [, ending] = plural.exec(path) ?? []
    if (ending) sets.set(stemOf(path), [...(sets.get(stemOf(path)) ?? []), ending])
  }
  return [...sets].map(([stem, endings]) => [stem, endings.sort()] as const)
}
const placeholders = (sentence: string | undefined) => [...new Set(sentence?.match(/\{\w+\}/g))].sort()

describe('the locales', () => {
  test('have the same files in both languages', () => {
    expect(filesIn('cy')).toEqual(filesIn('en'))
  })
})

describe.each(filesIn('en'))('%s', (file) => {
  const [cy, en] = [read('cy', file), read('en', file)]

  test('has the same keys in Welsh as in English, plurals by their stem', () => {
    const stems = (words: Flat) => [...new Set([...words.keys()].map(stemOf))].sort()

    expect(stems(cy)).toEqual(stems(en))
  })

  test('has no empty words in either language', () => {
    expect([...cy, ...en].filter(([, words]) => words.trim() === '')).toEqual([])
  })

  test('has the same placeholders in Welsh as in English', () => {
    const different = [...cy].filter(([path, words]) => {
      const twin = en.get(path) ?? en.get(`${stemOf(path)}_other`)
      // "0" and "1" may be said in words: only the count may be left out, and only there.
      const free = /_(zero|one|two)$/.test(path) ? ['{count}'] : []
      const [own, other] = [placeholders(words), placeholders(twin)].map((names) =>
        names.filter((name) => !free.includes(name)),
      )
      return String(own) !== String(other)
    })

    expect(different.map(([path]) => path)).toEqual([])
  })

  test('names the same pictures in both languages', () => {
    const pictures = (words: Flat) => [...words].filter(([path]) => isPictureName(path))

    expect(pictures(cy)).toEqual(pictures(en))
  })

  test('says nothing in Welsh that is the English, save what is no word', () => {
    const same = [...cy].filter(
      ([path, words]) => en.get(path) === words && !isPictureName(path) && !noWords.has(`${file} ${path}`),
    )

    expect(same).toEqual([])
  })

  test('has all six forms wherever Welsh counts', () => {
    const incomplete = endingsOf(cy).filter(([, endings]) => String(endings) !== 'few,many,one,other,two,zero')

    expect(incomplete).toEqual([])
  })

  test('has both forms wherever English counts', () => {
    const incomplete = endingsOf(en).filter(([, endings]) => String(endings) !== 'one,other')

    expect(incomplete).toEqual([])
  })

  test('has no word of HTML, and no placeholder in double braces', () => {
    expect([...cy, ...en].filter(([, words]) => /<[a-z/]|\{\{/.test(words))).toEqual([])
  })

  test('is written in composed letters, so that it is found and counted as it looks', () => {
    expect([...cy].filter(([, words]) => words !== words.normalize('NFC')).map(([path]) => path)).toEqual([])
  })
})

describe('what is let through as no word', () => {
  test('is still there, and still the same in both languages', () => {
    const stale = [...noWords.keys()].filter((key) => {
      const [file = '', path = ''] = key.split(' ')
      return filesIn('en').includes(file) && read('cy', file).get(path) !== read('en', file).get(path)
    })

    expect(stale).toEqual([])
  })
})

function flatten(value: Value, path = ''): Flat {
  if (typeof value === 'string') return new Map([[path, value]])
  const parts = Object.entries(value).flatMap(([key, inner]) => [...flatten(inner, `${path}.${key}`)])
  return new Map(parts)
}
