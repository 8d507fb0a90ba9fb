import type { Language } from '#domain/language/language.ts'
import { atAGlance } from '#domain/participation/at-a-glance.ts'
import { ALL, type MeasureId } from '#domain/participation/measure.ts'
import type { AreaFigures, Target } from '#domain/participation/report.ts'
import { type Standing, standingOf } from '#domain/participation/standing.ts'
import { putIn } from '#i18n/put-in.ts'
import { type Bars, canCompare } from '#server/reports/bars.ts'
import { saidShare } from '#server/reports/edition-cells.ts'
import { reportWords } from '#server/reports/report-words.ts'
import type { SaidMeasure } from '#server/reports/say-report.ts'
import type { Drawn } from '#server/reports/to-tables.ts'

/** One measure in short: what its first figure came to in each span, and what it was to come to. */
export type SummaryLine = {
  readonly id: MeasureId
  readonly title: string
  readonly results: readonly string[]
  readonly target: string
}

/** What a reader wants to know first: the measures that matter most and those that have a target. */
export function summaryOf<Figures extends { readonly area: string }>(drawn: Drawn<Figures>): readonly SummaryLine[] {
  const { report, edition } = drawn
  return inShort(report.measures).flatMap((measure) => {
    const whole = wholeOf(measure)
    if (!whole) return []
    const results = edition.cells(whole, { language: report.language, isSurvey: false })
    return [
      {
        id: measure.id,
        title: measure.title,
        results: results.map((cells) => inOneCell(cells, measure, report.language)),
        target: sayTarget(measure, report.language),
      },
    ]
  })
}

/** Where each measure with a target stands: in the commissioner's edition only, for it takes exact figures. */
export function standingsOf({ report }: Drawn<AreaFigures>): Readonly<Partial<Record<MeasureId, Standing>>> {
  const isYear = report.beside.is === 'last-year'
  return Object.fromEntries(
    report.measures.flatMap((measure) => {
      const whole = wholeOf(measure)
      if (!whole || measure.target === 'no target') return []
      const figure = measure.target.each === 'year' && !isYear ? whole.beside : whole.period
      return [[measure.id, standingOf({ figure, target: measure.target, isYear })]]
    }),
  )
}

/** Shares beside their targets, as one picture. */
export function sharesBesideTargets<Figures extends { readonly area: string }>({
  report,
  edition,
}: Drawn<Figures>): Bars | undefined {
  const words = reportWords(report.language)
  const bars = report.measures.flatMap((measure) => {
    const whole = wholeOf(measure)
    const { target } = measure
    if (!whole || target === 'no target' || measure.parts[0]?.shape !== 'share' || !edition.hasAny(whole)) return []
    const { says, ...bar } = edition.bar(whole, report.language)
    return [
      {
        name: measure.title,
        ...bar,
        says: putIn(words.besideTarget, { result: says, target: rangeOf(target, '%') }),
        target: target.value,
      },
    ]
  })
  return canCompare(bars) ? { id: 'targets-picture', title: words.summary.picture, unit: 'percent', bars } : undefined
}

/** `80%`, or `15–20%` where a target is a band. */
export function rangeOf({ value, most }: Target, unit: string): string {
  return most === undefined ? `${value}${unit}` : `${value}–${most}${unit}`
}

function inShort<Figures>(measures: readonly SaidMeasure<Figures>[]): readonly SaidMeasure<Figures>[] {
  return measures.filter(({ id, target }) => atAGlance.includes(id) || target !== 'no target')
}

/** The first figure of a measure, of the first area: the whole service where it is there. */
function wholeOf<Figures extends { readonly area: string }>({ parts }: SaidMeasure<Figures>): Figures | undefined {
  const figures = parts[0]?.rows[0]?.figures
  return figures?.find(({ area }) => area === ALL) ?? figures?.[0]
}

/** A share's cells are its part, its whole and its percentage. */
function inOneCell<Figures>(cells: readonly string[], { parts }: SaidMeasure<Figures>, language: Language): string {
  const [part = '', whole = '', percent = ''] = cells
  const words = reportWords(language)
  if (parts[0]?.shape !== 'share') return part
  return saidShare({ part, whole, percent: percent === words.nothing ? undefined : percent }, language)
}

function sayTarget<Figures>({ target, parts }: SaidMeasure<Figures>, language: Language): string {
  const words = reportWords(language)
  if (target === 'no target') return words.noTarget
  const range = rangeOf(target, parts[0]?.shape === 'share' ? '%' : '')
  return target.each === 'year' ? putIn(words.summary.eachYear, { target: range }) : range
}
