/** Fewer different signs than this are a pattern, however long it is. */
const FEWEST_DIFFERENT = 6
/** What is left of a password once names are taken out has to be this long. */
const LEAST_LEFT = 10

/** What the list of common passwords has not: Welsh, and the name of what is signed in to. */
const WORN = ['password', 'cyfrinair', 'croeso', 'llafar']
/** A few words in a row make a password; so few that are each common make none. */
const MOST_COMMON_IN_A_ROW = 2
const RUNS = ['abcdefghijklmnopqrstuvwxyz', '01234567890123456789', 'qwertyuiopasdfghjklzxcvbnm']

/**
 * Tells whether a password is one of the first that somebody would try: one that many have, alone, with another or
 * with figures and signs around it; a pattern, a row of keys, or the member's own name with little else.
 *
 * @param known - what anybody knows of the member: name and address.
 * @param common - passwords that many people have, in small letters.
 * @source OWASP ASVS 5.0 6.2.4 to 6.2.8; NIST SP 800-63B-4 section 3.1.1.2; the numbers beside the length are ours
 */
export function isEasyPassword(password: string, known: readonly string[], common: ReadonlySet<string>): boolean {
  const folded = fold(password)
  if (isCommon(folded, common)) return true
  if (new Set(folded).size < FEWEST_DIFFERENT) return true
  const left = [...WORN, ...known.flatMap(partsOf), ...RUNS.flatMap(runsOf)].reduce(
    (rest, worn) => rest.replaceAll(worn, ''),
    folded,
  )
  return left.length < LEAST_LEFT
}

/** Tells whether nothing but common passwords is in it, figures and signs aside. */
function isCommon(folded: string, common: ReadonlySet<string>): boolean {
  if (common.has(folded)) return true
  const parts = folded.split(/[^\p{Letter}]+/u).filter((part) => part !== '')
  if (parts.length > MOST_COMMON_IN_A_ROW) return false
  return parts.every((part) => common.has(part)) || (parts.length === 1 && isTwo(parts.join(''), common))
}

/** Tells whether two common passwords stand in one, with nothing between. */
function isTwo(letters: string, common: ReadonlySet<string>): boolean {
  const cuts = Array.from({ length: Math.max(letters.length - 1, 0) }, (_, before) => before + 1)
  return cuts.some((cut) => common.has(letters.slice(0, cut)) && common.has(letters.slice(cut)))
}

function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
}

function partsOf(text: string): readonly string[] {
  return fold(text)
    .split(/[^\p{Letter}\p{Number}]+/u)
    .filter((part) => part.length > 2)
}

/** Every stretch of six in a row, forwards and backwards. */
function runsOf(row: string): readonly string[] {
  const rows = [row, [...row].reverse().join('')]
  return rows.flatMap((each) => Array.from({ length: each.length - 5 }, (_, start) => each.slice(start, start + 6)))
}
