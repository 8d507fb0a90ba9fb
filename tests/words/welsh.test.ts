import { describe, expect, test } from 'vitest'
import { languages } from '#domain/language/language.ts'
import { withoutCode } from './code-words.ts'
import { allowedMutations, mutate, mutationWarnings } from './mutation.ts'
import { everythingSaid, type Said, saidToChildren, stemOf } from './our-words.ts'
import { chiForms, tiForms } from './register.ts'
import { loadSpell, readList, tokensOf } from './spell.ts'
import { looksLike, wordsToBeSure } from './which-language.ts'

const spell = await loadSpell()
const said = everythingSaid()
const welsh = said.filter(({ language }) => language === 'cy')
const toChildren = saidToChildren().filter(({ language }) => language === 'cy')
const toAdults = welsh.filter(({ reader }) => reader === 'adult')
const print = (line: string) => process.stdout.write(`${line}\n`)
const where = (each: Said, what: string) => `${what} – ${each.where}: ${each.say}`

/** Words that lost their roof: the word without it means something else that we never say, or nothing. */
const roofless = new Map(
  'siwr siŵr|ffon ffôn|dwr dŵr|ty tŷ|swn sŵn|grwp grŵp|tim tîm|ol ôl|nol nôl|tren trên|pel pêl|cor côr|hyny hynny'
    .split('|')
    .map((pair) => pair.split(' ') as [string, string]),
)

describe('the mutations', () => {
  test('are as the word before asks, or a person has said why not', () => {
    const allowed = allowedMutations()
    const warnings = welsh.flatMap((each) =>
      mutationWarnings(spell, each.say).map((warning) => ({
        ...warning,
        pair: `${warning.trigger} ${warning.word}`,
        each,
      })),
    )

    print(`Mutations: ${warnings.length} warnings in ${welsh.length} Welsh sentences.`)
    for (const [pair, why] of allowed)
      print(`  ${warnings.filter((warning) => warning.pair === pair).length} × ${pair}: ${why}`)

    expect(
      warnings
        .filter(({ pair }) => !allowed.has(pair))
        .map(({ pair, expected, each }) => where(each, `${pair} → ${expected}`)),
    ).toEqual([])
    expect([...allowed.keys()].filter((pair) => !warnings.some((warning) => warning.pair === pair))).toEqual([])
  })

  test.each([
    ['Dweda wrth dy gweithiwr', 'gweithiwr'],
    ['Pwy yw dy cynghorydd?', 'cynghorydd'],
    ['Siarada â tad y plentyn', 'tad'],
    ['Mae gen i cwestiwn', 'cwestiwn'],
    ['Dyma fy cartref newydd', 'cartref'],
    ['Mae hi’n byw yn y dref gyda plant eraill', 'plant'],
    ['Mae e’n dod o Caerdydd heddiw', 'caerdydd'],
    ['Mae hynny’n rhy bach i fi, neu rhy mawr', 'mawr'],
  ])('are found wanting in "%s"', (sentence, word) => {
    expect(mutationWarnings(spell, sentence).map((warning) => warning.word)).toContain(word)
  })

  test.each(['Dw i gyda dy ofalwr di', 'Alla i gael help?', 'Anfona fe i’r cyngor', 'Mae gen ti ddewis'])(
    'are let be in "%s"',
    (sentence) => {
      expect(mutationWarnings(spell, sentence)).toEqual([])
    },
  )

  test.each([
    ['soft', 'llythyr', 'lythyr'],
    ['soft', 'gofal', 'ofal'],
    ['soft', 'chwaer', undefined],
    ['nasal', 'cartref', 'nghartref'],
    ['aspirate', 'teulu', 'theulu'],
  ] as const)('%s: %s becomes %s', (kind, word, changed) => {
    expect(mutate(kind, word)).toBe(changed)
  })
})

describe('the roof on a vowel', () => {
  test('is there where its want would make another word', () => {
    const bare = welsh.flatMap((each) =>
      tokensOf('cy', each.say)
        .filter(({ word }) => roofless.has(word.toLowerCase()))
        .map(({ word }) => where(each, `${word} → ${roofless.get(word.toLowerCase())}`)),
    )

    expect(bare).toEqual([])
  })

  test('tells a complaint from white, and older from this', () => {
    expect(welsh.filter(({ say }) => /\b(?:am|neu|y|dy|i|o) gwyn\b|\d+ neu hyn\b/.test(say))).toEqual([])
  })
})

/** Words of the shared screens that no adult's form shows: only a child fills in a survey by code. */
const onlyForChildren = /^\.surveyCode\.|^\.problems\.unknownCode$/

describe('who is spoken to', () => {
  const allowed = readList('tests/words/register-allowed.txt')
  const pathOf = ({ where: place }: Said) => place.split(' ')[1] ?? ''
  const wrong = [
    ...toChildren.map((each) => ({ each, forms: chiForms(each.say) })),
    ...toAdults.map((each) => ({ each, forms: tiForms(each.say) })),
  ].filter(({ forms }) => forms.length > 0)

  test('is "ti" to a child and "chi" to an adult, or a person has said why not', () => {
    expect(
      wrong.filter(({ each }) => !allowed.has(pathOf(each))).map(({ each, forms }) => where(each, forms.join(', '))),
    ).toEqual([])
  })

  test('has no leave to be otherwise that is not used', () => {
    expect([...allowed.keys()].filter((place) => !wrong.some(({ each }) => pathOf(each) === place))).toEqual([])
  })

  test.each([
    ['form', 'form-adult'],
    ['confidentiality', 'confidentiality-adult'],
  ])('is an adult wherever %s.json says "ti" and %s.json stands in for it', (name, adultName) => {
    const placesOf = (file: string) => welsh.filter((each) => each.where.startsWith(`locales/${file}.json `))
    const adults = new Set(placesOf(adultName).map(pathOf))
    const left = placesOf(name).filter(({ say }) => tiForms(say).length > 0)

    expect(left.map(pathOf).filter((path) => !adults.has(path) && !onlyForChildren.test(path))).toEqual([])
  })

  test.each([
    ['Beth wyt ti eisiau?', ['wyt', 'ti'], []],
    ['Dewiswch eich ateb, os ydych chi eisiau.', [], ['Dewiswch', 'eich', 'ydych', 'chi']],
    ['Edrych ar bethau gwych', [], []],
  ])('is seen in "%s"', (sentence, ti, chi) => {
    expect([tiForms(sentence), chiForms(sentence)]).toEqual([ti, chi])
  })
})

describe('what stands in the place of a language', () => {
  const wordCount = (sentence: string) => tokensOf('cy', sentence).length
  const elsewhere = said.flatMap((each) => {
    const found = looksLike(spell, withoutCode(each))
    return found !== undefined && found !== each.language ? [{ each, words: wordCount(withoutCode(each)) }] : []
  })

  test.each(languages)('is in that language (%s)', (language) => {
    const own = elsewhere.filter(({ each }) => each.language === language && !each.where.startsWith('content/picture'))
    const unsure = new Set(own.filter(({ words }) => words > 0 && words < wordsToBeSure).map(({ each }) => each.say))
    print(`Language (${language}): ${unsure.size} sayings too short to be sure of: ${[...unsure].join(' | ')}`)

    expect(own.filter(({ words }) => words >= wordsToBeSure).map(({ each }) => where(each, 'looks foreign'))).toEqual(
      [],
    )
  })

  test.each([
    ['Please choose one of the answers', 'en'],
    ["We do not know your social worker's name", 'en'],
    ['Dewisa un o’r atebion hyn', 'cy'],
    ['Does neb yn dy nabod di yma', 'cy'],
  ])('is told from its words: "%s" is %s', (sentence, language) => {
    expect(looksLike(spell, sentence)).toBe(language)
  })
})

describe('what is counted', () => {
  test('has six forms in Welsh wherever English has two', () => {
    const formsOf = (language: Said['language'], stem: string) =>
      said.filter((each) => each.language === language && each.where !== stem && stemOf(each.where) === stem)
    const stems = new Set(said.filter((each) => stemOf(each.where) !== each.where).map((each) => stemOf(each.where)))
    const counts = [...stems].map((stem) => [formsOf('cy', stem).length, formsOf('en', stem).length])

    expect(counts.length).toBeGreaterThan(0)
    expect(counts.filter(([cy, en]) => cy !== 6 || en !== 2)).toEqual([])
  })
})
