import type { Language } from '#domain/language/language.ts'
import { putIn } from '#i18n/put-in.ts'
import type { PartWords } from '#server/reports/report-words.ts'
import { reportWords } from '#server/reports/report-words.ts'
import type { SaidPart, SaidReport } from '#server/reports/say-report.ts'

/** How one edition puts its figures into words. A table and a picture ask nothing else of it. */
export type EditionCells<Figures> = {
  /** The spans that stand beside each other, by name: the public edition has one. */
  readonly spans: (report: SaidReport<Figures>) => readonly string[]
  /** The cells of each span's figure. */
  readonly cells: (figures: Figures, said: Saying) => readonly (readonly string[])[]
  /** Whether anything was counted in any of the spans. */
  readonly hasAny: (figures: Figures) => boolean
  /** Whether a survey's response belongs to the figure. */
  readonly hasResponse: (figures: Figures) => boolean
  /** The longest of durations is one young person's own. */
  readonly hasLongest: boolean
  /** The length of the bar that stands for a figure, and what is written beside it. No length: the number is withheld. */
  readonly bar: (figures: Figures, language: Language) => { readonly length?: number; readonly says: string }
}

export type Saying = { readonly language: Language; readonly isSurvey: boolean }

/** The heads of the columns that a figure takes, by its shape. */
export function figureHeads(
  part: Pick<SaidPart, 'shape'>,
  own: PartWords,
  { language, isSurvey, hasLongest }: Saying & { readonly hasLongest: boolean },
): readonly string[] {
  const { heads } = reportWords(language)
  if (part.shape === 'duration')
    return [own.of ?? heads.of, heads.median, heads.ninetieth, ...(hasLongest ? [heads.longest] : [])]
  if (part.shape === 'difference') return [heads.respondents, heads.users, heads.points, heads.wide]
  return [
    own.numerator ?? heads.numerator,
    own.denominator ?? heads.denominator,
    heads.percent,
    ...(isSurvey ? [heads.response] : []),
    heads.target,
  ]
}

/** A share in one cell: `45.5% (5 of 11)`. */
export function saidShare(
  { part, whole, percent }: { readonly part: string; readonly whole: string; readonly percent?: string | undefined },
  language: Language,
): string {
  const words = reportWords(language)
  return percent === undefined
    ? putIn(words.outOf, { part, whole })
    : putIn(words.percentOutOf, { part, whole, percent })
}

/** A target as a cell shows it. */
export function saidTarget(target: number | 'no target', language: Language): string {
  return target === 'no target' ? reportWords(language).noTarget : `${target}%`
}

/** A number as the language writes it, with one decimal at least. */
export function sayDecimal(value: number | undefined, language: Language, decimals = 1): string {
  if (value === undefined) return reportWords(language).nothing
  return new Intl.NumberFormat(language === 'cy' ? 'cy' : 'en-GB', {
    minimumFractionDigits: 1,
    maximumFractionDigits: decimals,
  }).format(value)
}
