import { readFileSync } from 'node:fs'
import { loadModule } from 'hunspell-asm'
import { type Language, languages } from '#domain/language/language.ts'

/** Whether a word is written as the dictionary of the language, or our own list, has it. */
export type Spell = (language: Language, word: string) => boolean

/** One word as it stands in a sentence. */
export type Token = {
  /** As written, with what clings to it: "gyda'r". */
  readonly written: string
  /** What is looked up: "gyda". */
  readonly word: string
  /** What clings to it, without its apostrophe: "r", or nothing. */
  readonly clitic: string
}

const packages: Readonly<Record<Language, string>> = { cy: 'dictionary-cy', en: 'dictionary-en-gb' }

/**
 * Both dictionaries in one engine, and our own words beside them. About a third of a second.
 *
 * @source EASY-READ 2.2: of the engines tried, the one that is quick and knows Welsh mutations
 */
export async function loadSpell(): Promise<Spell> {
  const engine = await loadModule()
  const mount = (name: string, ending: string) =>
    engine.mountBuffer(readFileSync(`node_modules/${name}/index.${ending}`), `${name}.${ending}`)
  const [cy, en] = languages.map((language) => {
    const name = packages[language]
    const dictionary = engine.create(mount(name, 'aff'), mount(name, 'dic'))
    const own = ownWords(language)
    const known = new Map<string, boolean>()
    return (word: string) => {
      const found = known.get(word) ?? (own.has(word) || own.has(word.toLowerCase()) || dictionary.spell(word))
      known.set(word, found)
      return found
    }
  }) as [(word: string) => boolean, (word: string) => boolean]
  return (language, word) => (language === 'cy' ? cy(word) : en(word))
}

/** Our own words of a language, each with the reason why it is one. */
export function ownWords(language: Language): ReadonlyMap<string, string> {
  return readList(`tests/words/words.${language}.txt`)
}

/**
 * A list in which each line is an entry and, after #, why it is there. Lines that begin with # are for the reader.
 *
 * @throws when an entry has no reason, or stands there twice.
 */
export function readList(path: string): ReadonlyMap<string, string> {
  const entries = new Map<string, string>()
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    if (line.trim() === '' || line.startsWith('#')) continue
    const [, entry = '', why = ''] = /^(.*?)\s+#\s*(.*)$/.exec(line) ?? []
    if (entry === '' || why === '') throw new Error(`${path}: no reason given in "${line}"`)
    if (entries.has(entry)) throw new Error(`${path}: "${entry}" stands there twice`)
    entries.set(entry, why)
  }
  return entries
}

/** What is no word: a placeholder, an address of any kind, a path, a file, a command's switch, anything with a digit. */
const noWord = /\{[^}]*\}|\S*:\/\/\S*|\S*@\S+|\b\S+\/json\b|(?<=^|\s)[/-]\S+|\b\w+\.(?:txt|age)\b|\S*\d\S*/g
const clauseEnd = /[.?!:;,()–—"…/]|\s-\s|\n/
const wordOf = /\p{L}[\p{L}\p{M}]*(?:['-][\p{L}\p{M}]+)*/gu
const clitic = /^(.+)'(n|r|w|i|u|m|ch|th|ll)$/

/**
 * The words of a sentence, clause by clause: what stands beside what, as the mutations see it.
 *
 * @source EASY-READ 2.2 "Tokeniser rules that matter"
 */
export function clausesOf(language: Language, sentence: string): readonly (readonly Token[])[] {
  return sentence
    .normalize('NFC')
    .replaceAll('’', "'")
    .replaceAll('**', '')
    .replace(noWord, '\n')
    .split(clauseEnd)
    .map((clause) => [...clause.matchAll(wordOf)].map(([written]) => toToken(language, written)))
    .filter((tokens) => tokens.length > 0)
}

/** The words of a sentence, one after the other. */
export function tokensOf(language: Language, sentence: string): readonly Token[] {
  return clausesOf(language, sentence).flat()
}

function toToken(language: Language, written: string): Token {
  // English keeps its apostrophe: its dictionary knows "child's".
  const [, word, clings] = language === 'cy' ? (clitic.exec(written) ?? []) : []
  return { written, word: word ?? written, clitic: clings ?? '' }
}
