import { pictureOfWord } from '#components/symbol/picture-words.ts'
import type { PictureWord } from '#domain/tracking-code/tracking-code.ts'

/** A picture-word with its drawing, as SVG of our own making: for a page that draws it in the browser. */
export type DrawnWord = Pick<PictureWord, 'cy' | 'en'> & { readonly picture: string }

/** Puts the drawing beside each word of a code. */
export function drawWords(words: readonly PictureWord[]): readonly DrawnWord[] {
  return words.map(({ id, cy, en }) => ({ cy, en, picture: pictureOfWord(id) }))
}
