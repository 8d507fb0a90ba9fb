import type { Language } from '#domain/language/language.ts'
import { localeWords } from '#i18n/form-words.ts'
import cyMeasures from '#locales/cy/measures.json' with { type: 'json' }
import cy from '#locales/cy/reports.json' with { type: 'json' }
import enMeasures from '#locales/en/measures.json' with { type: 'json' }
import en from '#locales/en/reports.json' with { type: 'json' }

type Words = Readonly<Record<string, string>>

/** The words of one table of a measure. A row without words here has those of its list, its form, or of `rows`. */
export type PartWords = {
  readonly title?: string
  readonly rows?: Words
  /** What a share is a number of, and out of what; how many durations there are. Heads of their columns. */
  readonly numerator?: string
  readonly denominator?: string
  readonly of?: string
}

export type MeasureWords = {
  readonly title: string
  readonly definition: string
  readonly parts?: Readonly<Record<string, PartWords>>
}

/** The words of reports in one language. Parts that are looked up by an id are open; the rest is exact. */
export type ReportWords = Omit<typeof en, 'rows' | 'lists' | 'notes'> & {
  readonly rows: Words
  readonly lists: Readonly<Record<string, Words>>
  readonly notes: Words
}

type EveryMeasure = { readonly parts: Words; readonly measures: Readonly<Record<string, MeasureWords>> }

const words: Readonly<Record<Language, ReportWords>> = { cy, en }
const measures: Readonly<Record<Language, EveryMeasure>> = { cy: cyMeasures, en: enMeasures }

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
  const found = measures[language].measures[measure]
  if (!found) throw new Error(`no ${language} words for measure ${measure}`)
  return found
}

/**
 * The words of a table of a measure: its own, those that tables of its kind share, or the measure's title where the
 * table is the measure itself.
 *
 * @throws as {@link measureWords} does.
 */
export function partWords(language: Language, measure: string, part: string): PartWords & { readonly title: string } {
  const { title, parts } = measureWords(language, measure)
  const own = parts?.[part]
  const found = own?.title ?? sharedTitle(language, part) ?? askedIn(language, measure, part) ?? ofItself(title, part)
  if (!found) throw new Error(`no ${language} words for ${measure}.${part}`)
  return { ...own, title: found }
}

/** `plan-of-all` and `plan-spread` are named like every `of-all` and `spread`. */
function sharedTitle(language: Language, part: string): string | undefined {
  const shared = measures[language].parts
  const ending = ['of-all', 'spread'].find((each) => part.endsWith(`-${each}`))
  return shared[part] ?? (ending && shared[ending])
}

/** M75 has a table for each question of the annual survey, which is named by the question itself. */
function askedIn(language: Language, measure: string, part: string): string | undefined {
  return measure === 'M75' ? localeWords('annual-survey', language).questions[part]?.label : undefined
}

function ofItself(title: string, part: string): string | undefined {
  return part === 'total' || part === 'share' ? title : undefined
}
