import { franc } from 'franc-all'
import { type Language, languages } from '#domain/language/language.ts'
import { type Spell, tokensOf } from './spell.ts'

/** How many words a sentence has, for us to say for sure which language it is in. */
export const wordsToBeSure = 4

const codes: Readonly<Record<Language, string>> = { cy: 'cym', en: 'eng' }

/**
 * The language that a sentence looks like: each word that only one dictionary has is a vote, and so is what clings to
 * a Welsh word. A tie is put to a reader of letter groups that knows Welsh.
 *
 * @returns undefined when neither can tell.
 * @source EASY-READ 2.4: 100 % right from four words up
 */
export function looksLike(spell: Spell, sentence: string): Language | undefined {
  const votes = votesOf(spell, sentence)
  if (votes.cy !== votes.en) return votes.cy > votes.en ? 'cy' : 'en'
  const guess = franc(sentence, { only: Object.values(codes), minLength: 1 })
  return languages.find((language) => codes[language] === guess)
}

function votesOf(spell: Spell, sentence: string): Record<Language, number> {
  const votes = { cy: 0, en: 0 }
  for (const { word, clitic } of tokensOf('cy', sentence)) {
    const [isWelsh, isEnglish] = [spell('cy', word), spell('en', word)]
    // "child's" has no Welsh clitic, "gyda'r" has.
    if (clitic !== '') votes.cy++
    else if (word.length > 1 && isWelsh !== isEnglish) votes[isWelsh ? 'cy' : 'en']++
  }
  return votes
}
