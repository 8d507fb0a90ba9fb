/** How a language says numbers, and what voices read wrongly. Rules of the language, not words of ours. */
export type NumberWords = {
  /** From 0 up, as far as they have a word of their own. */
  readonly units: readonly string[]
  /** For what is counted when it is feminine, and before any noun. */
  readonly feminine: Readonly<Record<number, string>>
  readonly beforeNoun: Readonly<Record<number, string>>
  readonly tens: readonly string[]
  readonly hundreds: readonly string[]
  /** "and five", after a hundred or a thousand. */
  readonly afterHundreds: readonly string[]
  readonly thousands: readonly string[]
  /** Feminine nouns, as they stand after a number. */
  readonly feminineNouns: readonly string[]
  /** What may follow a number without being counted. */
  readonly notNouns: readonly string[]
  readonly pounds: readonly string[]
  readonly morePounds: string
  readonly pence: string
  readonly percent: string
  readonly point: string
  readonly oClock: string
  readonly timeOfDay: string
  readonly digits: readonly string[]
  /** How a number's first letter changes after what stands before it; the first that fits holds. */
  readonly mutations: readonly Mutation[]
  readonly at: string
  readonly dot: string
}

/** A change of the first letter: where, and which letter becomes which. */
export type Mutation = {
  /** Matched against all that is said before the number. */
  readonly after: RegExp
  /** The words that change; absent: all. */
  readonly only?: RegExp
  readonly letters: Readonly<Record<string, string>>
}
