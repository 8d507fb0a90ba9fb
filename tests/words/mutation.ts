import { clausesOf, readList, type Spell, type Token } from './spell.ts'

type Kind = 'soft' | 'nasal' | 'aspirate'

/** A word that stands right after a word that changes it, unchanged. */
export type MutationWarning = { readonly trigger: string; readonly word: string; readonly expected: string }

const changes: Readonly<Record<Kind, readonly (readonly [from: RegExp, to: string])[]>> = {
  soft: [
    [/^p(?!h)/, 'b'],
    [/^t(?!h)/, 'd'],
    [/^c(?!h)/, 'g'],
    [/^b/, 'f'],
    [/^d(?!d)/, 'dd'],
    [/^g/, ''],
    [/^m/, 'f'],
    [/^ll/, 'l'],
    [/^rh/, 'r'],
  ],
  nasal: [
    [/^p(?!h)/, 'mh'],
    [/^t(?!h)/, 'nh'],
    [/^c(?!h)/, 'ngh'],
    [/^b/, 'm'],
    [/^d(?!d)/, 'n'],
    [/^g/, 'ng'],
  ],
  aspirate: [
    [/^p(?!h)/, 'ph'],
    [/^t(?!h)/, 'th'],
    [/^c(?!h)/, 'ch'],
  ],
}

const triggersOf: Readonly<Record<Kind, string>> = {
  soft: 'dy am ar at dan dros drwy trwy gan heb hyd i o wrth neu dau dwy rhy pan pa unrhyw rhyw prif ail holl dyma dyna',
  nasal: 'fy',
  aspirate: 'â gyda a tri chwe tua',
}

/** "Mae gen i gwestiwn": what somebody has comes after the person, and is softened. */
const having = /^(?:gen i|gen ti|gennyt ti|ganddo fe|ganddi hi)$/

const triggers = new Map(
  Object.entries(triggersOf).flatMap(([kind, words]) => words.split(' ').map((word) => [word, kind as Kind] as const)),
)

/** Words that stay as they are. @source EASY-READ 2.3 */
const unchanging = new Set(
  'ti di mae pan byth gêm lle pe pam ble mai dyna dyma dim gan gyda dan dros drwy mor mi mewn bai maen'.split(' '),
)

/** "alla i", "dw i": the pronoun, not the preposition. */
const beforePronoun =
  /^(?:[gn]?alla|[rd]y?dw|dw|byddwn|byddaf|bydda|fydda|wna|gwna|ga|arna|amdana|drosta|ata|wrtha|o|gen|o'n|n|fyddwn|hoffwn|oeddwn|a)$/

/** Mutations that a word asks of the one right after it, in one Welsh sentence. */
export function mutationWarnings(spell: Spell, sentence: string): readonly MutationWarning[] {
  return clausesOf('cy', sentence).flatMap((clause) => clause.flatMap((_, at) => warningAt(spell, clause, at)))
}

/** Warnings that a person has looked at and found to be no error: "trigger word" and why. */
export function allowedMutations(): ReadonlyMap<string, string> {
  return readList('tests/words/mutation-allowed.txt')
}

function warningAt(spell: Spell, clause: readonly Token[], at: number): readonly MutationWarning[] {
  const [before, trigger, next] = [clause[at - 1], clause[at], clause[at + 1]]
  if (!trigger || !next) return []
  const kind = kindAfter(before, trigger)
  const word = next.word.toLowerCase()
  if (!kind || word.length < 3 || unchanging.has(word)) return []
  const expected = mutate(kind, word)
  // A name is known by its capital, and keeps it when its first letter changes.
  const asWritten = next.word === word ? (form: string) => form : capital
  const isWord = (form: string) => spell('cy', form) || spell('cy', asWritten(form))
  if (!expected || !isWord(word) || !isWord(expected) || isMutatedAlready(isWord, word)) return []
  return [{ trigger: trigger.word.toLowerCase(), word, expected }]
}

function kindAfter(before: Token | undefined, trigger: Token): Kind | undefined {
  // What clings to it stands between the two: "i'r plentyn".
  if (trigger.clitic !== '') return undefined
  const [word, previous] = [trigger.word.toLowerCase(), before?.word.toLowerCase() ?? '']
  if (having.test(`${previous} ${word}`)) return 'soft'
  if (word === 'i' && beforePronoun.test(previous)) return undefined
  return triggers.get(word)
}

const capital = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1)

/** How a word looks once it is changed; nothing when it begins with a letter that stays. */
export function mutate(kind: Kind, word: string): string | undefined {
  const change = changes[kind].find(([from]) => from.test(word))
  return change && word.replace(change[0], change[1])
}

/** "gartref" may be "cartref", softened already: then it is not to be softened again. */
function isMutatedAlready(isWord: (word: string) => boolean, word: string): boolean {
  const parents: Readonly<Record<string, string>> = { g: 'c', b: 'p', d: 't' }
  const parent = parents[word[0] ?? '']
  return parent !== undefined && !word.startsWith('dd') && isWord(parent + word.slice(1))
}
