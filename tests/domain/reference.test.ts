import { describe, expect, test } from 'vitest'
import { newReference } from '#server/operations/reference.ts'

/** Chance that gives these bytes, one after another. */
const bytes =
  (...given: number[]) =>
  (count: number) =>
    Uint8Array.from({ length: count }, () => given.shift() ?? 0)
/** The same chance every time: a long walk through all bytes. */
const seeded = (seed: number) => {
  let state = seed
  return (count: number) =>
    Uint8Array.from({ length: count }, () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
      return state >>> 24
    })
}
const many = Array.from({ length: 5_000 }, (_, index) => newReference(seeded(index + 1)))

describe('a reference', () => {
  test('is three groups of two letters and a digit', () => {
    expect(many.filter((reference) => !/^[A-Z]{2}\d-[A-Z]{2}\d-[A-Z]{2}\d$/.test(reference))).toEqual([])
  })

  test('has no vowel of either language, so that it can be no word', () => {
    expect(many.filter((reference) => /[AEIOUWY]/.test(reference))).toEqual([])
  })

  test('has no letter or digit that looks like another', () => {
    expect(many.filter((reference) => /[01LOQ58SZ]/.test(reference))).toEqual([])
  })

  test('comes from chance alone: the first letters for zeros', () => {
    expect(newReference(bytes(0, 0, 0, 0, 0, 0, 0, 0, 0))).toBe('BB2-BB2-BB2')
  })

  test('draws again for a byte that would make one letter likelier than another', () => {
    expect(newReference(bytes(255, 1, 0, 0, 0, 0, 0, 0, 0, 0))).toBe('CB2-BB2-BB2')
  })

  test('draws again for letters that read as an insult', () => {
    // Letters by number: B C D F G H J K M N P R T V X. First F, C and K, then zeros.
    expect(newReference(bytes(3, 1, 0, 7, 0, 0, 0, 0, 0))).toBe('BB2-BB2-BB2')
  })

  test('uses every letter and digit it may', () => {
    expect([...new Set(many.join('').replaceAll('-', ''))].sort().join('')).toBe('234679BCDFGHJKMNPRTVX')
  })
})
