import { describe, expect, test } from 'vitest'
import { type Language, languages } from '#domain/language/language.ts'
import { type Said, saidToChildren } from './our-words.ts'
import { fleschKincaid, lix, sentencesOf, syllablesOf, wordsOf } from './readability.ts'

/** @source EASY-READ 2.6 */
const limits = { words: 15, wordsToPrint: 12, lix: 30, lixToPrint: 25, lixOverEnglish: 5, grade: 4, gradeFrom: 100 }

const said = saidToChildren()
const print = (line: string) => process.stdout.write(`${line}\n`)
const inLanguage = (language: Language) => said.filter((each) => each.language === language)

/** Everything that a child reads in one file: a page, a form, the page of a code. */
function texts(language: Language): ReadonlyMap<string, readonly Said[]> {
  const files = new Map<string, Said[]>()
  for (const each of inLanguage(language)) {
    // The cards of one service stand on one page.
    const file = (each.where.split(' ')[0] ?? '').replace(/^(content\/changes\/[^/]+)\/.*/, '$1')
    files.set(file, [...(files.get(file) ?? []), each])
  }
  return files
}
const sentencesIn = (all: readonly Said[]) => all.flatMap(({ say }) => sentencesOf(say))
const measured = (language: Language, measure: (sentences: readonly string[]) => number) =>
  new Map([...texts(language)].map(([file, all]) => [file, Math.round(measure(sentencesIn(all)) * 10) / 10]))

describe('a sentence to a child', () => {
  test.each(languages)('has 15 words at most (%s)', (language) => {
    const sentences = inLanguage(language).flatMap(({ where, say }) =>
      sentencesOf(say).map((sentence) => ({ where, sentence, words: wordsOf(sentence).length })),
    )
    const long = new Map(
      sentences.filter(({ words }) => words > limits.wordsToPrint).map((each) => [each.sentence, each.words]),
    )
    print(`Sentences (${language}): ${long.size} of ${sentences.length} have more than ${limits.wordsToPrint} words.`)
    for (const [sentence, words] of long) print(`  ${words}: ${sentence}`)

    expect(sentences.filter(({ words }) => words > limits.words)).toEqual([])
  })
})

describe('a text for children', () => {
  const [cy, en] = [measured('cy', lix), measured('en', lix)]

  test.each(languages)('has no LIX above 30 (%s)', (language) => {
    const found = language === 'cy' ? cy : en
    const over = [...found].filter(([, value]) => value > limits.lixToPrint)
    print(`LIX (${language}): ${over.length} of ${found.size} texts above ${limits.lixToPrint}. ${over.join(' ')}`)

    expect([...found].filter(([, value]) => value > limits.lix)).toEqual([])
  })

  test('is not much harder in Welsh than in English', () => {
    const harder = [...cy].filter(
      ([file, value]) => value > limits.lixToPrint && value > (en.get(file) ?? 0) + limits.lixOverEnglish,
    )

    expect(harder).toEqual([])
  })

  test('can be read in English at grade 4, where it is long enough to tell', () => {
    const long = [...texts('en')].filter(([, all]) => sentencesIn(all).flatMap(wordsOf).length >= limits.gradeFrom)
    const grades = measured('en', fleschKincaid)
    const found = long.map(([file]) => [file, grades.get(file) ?? 0] as const)
    print(`Flesch-Kincaid: ${found.map(([file, grade]) => `${file} ${grade}`).join(', ')}`)

    expect(found.length).toBeGreaterThan(0)
    expect(found.filter(([, grade]) => grade > limits.grade)).toEqual([])
  })
})

describe('the measures', () => {
  test.each([
    ['We ask you first. Is that OK?', ['We ask you first.', 'Is that OK?']],
    ['Ffonia {phone} neu 999!', ['Ffonia {phone} neu 999!']],
    ['**Stop** – now', ['**Stop** – now']],
  ])('part %s into sentences', (say, sentences) => {
    expect(sentencesOf(say)).toEqual(sentences)
  })

  test('count a number and a placeholder as a word, and a dash as none', () => {
    expect(wordsOf('Ring **us** free – {phone}, or 999.')).toEqual(['Ring', 'us', 'free', '{phone}', 'or', '999'])
  })

  test.each(
    Object.entries({ you: 1, help: 1, asked: 1, changed: 1, wanted: 2, people: 2, like: 1, voice: 1, advocate: 3 }),
  )('hear %s as %i', (word, syllables) => {
    expect(syllablesOf(word)).toBe(syllables)
  })

  test.each(Object.entries({ area: 3, idea: 3, being: 2, little: 2, private: 2, information: 4, different: 3 }))(
    'hear %s as %i',
    (word, syllables) => {
      expect(syllablesOf(word)).toBe(syllables)
    },
  )

  test('give the LIX of a text worked out by hand', () => {
    // 11 words in 2 sentences; "advocate" and "meeting" are long.
    expect(lix(['Your advocate can come.', 'They go to the meeting with you.'])).toBeCloseTo(5.5 + 200 / 11)
  })

  test('give the grade of a text worked out by hand', () => {
    // 11 words in 2 sentences, 14 syllables.
    const grade = fleschKincaid(['Your advocate can come.', 'They go to the meeting with you.'])

    expect(grade).toBeCloseTo(0.39 * 5.5 + 11.8 * (14 / 11) - 15.59)
  })
})
