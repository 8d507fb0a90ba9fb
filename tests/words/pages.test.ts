import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { type Language, languages } from '#domain/language/language.ts'
import { isPathName } from '#i18n/paths.ts'

type Idea = { symbol: string; say: string; when?: string }
type Link = { to: string; say: string; symbol: string; as: string; when?: string }
type Block = {
  heading?: string
  part?: string
  ideas?: Idea[]
  links?: Link[]
  adults?: { summary: string; part?: string; paragraphs: string[] }
  when?: string
}
type Page = { title: string; description: string; under?: string; reader?: 'adult'; lead?: string; blocks: Block[] }
type Words = { [key: string]: Words | string | Words[] }

const root = new URL('../../', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, root), 'utf8')
const names = (language: Language) =>
  readdirSync(new URL(`content/pages/${language}`, root))
    .map((file) => file.replace('.yaml', ''))
    .sort()
const page = (language: Language, name: string): Page => parse(read(`content/pages/${language}/${name}.yaml`))
const locale = (language: Language, name: string): Words => JSON.parse(read(`locales/${language}/${name}.json`))

const symbols = new Set(
  ['openmoji', 'drawn'].flatMap((set) =>
    readdirSync(new URL(`content/symbols/${set}`, root)).map((file) => file.replace('.svg', '')),
  ),
)

/** What has to be the same in both languages, words left out. */
const marksOf = (words: string) => ({
  placeholders: words.match(/\{[^}]*\}/g) ?? [],
  digits: words.match(/\d+(\.\d+)?/g) ?? [],
  strong: words.split('**').length,
})

const shapeOf = ({ lead, under, reader, blocks }: Page) => ({
  under,
  reader,
  lead: lead && marksOf(lead),
  blocks: blocks.map((block) => ({
    heading: block.heading !== undefined,
    ideas: (block.ideas ?? []).map(({ symbol, say, when }) => ({ symbol, when, ...marksOf(say) })),
    links: (block.links ?? []).map(({ to, symbol, as, when }) => ({ to, symbol, as, when })),
    adults: block.adults && { part: block.adults.part, paragraphs: block.adults.paragraphs.map(marksOf) },
    part: block.part,
    when: block.when,
  })),
})

const isForAdults = ({ reader }: Page) => reader === 'adult'

const ideasOf = ({ blocks }: Page) => blocks.flatMap(({ ideas = [] }) => ideas)

/** Everything a child reads on a page, sentence by sentence. */
const sentencesOf = ({ title, lead, blocks }: Page) =>
  [
    title,
    lead ?? '',
    ...blocks.flatMap((b) => [
      b.heading ?? '',
      ...(b.ideas ?? []).map(({ say }) => say),
      ...(b.links ?? []).map(({ say }) => say),
    ]),
  ]
    .flatMap((words) => words.split(/(?<=[.?!]) +/))
    .filter((sentence) => sentence !== '')

const wordCount = (sentence: string) => sentence.split(/\s+/).length

const keysOf = (words: Words, prefix = ''): readonly string[] =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [prefix + key] : keysOf(value as Words, `${prefix}${key}.`),
  )

describe('content pages', () => {
  it('have the same names in both languages, each with an address', () => {
    expect(names('cy')).toEqual(names('en'))
    expect(names('cy').filter((name) => !isPathName(name))).toEqual([])
  })

  it.each(names('cy'))('%s has the same parts, symbols, links, facts and numbers in both languages', (name) => {
    expect(shapeOf(page('cy', name))).toEqual(shapeOf(page('en', name)))
  })

  it.each(languages)(
    'say nothing to a child in more than 12 words, nor to an adult in more than 20 (%s)',
    (language) => {
      const long = names(language)
        .map((name) => page(language, name))
        .flatMap((each) => sentencesOf(each).filter((sentence) => wordCount(sentence) > (isForAdults(each) ? 20 : 12)))

      expect(long).toEqual([])
    },
  )

  it.each(languages)('put at most two sentences beside one picture (%s)', (language) => {
    const crowded = names(language)
      .flatMap((name) => ideasOf(page(language, name)))
      .filter(({ say }) => say.split(/(?<=[.?!]) +/).length > 2)

    expect(crowded).toEqual([])
  })

  it.each(languages)('name only symbols that exist (%s)', (language) => {
    const named = names(language).flatMap((name) => {
      const { blocks } = page(language, name)
      return blocks.flatMap(({ ideas = [], links = [] }) => [...ideas, ...links].map(({ symbol }) => symbol))
    })

    expect(named.filter((symbol) => !symbols.has(symbol))).toEqual([])
  })

  it('lead back to the first page, each by one trail', () => {
    const above = (name: string) => page('en', name).under
    const lost = names('en').filter((name) => {
      const trail: string[] = [name]
      for (let up = above(name); up !== undefined; up = above(up)) {
        if (trail.includes(up) || !names('en').includes(up)) return true
        trail.push(up)
      }
      return trail.at(-1) !== 'home'
    })

    expect(lost).toEqual([])
  })

  it('call a child "ti" and never "chi"', () => {
    const formal = names('cy')
      .map((name) => page('cy', name))
      .filter((each) => !isForAdults(each))
      .flatMap(sentencesOf)
      .filter((sentence) => /\b(eich|chi|rydych|allwch|gallwch)\b/i.test(sentence))

    expect(formal).toEqual([])
  })

  it('never promise more than we can keep', () => {
    const promises = languages
      .flatMap((language) => names(language).flatMap((name) => sentencesOf(page(language, name))))
      .filter((sentence) =>
        /\b(secret|anonymous|no one will|nobody will|only you|cyfrinach\w*|dienw)\b/i.test(sentence),
      )

    expect(promises).toEqual([])
  })
})

describe('the confidentiality summary', () => {
  const ideas = (language: Language): Idea[] => {
    const summary = JSON.parse(read(`locales/${language}/confidentiality.json`))
    return summary.ideas
  }

  it('has the same symbols in both languages, all of which exist', () => {
    expect(ideas('cy').map(({ symbol }) => symbol)).toEqual(ideas('en').map(({ symbol }) => symbol))
    expect(ideas('cy').filter(({ symbol }) => !symbols.has(symbol))).toEqual([])
  })

  it.each(languages)('says nothing in more than 12 words (%s)', (language) => {
    const long = ideas(language)
      .flatMap(({ say }) => say.split(/(?<=[.?!]) +/))
      .filter((sentence) => wordCount(sentence) > 12)

    expect(long).toEqual([])
  })
})

describe('words of the shell', () => {
  const stems = (language: Language, name: string) =>
    [...new Set(keysOf(locale(language, name)).map((key) => key.replace(/_(zero|one|two|few|many|other)$/, '')))].sort()

  it.each(['common', 'confidentiality'])('%s has the same keys in both languages', (name) => {
    expect(stems('cy', name)).toEqual(stems('en', name))
  })

  it('has a form of each counted sentence for every number in each language', () => {
    const forms = (language: Language) =>
      keysOf(locale(language, 'common'))
        .filter((key) => key.startsWith('lookedAtBy_'))
        .map((key) => key.replace('lookedAtBy_', ''))
        .sort()

    expect(forms('cy')).toEqual(['few', 'many', 'one', 'other', 'two', 'zero'])
    expect(forms('en')).toEqual(['one', 'other'])
  })
})
