/** The alphabet of bech32, in which a public key is written: five bits a letter. */
const LETTERS = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l'
const WORDS = 6

/**
 * A public key as a few words, so that two people can hold by voice that they look at the same key: nobody
 * in between, the server included, has put another in its place. 48 bits with a list of 256 words.
 *
 * @param recipient - `age1…`
 */
export function checkWords(recipient: string, words: readonly string[]): readonly string[] {
  const bits = [...recipient.slice('age1'.length)]
    .map((letter) => LETTERS.indexOf(letter).toString(2).padStart(5, '0'))
    .join('')
  return Array.from(
    { length: WORDS },
    (_, index) => words[Number.parseInt(bits.slice(8 * index, 8 * index + 8), 2)] ?? '',
  )
}
