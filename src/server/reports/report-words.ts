import type { Language } from '#domain/language/language.ts'
import cy from '#locales/cy/reports.json' with { type: 'json' }
import en from '#locales/en/reports.json' with { type: 'json' }

type Words = Readonly<Record<string, string>>

/** The words of one table of a measure. A row without words here has those of `rows` or of the service's list. */
export type PartWords = {
  readonly title: string
  readonly rows?: Words
  /** What a share is a number of, and out of what; how many durations there are. Heads of their columns. */
  readonly numerator?: string
  readonly denominator?: string
  readonly of?: string
}

export type MeasureWords = {
  readonly title: string
  readonly definition: string
  readonly parts: Readonly<Record<string, PartWords>>
}

/** The words of reports in one language. Parts that are looked up by an id are open; the rest is exact. */
export type ReportWords = Omit<typeof en, 'measures' | 'rows' | 'lists' | 'notes'> & {
  readonly measures: Readonly<Record<string, MeasureWords>>
  readonly rows: Words
  readonly lists: Readonly<Record<string, Words>>
  readonly notes: Words
}

const words: Readonly<Record<Language, ReportWords>> = { cy, en }

/** The words of reports in one language. */
export function reportWords(language: Language): ReportWords {
  return words[language]
}

/**
 * The words of a measure.
 *
 * @throws when there are none: a missing word is a fault, it never falls back to the other language.
 */
export function measureWords(language: Language, measure: string): MeasureWords {
  const found = words[language].measures[measure]
  if (!found) throw new Error(`no ${language} words for measure ${measure}`)
  return found
}

/** The words of a table of a measure. @throws as {@link measureWords} does. */
export function partWords(language: Language, measure: string, part: string): PartWords {
  const found = measureWords(language, measure).parts[part]
  if (!found) throw new Error(`no ${language} words for ${measure}.${part}`)
  return found
}
