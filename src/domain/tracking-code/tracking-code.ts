/**
 * A tracking code: six picture-words out of 256 everyday things (48 bits), each with a picture and a name in Welsh and
 * English. A child may type it in either language or both, without accents, with regional names.
 *
 * @source DESIGN 5 "Codes"; words: content/picture-words.yaml
 */
import type { Language } from '#domain/language/language.ts'
import { foldWord } from './fold-word.ts'

/** One everyday thing: its id, the name we show in each language, and the other names we accept. */
export type PictureWord = {
  readonly id: string
  readonly cy: string
  readonly en: string
  readonly alsoCy: readonly string[]
  readonly alsoEn: readonly string[]
}

/** How many words a code has. */
export const wordsInCode = 6

/** How many words there are to choose from: one for each value of a byte, so that every word is equally likely. */
export const pictureWordCount = 256

const separators = /[^\p{Letter}\p{Mark}]+/u

/**
 * The six words that the first six bytes name, one word a byte.
 *
 * @param words - All picture-words, in the order of the list: byte 0 is the first.
 * @throws RangeError when there are not exactly 256 words, or fewer than six bytes.
 */
export function wordsFromBytes(bytes: Uint8Array, words: readonly PictureWord[]): readonly PictureWord[] {
  if (words.length !== pictureWordCount) throw new RangeError(`A code needs ${pictureWordCount} words to choose from`)
  if (bytes.length < wordsInCode) throw new RangeError(`A code needs ${wordsInCode} bytes`)
  return [...bytes.subarray(0, wordsInCode)].flatMap((byte) => words[byte] ?? [])
}

/**
 * The six words that somebody typed, in their order. Anything but a letter parts two words.
 *
 * @returns undefined when the text is not exactly six words we know.
 */
export function parseTypedCode(text: string, words: readonly PictureWord[]): readonly PictureWord[] | undefined {
  const typed = text.split(separators).filter((word) => word !== '')
  if (typed.length !== wordsInCode) return undefined
  const byName = wordsByName(words)
  const found = typed.flatMap((word) => byName.get(foldWord(word)) ?? [])
  return found.length === wordsInCode ? found : undefined
}

/** The code as we show it and read it aloud, in one language. */
export function sayCode(words: readonly PictureWord[], language: Language): string {
  return words.map((word) => word[language]).join(' ')
}

/** The code as it is compared and sealed under a key: the same whatever language or alias was typed. */
export function canonicalCode(words: readonly PictureWord[]): string {
  return words.map((word) => word.id).join('-')
}

/** Every name of a thing, as it is shown or accepted, in both languages. */
export function namesOf({ cy, en, alsoCy, alsoEn }: PictureWord): readonly string[] {
  return [cy, en, ...alsoCy, ...alsoEn]
}

function wordsByName(words: readonly PictureWord[]): ReadonlyMap<string, PictureWord> {
  return new Map(words.flatMap((word) => namesOf(word).map((name) => [foldWord(name), word] as const)))
}
