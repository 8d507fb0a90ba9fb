import type { Said } from './our-words.ts'
import { readList } from './spell.ts'

/** Names of code, the same in every language. */
export const codeWords: ReadonlyMap<string, string> = readList('tests/words/words.code.txt')

/** Files in which they are said: to developers and staff, and where a wrong request is refused. */
const saysCode = /^locales\/(?:api|developers|form|form-adult|reports|staff)\.json /

/** Whether a word is the name of something in code, and stands where such names are said. */
export const isCode = ({ where }: Said, word: string) => codeWords.has(word) && saysCode.test(where)

/** What is said, without the names of code in it: they are in no language. */
export function withoutCode(said: Said): string {
  return said.say.replace(/[\p{L}-]+/gu, (word) => (isCode(said, word) ? '' : word))
}
