const accents = /\p{Mark}/gu

/** A word as it is compared: lower case, accents stripped, so that "Gŵydd", "gwydd" and "GWYDD" are one. */
export function foldWord(word: string): string {
  return word.normalize('NFD').replace(accents, '').normalize('NFC').toLowerCase()
}
