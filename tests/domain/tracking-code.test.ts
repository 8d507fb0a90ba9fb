import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import * as z from 'zod'
import { foldWord } from '#domain/tracking-code/fold-word.ts'
import { canonicalCode, namesOf, parseTypedCode, sayCode, wordsFromBytes } from '#domain/tracking-code/tracking-code.ts'

const name = z.string().regex(/^[\p{Ll}\p{Mark}]{2,}$/u)
const words = z
  .array(
    z.object({
      id: z.string().regex(/^[a-z]+$/),
      cy: name,
      en: name,
      alsoCy: z.array(name),
      alsoEn: z.array(name),
      hexcode: z.string(),
    }),
  )
  .parse(parse(readFileSync('content/picture-words.yaml', 'utf8')))

const thing = (id: string) => {
  const found = words.find((word) => word.id === id)
  if (found === undefined) throw new Error(`No picture-word ${id}`)
  return found
}
const code = ['fox', 'onion', 'goose', 'key', 'owl', 'spade'].map(thing)

/** One letter more, less or other, or two neighbours swapped: what a thumb does. */
function isOneSlipFrom(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  let start = 0
  while (start < short.length && short[start] === long[start]) start += 1
  const [restShort, restLong] = [short.slice(start), long.slice(start)]
  if (restShort === restLong.slice(1) || (long.length === short.length && restShort.slice(1) === restLong.slice(1))) {
    return true
  }
  const swapped = `${restShort[1] ?? ''}${restShort[0] ?? ''}${restShort.slice(2)}`
  return long.length === short.length && swapped === restLong
}

describe('picture-words', () => {
  test('are 256, in the order of their ids, each id once', () => {
    const ids = words.map(({ id }) => id)

    expect(ids).toHaveLength(256)
    expect([...new Set(ids)].sort()).toEqual(ids)
  })

  test('each have a picture of their own', () => {
    expect(new Set(words.map(({ hexcode }) => hexcode)).size).toBe(256)
  })

  test('are named as a child reads them: in composed letters', () => {
    expect(words.flatMap(namesOf).filter((word) => word !== word.normalize('NFC'))).toEqual([])
  })

  test('never share a name, and never sit one slip from a name of another thing, in either language', () => {
    const names = words.flatMap((word) => namesOf(word).map((each) => ({ id: word.id, name: foldWord(each) })))

    const clashes = names.flatMap((one, i) =>
      names
        .slice(i + 1)
        .filter((other) => other.id !== one.id && (other.name === one.name || isOneSlipFrom(one.name, other.name)))
        .map((other) => `${one.name} (${one.id}) and ${other.name} (${other.id})`),
    )

    expect(clashes).toEqual([])
  })

  test.each([
    ['cat', 'cot', true],
    ['fox', 'fo', true],
    ['fox', 'foxy', true],
    ['fox', 'ofx', true],
    ['tren', 'tree', true],
    ['lemon', 'melon', false],
    ['ci', 'wy', false],
  ])('the rule above calls %s and %s one slip apart: %s', (one, other, expected) => {
    expect(isOneSlipFrom(one, other)).toBe(expected)
  })
})

describe('wordsFromBytes', () => {
  test('takes one word a byte, the first and the last of the list among them', () => {
    const found = wordsFromBytes(Uint8Array.of(0, 255, 0, 1, 2, 3), words)

    expect(found.map(({ id }) => id)).toEqual(['abacus', 'zebra', 'abacus', 'accordion', 'aeroplane', 'anchor'])
  })

  test('reads six bytes of a longer key, and no more', () => {
    expect(wordsFromBytes(new Uint8Array(32), words)).toHaveLength(6)
  })

  test('refuses fewer than six bytes', () => {
    expect(() => wordsFromBytes(new Uint8Array(5), words)).toThrow(RangeError)
  })

  test('refuses a list that would make some words likelier than others', () => {
    expect(() => wordsFromBytes(new Uint8Array(6), words.slice(1))).toThrow(RangeError)
  })
})

describe('parseTypedCode', () => {
  test.each([
    ['Welsh', 'llwynog nionyn gŵydd allwedd tylluan rhaw'],
    ['English', 'fox onion goose key owl spade'],
    ['both at once', 'fox nionyn goose allwedd owl rhaw'],
    ['regional Welsh', 'cadno winwnsyn gŵydd goriad gwdihŵ rhaw'],
    ['other English names', 'fox onion goose key owl shovel'],
    ['no accents', 'cadno nionyn gwydd agoriad gwdihw rhaw'],
    ['accents typed as separate marks', 'llwynog nionyn gw\u0302ydd allwedd tylluan rhaw'],
    ['any case', 'FOX Onion GŴYDD kEy Owl SPADE'],
    ['hyphens, commas, full stops and new lines', ' fox-onion, goose.key\n\nowl _ spade. '],
    ['numbers before the words', '1. fox 2. onion 3. goose 4. key 5. owl 6. spade'],
  ])('knows a code in %s', (_what, text) => {
    expect(parseTypedCode(text, words)).toEqual(code)
  })

  test('knows every name of every thing, in both languages', () => {
    for (const word of words) {
      for (const each of namesOf(word)) {
        expect(parseTypedCode(`${each} fox fox fox fox fox`, words)?.[0]).toBe(word)
      }
    }
  })

  test('keeps the order, which is part of the code', () => {
    expect(parseTypedCode('onion fox goose key owl spade', words)).not.toEqual(code)
  })

  test.each([
    ['nothing', ''],
    ['five words', 'fox onion goose key owl'],
    ['seven words', 'fox onion goose key owl spade fox'],
    ['a word we do not know', 'fox onion goose key owl spoom'],
    ['six known words and one unknown', 'fox onion goose key owl spade please'],
    ['a word that only objects know', 'fox onion goose key owl constructor'],
  ])('does not know %s', (_what, text) => {
    expect(parseTypedCode(text, words)).toBeUndefined()
  })
})

describe('sayCode', () => {
  test('says the names we show, in the language asked for', () => {
    expect(sayCode(code, 'cy')).toBe('llwynog nionyn gŵydd allwedd tylluan rhaw')
    expect(sayCode(code, 'en')).toBe('fox onion goose key owl spade')
  })

  test('says every word so that typing it back finds it', () => {
    for (let i = 0; i < 256; i += 1) {
      const shown = wordsFromBytes(Uint8Array.of(i, 0, 1, 2, 3, 4), words)

      expect(parseTypedCode(sayCode(shown, 'cy'), words)).toEqual(shown)
      expect(parseTypedCode(sayCode(shown, 'en'), words)).toEqual(shown)
    }
  })
})

describe('canonicalCode', () => {
  test('is the same whichever names were typed', () => {
    const typed = parseTypedCode('cadno winwnsyn gwydd goriad gwdihw shovel', words) ?? []

    expect(canonicalCode(typed)).toBe('fox-onion-goose-key-owl-spade')
  })
})
