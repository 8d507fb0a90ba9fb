/**
 * Bits of chance in a passphrase. It is never chosen by a person, so each bit is a real one; with the
 * scrypt work of the wrapping, guessing 2^64 of them is out of reach.
 *
 * @source DESIGN 7 "a generated six-word passphrase": six words of 2,048 are 66 bits, eight of 256 are 64
 */
const BITS = 64

/** How many words of a list this long make a passphrase. */
export function wordsNeeded(listLength: number): number {
  if (listLength < 256) throw new RangeError('a passphrase needs a list of at least 256 words')
  return Math.ceil(BITS / Math.floor(Math.log2(listLength)))
}

/**
 * Makes a passphrase.
 *
 * @param chance - two random bytes for each word: `2 * wordsNeeded(words.length)` of them
 */
export function makePassphrase(words: readonly string[], chance: Uint8Array): readonly string[] {
  // Only a power of two of words is used, so that no word is likelier than another.
  const usable = 2 ** Math.floor(Math.log2(words.length))
  const count = wordsNeeded(words.length)
  if (chance.length < 2 * count) throw new RangeError('not enough chance for a passphrase')
  return Array.from({ length: count }, (_, index) => {
    const drawn = ((chance[2 * index] ?? 0) << 8) | (chance[2 * index + 1] ?? 0)
    return words[drawn % usable] ?? ''
  })
}

/**
 * The form of a passphrase that is put into the wrapping: small letters and digits only, so that
 * capitals, accents, spaces and hyphens may be typed as they come. `age -d` needs it in this form.
 */
export function foldPassphrase(typed: string): string {
  return typed
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
}
