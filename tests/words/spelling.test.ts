import { describe, expect, test } from 'vitest'
import { type Language, languages } from '#domain/language/language.ts'
import { codeWords, isCode } from './code-words.ts'
import { everythingSaid } from './our-words.ts'
import { loadSpell, ownWords, tokensOf } from './spell.ts'

const spell = await loadSpell()
const said = everythingSaid()
const misspelt = (language: Language, sentence: string) =>
  tokensOf(language, sentence)
    .filter(({ word }) => !spell(language, word))
    .map(({ written }) => written)

describe('what we say', () => {
  test.each(languages)('is spelt right, or stands in our own list of words (%s)', (language) => {
    const wrong = said
      .filter((each) => each.language === language)
      .flatMap((each) =>
        misspelt(language, each.say)
          .filter((word) => !isCode(each, word))
          .map((word) => `${word} – ${each.where}`),
      )

    expect(wrong).toEqual([])
  })
})

describe('our own list of words', () => {
  test.each(languages)('holds no word that nothing says (%s)', (language) => {
    const words = said
      .filter((each) => each.language === language)
      .flatMap(({ say }) => tokensOf(language, say))
      .flatMap(({ word }) => [word, word.toLowerCase()])
    const written = new Set(words)

    expect([...ownWords(language).keys()].filter((word) => !written.has(word))).toEqual([])
  })

  test('holds no name of code that nothing says', () => {
    const written = new Set(said.flatMap(({ language, say }) => tokensOf(language, say)).map(({ word }) => word))

    expect([...codeWords.keys()].filter((word) => !written.has(word))).toEqual([])
  })
})

describe('the speller', () => {
  test.each(['nghartref', 'Nghymru', 'Gaerdydd', 'ngweithiwr', 'thad', 'phlant'])('knows the mutated %s', (word) => {
    expect(spell('cy', word)).toBe(true)
  })

  test.each([
    ['cy', 'Mae eriolwr yn gwrando arnat ti', ['eriolwr']],
    ['cy', 'Anfona neges i’th ffrind, sy’n byw yn Nhgymru', ['Nhgymru']],
    ['cy', 'Y cyngor and council', ['and', 'council']],
    ['cy', 'Ffonia {phone} neu anfona e-bost i helo@llafar.example', []],
    ['en', "The child's adviser will organize it", ['organize']],
    ['en', 'See https://www.meiccymru.org for **more**', []],
  ] as const)('reads %s: %s', (language, sentence, wrong) => {
    expect(misspelt(language, sentence)).toEqual(wrong)
  })
})
