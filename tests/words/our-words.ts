import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { type Language, languages, otherLanguage } from '#domain/language/language.ts'
import { allForms } from '#forms/all-forms.ts'

/** Something that we say, in one language. */
export type Said = {
  /** The file and the place in it: "locales/forms/contact.json .title"; without the language. */
  readonly where: string
  readonly language: Language
  readonly say: string
  /** The same in the other language; not there for a plural form that English lacks. */
  readonly twin: string | undefined
  /** Who reads it, and so how they are spoken to: "ti" or "chi". */
  readonly reader: 'child' | 'adult'
}

type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value }
type Flat = ReadonlyMap<string, string>

/** Locales that a child reads; a form's reader is in its definition. All others are for adults. */
const childLocales = new Set([
  'common',
  'confidentiality',
  'form',
  'help-page',
  'kept-for',
  'opening-hours',
  'look',
  'read-aloud',
  'reading',
  'sent',
  'times',
  'told-us',
  'track',
  'who-can-have-one',
])

/** Parts of a file that are for another reader than the rest. */
const otherReader: readonly (readonly [RegExp, Said['reader']])[] = [
  // The menu of the staff pages.
  [/^locales\/common\.json \.staff\./, 'adult'],
  // A list for carers and workers.
  [/^locales\/common\.json \.councils\./, 'adult'],
  // What a poster says to whoever passes it.
  [/^locales\/poster\.json \.(big|says|ring)$/, 'child'],
  // Folded away for adults.
  [/^locales\/who-can-have-one\.json \.agesForAdults\./, 'adult'],
  // Within the adult's form, the child's own place.
  [/^locales\/forms\/supported-referral\.json \.questions\.childLine\./, 'child'],
  // What the child will read when staff choose the sentence.
  [/^locales\/forms\/message-to-child\.json \.says\./, 'child'],
  // What goes wrong on the child's own pages; the rest of the file speaks to developers and staff.
  [/^locales\/api\.json \.(unknown-code|too-many|not-stored|not-ready|changed-since|page-.*|survey-closed)\./, 'child'],
  // Folded away at the end of children's pages.
  [/^content\/pages\/.*\.adults\./, 'adult'],
  // Said on children's pages in a part for adults.
  [/^content\/services\/.* \.(laws?|registration)\b/, 'adult'],
  [/^content\/services\/.* \.specialistHelp\.(childrens-legal-centre|dewis|child-law-advice)\b/, 'adult'],
  [/^content\/services\/.*\.adult$/, 'adult'],
]

/** Values of a page that are no words. */
const noWords = /\.(symbol|to|as|when|part|under|reader)$/

/** Every word that anybody reads: locales, pages, hard words, service files, names of pictures. */
export function everythingSaid(): readonly Said[] {
  return [...localesSaid(), ...pagesSaid(), ...glossarySaid(), ...changesSaid(), ...servicesSaid(), ...picturesSaid()]
}

/** What a child reads of it, with the names of pictures left out: they are words, not sentences. */
export function saidToChildren(): readonly Said[] {
  return [...localesSaid(), ...pagesSaid(), ...glossarySaid(), ...changesSaid(), ...servicesSaid()].filter(
    ({ reader }) => reader === 'child',
  )
}

/** A plural key without its number. */
export const stemOf = (path: string) => path.replace(/_(zero|one|two|few|many|other)$/, '')

function localesSaid(): readonly Said[] {
  return filesIn('locales/en', '.json').flatMap((name) =>
    bothOf(`locales/${name}`, (language) => JSON.parse(read(`locales/${language}/${name}`)), localeReader(name)),
  )
}

function pagesSaid(): readonly Said[] {
  return filesIn('content/pages/en', '.yaml').flatMap((name) =>
    bothOf(`content/pages/${name}`, (language) => pageOf(language, name), pageOf('en', name).reader ?? 'child'),
  )
}

/** A content page; one that does not say who reads it is a child's. */
function pageOf(language: Language, name: string): { readonly [key: string]: Value; readonly reader?: 'adult' } {
  return parse(read(`content/pages/${language}/${name}`))
}

function servicesSaid(): readonly Said[] {
  return filesIn('content/services', '.yaml').flatMap((name) => pairsOf(`content/services/${name}`))
}

function glossarySaid(): readonly Said[] {
  return pairsOf('content/glossary.yaml')
}

function changesSaid(): readonly Said[] {
  return filesIn('content/changes', '.yaml').flatMap((name) => pairsOf(`content/changes/${name}`))
}

function picturesSaid(): readonly Said[] {
  return ['content/symbols.yaml', 'content/picture-words.yaml'].flatMap(pairsOf)
}

function localeReader(name: string): Said['reader'] {
  const id = name.replace('.json', '')
  const form = allForms.find((each) => `forms/${each.id}` === id)
  if (form) return form.access === 'staff' ? 'adult' : (form.reader ?? 'child')
  return childLocales.has(id) ? 'child' : 'adult'
}

/** Two files, one a language. */
function bothOf(file: string, load: (language: Language) => Value, reader: Said['reader']): readonly Said[] {
  const words: Readonly<Record<Language, Flat>> = { cy: flatten(load('cy')), en: flatten(load('en')) }
  return languages.flatMap((language) =>
    [...words[language]].flatMap(([path, say]) => {
      if (noWords.test(path)) return []
      const others = words[otherLanguage(language)]
      const twin = others.get(path) ?? others.get(`${stemOf(path)}_other`)
      return [toSaid({ where: `${file} ${path}`, language, say, twin, reader })]
    }),
  )
}

/** One file with `cy` and `en` side by side. */
function pairsOf(file: string): readonly Said[] {
  const words = flatten(parse(read(file)))
  return [...words].flatMap(([path, say]) => {
    const language = languages.find((each) => path.endsWith(`.${each}`))
    if (!language) return []
    const stem = path.slice(0, -3)
    return [
      toSaid({
        where: `${file} ${stem}`,
        language,
        say,
        twin: words.get(`${stem}.${otherLanguage(language)}`),
        reader: 'child',
      }),
    ]
  })
}

function toSaid(said: Said): Said {
  const other = otherReader.find(([pattern]) => pattern.test(said.where))
  return other ? { ...said, reader: other[1] } : said
}

function filesIn(folder: string, ending: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .sort()
}

const read = (path: string) => readFileSync(path, 'utf8')

function flatten(value: Value, path = ''): Flat {
  if (typeof value === 'string') return new Map([[path, value]])
  if (typeof value !== 'object' || value === null) return new Map()
  return new Map(
    Object.entries(value).flatMap(([key, inner]) => [
      // A list entry with a name is found again when the list grows.
      ...flatten(inner, `${path}.${Array.isArray(value) ? nameOf(inner, key) : key}`),
    ]),
  )
}

function nameOf(entry: Value, index: string): string {
  const id = entry !== null && typeof entry === 'object' && 'id' in entry ? entry.id : undefined
  return typeof id === 'string' ? id : index
}
