import type { Language } from '#domain/language/language.ts'
import type { Figure } from '#domain/participation/figure.ts'
import { ALL } from '#domain/participation/measure.ts'
import { exact } from '#domain/participation/raw-count.ts'
import { besideName, periodName } from '#server/reports/period-names.ts'
import { type PartWords, partWords, reportWords } from '#server/reports/report-words.ts'
import type { SaidMeasure, SaidPart, SaidReport } from '#server/reports/say-report.ts'

/** A head cell of a table, for columns or for rows. */
export type Head = {
  readonly text: string
  readonly scope: 'col' | 'colgroup' | 'row' | 'rowgroup'
  readonly columns?: number
  readonly rows?: number
}

/** One line of a table. */
export type Line = { readonly heads: readonly Head[]; readonly cells: readonly string[] }

/** A table as a page draws it: nothing is left to work out. */
export type ReportTable = {
  readonly id: string
  readonly caption: string
  readonly head: readonly (readonly Head[])[]
  /** Lines that belong together, under a title of their own where they have one. */
  readonly groups: readonly { readonly title?: string; readonly lines: readonly Line[] }[]
  /** How many columns there are in all. */
  readonly columns: number
}

/**
 * The tables of a measure. All its counts are in one, with a line for each row and a column for each area; shares
 * and durations, whose figures are wider, have one each, with a line for each area.
 */
export function toTables(report: SaidReport, measure: SaidMeasure): readonly ReportTable[] {
  const counts = measure.parts.filter(({ shape }) => shape === 'count')
  const counted = counts.length > 0 ? [countTable(report, measure, counts)] : []
  const others = measure.parts.filter(({ shape }) => shape !== 'count').map((part) => areaTable(report, measure, part))
  return measure.parts[0]?.shape === 'count' ? [...counted, ...others] : [...others, ...counted]
}

function countTable(report: SaidReport, measure: SaidMeasure, parts: readonly SaidPart[]): ReportTable {
  const { language, areas } = report
  const [first, ...others] = areas
  const [period, beside] = [periodName(report.period.id, language), besideName(report)]
  return {
    id: `${measure.id}-counts`,
    caption: measure.title,
    head: [
      [
        { text: reportWords(language).heads.row, scope: 'col', rows: 2 },
        { text: first?.name ?? '', scope: 'colgroup', columns: 2 },
        ...(others.length > 0 ? [{ text: period, scope: 'colgroup', columns: others.length } as const] : []),
      ],
      [period, beside, ...others.map(({ name }) => name)].map((text) => ({ text, scope: 'col' })),
    ],
    columns: areas.length + 2,
    groups: parts.map((part) => countGroup(part, language)),
  }
}

/** A part of one row needs no title over it: the title is the row's. */
function countGroup(part: SaidPart, language: Language): ReportTable['groups'][number] {
  const isOne = part.rows.length === 1 && part.rows[0]?.id === ALL
  const lines = part.rows.map(({ name, figures }): Line => {
    const [whole, ...split] = figures
    const shown = whole ? [whole.period, whole.beside, ...split.map(({ period }) => period)] : []
    return {
      heads: [{ text: isOne ? part.title : name, scope: 'row' }],
      cells: shown.flatMap((figure) => cellsOf(figure, language)),
    }
  })
  return isOne ? { lines } : { title: part.title, lines }
}

function areaTable(report: SaidReport, measure: SaidMeasure, part: SaidPart): ReportTable {
  const { language, areas } = report
  const words = reportWords(language)
  const columns = columnsOf(part, partWords(language, measure.id, part.id), language)
  const isSplit = part.rows.length > 1
  const spans = [periodName(report.period.id, language), besideName(report)]
  return {
    id: `${measure.id}-${part.id}`,
    caption: part.title,
    columns: (isSplit ? 2 : 1) + 2 * columns.length,
    head: [
      [
        ...(isSplit ? [{ text: words.heads.row, scope: 'col', rows: 2 } as const] : []),
        { text: words.heads.area, scope: 'col', rows: 2 },
        ...spans.map((text) => ({ text, scope: 'colgroup', columns: columns.length }) as const),
      ],
      [...columns, ...columns].map((text) => ({ text, scope: 'col' })),
    ],
    groups: part.rows.map((row) => ({
      lines: row.figures.map(({ area, period, beside }, index) => ({
        heads: [
          ...(isSplit && index === 0 ? [{ text: row.name, scope: 'rowgroup', rows: areas.length } as const] : []),
          { text: areas.find(({ id }) => id === area)?.name ?? area, scope: 'row' },
        ],
        cells: [...cellsOf(period, language), ...cellsOf(beside, language)],
      })),
    })),
  }
}

function columnsOf({ shape }: SaidPart, own: PartWords, language: Language): readonly string[] {
  const { heads } = reportWords(language)
  if (shape === 'duration') return [own.of ?? heads.of, heads.median, heads.ninetieth, heads.longest]
  return [own.numerator ?? heads.numerator, own.denominator ?? heads.denominator, heads.percent, heads.target]
}

function cellsOf(figure: Figure, language: Language): readonly string[] {
  switch (figure.shape) {
    case 'count':
      return [String(exact(figure.count))]
    case 'share':
      return [
        String(exact(figure.numerator)),
        String(exact(figure.denominator)),
        oneDecimal(figure.percent, language),
        figure.target === 'no target' ? reportWords(language).noTarget : `${figure.target}%`,
      ]
    case 'duration':
      return [
        String(exact(figure.of)),
        oneDecimal(figure.hours?.median, language),
        oneDecimal(figure.hours?.ninetieth, language),
        oneDecimal(figure.hours?.longest, language),
      ]
  }
}

function oneDecimal(value: number | undefined, language: Language): string {
  if (value === undefined) return reportWords(language).nothing
  return new Intl.NumberFormat(language === 'cy' ? 'cy' : 'en-GB', { minimumFractionDigits: 1 }).format(value)
}
