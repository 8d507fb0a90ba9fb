/** Fewer different signs than this are a pattern, however long it is. */
const FEWEST_DIFFERENT = 6
/** What is left of a password once names are taken out has to be this long. */
const LEAST_LEFT = 10

/** What people take when they want to be done, of at least the length that we ask for or a part of it. */
const WORN = ['password', 'cyfrinair', 'qwertyuiop', 'asdfghjkl', 'letmein', 'welcome', 'croeso', 'llafar', 'iloveyou']
const RUNS = ['abcdefghijklmnopqrstuvwxyz', '01234567890123456789', 'qwertyuiopasdfghjklzxcvbnm']

/**
 * Tells whether a password is one of the first that somebody would try: a pattern, a row of keys, a worn word or the
 * member's own name with little else. No list of broken passwords comes with us, so the length is what protects:
 * fifteen characters at least.
 *
 * @source OWASP ASVS 5.0 6.2.4 to 6.2.8; NIST SP 800-63B-4 section 3.1.1.2; the numbers beside the length are ours
 */
export function isEasyPassword(password: string, known: readonly string[]): boolean {
  const folded = fold(password)
  if (new Set(folded).size < FEWEST_DIFFERENT) return true
  const left = [...WORN, ...known.flatMap(partsOf), ...RUNS.flatMap(runsOf)].reduce(
    (rest, worn) => rest.replaceAll(worn, ''),
    folded,
  )
  return left.length < LEAST_LEFT
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
