/** The sentences of what is said: a full stop, question or exclamation mark ends one, and so does a line of its own. */
export function sentencesOf(say: string): readonly string[] {
  return say.split(/(?<=[.?!…]) +|\n/).filter((sentence) => wordsOf(sentence).length > 0)
}

/** The words of a sentence; a number or a placeholder is one. */
export function wordsOf(sentence: string): readonly string[] {
  return sentence
    .replaceAll('**', '')
    .split(/\s+/)
    .map((word) => word.replace(/^[^\p{L}\d{]+|[^\p{L}\d}]+$/gu, ''))
    .filter((word) => word !== '')
}

/**
 * LIX: mean words in a sentence, and how many in a hundred have more than 6 letters. It knows no language, so it can
 * be asked of Welsh too, beside the same in English. It is no age.
 *
 * @source EASY-READ 2.5; C.-H. Björnsson, Läsbarhet, 1968
 */
export function lix(sentences: readonly string[]): number {
  const words = sentences.flatMap(wordsOf)
  const long = words.filter((word) => lettersOf(word).length > 6)
  return words.length / sentences.length + (100 * long.length) / words.length
}

/**
 * The grade of an American school at which English can be read: add 5 for the age. Means something from 100 words.
 *
 * @source J. P. Kincaid and others, Derivation of new readability formulas, 1975
 */
export function fleschKincaid(sentences: readonly string[]): number {
  const words = sentences.flatMap(wordsOf)
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0)
  return (0.39 * words.length) / sentences.length + (11.8 * syllables) / words.length - 15.59
}

/**
 * How many syllables an English word has: groups of vowels, less the silent e at the end and in -ed and -es, more
 * where vowels in a row part (area, idea). At least one. No package for it is installed; a word or two in a hundred
 * is counted wrong, which the mean of a page does not feel.
 */
export function syllablesOf(word: string): number {
  const letters = lettersOf(word.toLowerCase())
  if (letters.length < 3) return 1
  const spoken = letters.replace(/(?<=[^aeiouylrtd])(?:es|ed)$|(?<=[lr])ed$|(?<=[^aeiouyl])e$|(?<=[aeiou]l)e$/, '')
  const groups = spoken.match(/[aeiouy]+/g)?.length ?? 0
  const parted = spoken.match(/ea$|eas$|i[ao](?!n)|[^q]ua[lt]|[aeiou]ing|io[tl]/g)?.length ?? 0
  return Math.max(1, groups + parted)
}

/** A placeholder is a number or a sentence of its own: it has no letters that we could count. */
const lettersOf = (word: string) => (word.startsWith('{') ? '' : word.replace(/[^\p{L}]/gu, ''))
