import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import * as z from 'zod'

const maxBytes = 3584
const forbidden = /\s(?:id|style|class)=|href|<(?:text|image|style|script|foreignObject)\b|\son[a-z]+=/i
const themed = /^(?:none|currentColor|var\(--sf,#?\w+\))$/
const id = z.string().regex(/^[a-z]+(?:-[a-z]+)*$/)
const word = z.string().trim().min(2)
const symbol = z.discriminatedUnion('source', [
  z.strictObject({ id, source: z.literal('drawn'), cy: word, en: word }),
  z.strictObject({ id, source: z.literal('openmoji'), hexcode: z.string(), cy: word, en: word }),
])

const symbols = z.array(symbol).parse(parse(readFileSync('content/symbols.yaml', 'utf8')))
const pictureWords = z
  .array(z.object({ id, hexcode: z.string() }))
  .parse(parse(readFileSync('content/picture-words.yaml', 'utf8')))

const idsIn = (folder: string) =>
  readdirSync(`content/symbols/${folder}`)
    .filter((file) => file.endsWith('.svg'))
    .map((file) => file.replace('.svg', ''))
    .sort()
const idsFrom = (source: string) => symbols.filter((entry) => entry.source === source).map((entry) => entry.id)
const read = (path: string) => readFileSync(`content/symbols/${path}`, 'utf8')
const rootOf = (svg: string) => svg.slice(0, svg.indexOf('>'))
const coloursOf = (svg: string) => [...svg.matchAll(/(?:fill|stroke)="([^"]*)"/g)].map(([, colour]) => colour ?? '')

describe('the list of symbols', () => {
  test('uses an id once', () => {
    const ids = symbols.map((entry) => entry.id)

    expect(ids.filter((each, i) => ids.indexOf(each) !== i)).toEqual([])
  })

  test.each(['openmoji', 'drawn'])('has a file for each %s entry, and no file without an entry', (source) => {
    expect(idsIn(source)).toEqual(idsFrom(source).sort())
  })

  test('gives no two symbols the same name', () => {
    for (const language of ['cy', 'en'] as const) {
      const names = symbols.map((entry) => entry[language])

      expect(names.filter((each, i) => names.indexOf(each) !== i)).toEqual([])
    }
  })
})

describe('the picture-words', () => {
  test('have a file each, and no file without a word', () => {
    expect(idsIn('picture-words')).toEqual(pictureWords.map((entry) => entry.id).sort())
  })
})

describe.each([
  ['openmoji', '4 4 64 64'],
  ['drawn', '4 4 64 64'],
  ['picture-words', '2 2 68 68'],
])('every picture in %s', (folder, canvas) => {
  const pictures = idsIn(folder).map((name) => ({ name, svg: read(`${folder}/${name}.svg`) }))
  const namesWhere = (isAtFault: (svg: string) => boolean) =>
    pictures.filter(({ svg }) => isAtFault(svg)).map(({ name }) => name)

  test('carries nothing that could clash, load or run', () => {
    expect(namesWhere((svg) => forbidden.test(svg))).toEqual([])
  })

  test('is small enough to stand in a page', () => {
    expect(namesWhere((svg) => Buffer.byteLength(svg) > maxBytes)).toEqual([])
  })

  test('is decoration, has no size of its own, shows the same window and takes its line from the text', () => {
    const wanted = ['fill="currentColor"', 'aria-hidden="true"', 'focusable="false"', `viewBox="${canvas}"`]

    expect(namesWhere((svg) => wanted.some((each) => !rootOf(svg).includes(each)))).toEqual([])
    expect(namesWhere((svg) => /\s(?:width|height)=/.test(rootOf(svg)))).toEqual([])
  })

  test('writes every colour so that the theme can change it', () => {
    expect(namesWhere((svg) => coloursOf(svg).some((each) => !themed.test(each)))).toEqual([])
  })
})

describe('the licence of what we took', () => {
  const taken = [
    ['openmoji', symbols.flatMap((entry) => (entry.source === 'openmoji' ? [entry] : []))],
    ['picture-words', pictureWords],
  ] as const

  test.each(taken)('%s names the source of each picture', (folder, entries) => {
    const sources = read(`${folder}/SOURCES.md`)

    expect(entries.filter((entry) => !sources.includes(`| ${entry.id} | ${entry.hexcode} |`))).toEqual([])
  })

  test.each(taken)('%s stands beside its licence and says what was changed', (folder) => {
    expect(read(`${folder}/LICENSE`)).toMatch(/CC BY-SA 4\.0[\s\S]*Changes:/)
  })
})
