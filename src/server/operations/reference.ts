/** No vowels in either language (w and y among them), so that no word comes out, and no look-alikes. */
const LETTERS = 'BCDFGHJKMNPRTVX'
const DIGITS = '234679'

/** Initials that read as an insult or an alarm in either language, vowels or not. */
const UNWANTED = ['BNP', 'FCK', 'KKK', 'CNT', 'FFC', 'HMP', 'DTH']

/**
 * A reference to quote on the telephone: three groups of two letters and a digit, `KT4-MR7-VB2`.
 * Says nothing, and is no secret. About 28 bits: enough to be found, too little to be a key.
 *
 * @param randomBytes - chance.
 */
export function newReference(randomBytes: (count: number) => Uint8Array): string {
  for (;;) {
    const groups = [0, 1, 2].map(
      () => `${pick(LETTERS, randomBytes)}${pick(LETTERS, randomBytes)}${pick(DIGITS, randomBytes)}`,
    )
    const letters = groups.join('').replace(/\d/g, '')
    if (!UNWANTED.some((unwanted) => letters.includes(unwanted))) return groups.join('-')
  }
}

/** One character, each as likely as another: bytes beyond the last whole round are drawn again. */
function pick(alphabet: string, randomBytes: (count: number) => Uint8Array): string {
  const limit = 256 - (256 % alphabet.length)
  for (;;) {
    const [byte = 255] = randomBytes(1)
    if (byte < limit) return alphabet.charAt(byte % alphabet.length)
  }
}
