import type { Language } from '#domain/language/language.ts'
import type { Figure, Share } from '#domain/participation/figure.ts'
import { ALL, type Shape } from '#domain/participation/measure.ts'
import { exact, rawCount } from '#domain/participation/raw-count.ts'
import type { AreaFigures } from '#domain/participation/report.ts'
import { putIn } from '#i18n/put-in.ts'
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

/** Figures of one number each: they fit beside one another, an area to a column. */
const narrow: readonly Shape[] = ['count', 'distinct', 'hours']

/**
 * The tables of a measure. All its figures of one number are in one, with a line for each row and a column for each
 * area; shares, durations and differences, whose figures are wider, have one each, with a line for each area.
 */
export function toTables(report: SaidReport, measure: SaidMeasure): readonly ReportTable[] {
  const counts = measure.parts.filter(({ shape, rows }) => narrow.includes(shape) && rows.length > 0)
  const counted = counts.length > 0 ? [countTable(report, measure, counts)] : []
  const others = measure.parts
    .filter(({ shape }) => !narrow.includes(shape))
    .map((part) => areaTable(report, measure, part))
  const isNarrow = measure.parts[0] && narrow.includes(measure.parts[0].shape)
  return isNarrow ? [...counted, ...others] : [...others, ...counted]
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
  const isSurveys = isSurvey(part)
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
    groups: part.rows.map((row) => {
      const shown = row.figures.filter((figures, index) => index === 0 || hasFigures(figures))
      return {
        lines: shown.map(({ area, period, beside }, index) => ({
          heads: [
            ...(isSplit && index === 0 ? [{ text: row.name, scope: 'rowgroup', rows: shown.length } as const] : []),
            { text: areas.find(({ id }) => id === area)?.name ?? area, scope: 'row' },
          ],
          cells: [...cellsOf(period, language, isSurveys), ...cellsOf(beside, language, isSurveys)],
        })),
      }
    }),
  }
}

/** An area in which nobody was counted has no line of its own: the whole service always has. */
function hasFigures({ period, beside }: AreaFigures): boolean {
  return [period, beside].some((figure) => {
    if (figure.shape === 'share') return exact(figure.denominator) > 0 || exact(figure.response?.asked ?? NOBODY) > 0
    if (figure.shape === 'difference')
      return exact(figure.respondents.denominator) > 0 || exact(figure.users.denominator) > 0
    return figure.shape !== 'duration' || exact(figure.of) > 0
  })
}

const NOBODY = rawCount(0)

function columnsOf(part: SaidPart, own: PartWords, language: Language): readonly string[] {
  const { heads } = reportWords(language)
  if (part.shape === 'duration') return [own.of ?? heads.of, heads.median, heads.ninetieth, heads.longest]
  if (part.shape === 'difference') return [heads.respondents, heads.users, heads.points, heads.wide]
  const response = isSurvey(part) ? [heads.response] : []
  return [
    own.numerator ?? heads.numerator,
    own.denominator ?? heads.denominator,
    heads.percent,
    ...response,
    heads.target,
  ]
}

function isSurvey({ rows }: SaidPart): boolean {
  return rows.some(({ figures }) =>
    figures.some(({ period, beside }) => [period, beside].some((each) => each.shape === 'share' && each.response)),
  )
}

/** A share of a survey's says how many answered of how many were asked. */
function cellsOf(figure: Figure, language: Language, isSurveys = false): readonly string[] {
  const words = reportWords(language)
  switch (figure.shape) {
    case 'count':
    case 'distinct':
      return [String(exact(figure.count))]
    case 'hours':
      return [sayNumber(exact(figure.minutes) / 60, language, 2)]
    case 'share': {
      const { answered, asked } = figure.response ?? { answered: NOBODY, asked: NOBODY }
      return [
        String(exact(figure.numerator)),
        String(exact(figure.denominator)),
        oneDecimal(figure.percent, language),
        ...(isSurveys ? [putIn(words.outOf, { part: String(exact(answered)), whole: String(exact(asked)) })] : []),
        figure.target === 'no target' ? words.noTarget : `${figure.target}%`,
      ]
    }
    case 'duration':
      return [
        String(exact(figure.of)),
        oneDecimal(figure.hours?.median, language),
        oneDecimal(figure.hours?.ninetieth, language),
        oneDecimal(figure.hours?.longest, language),
      ]
    case 'difference':
      return [
        sayShare(figure.respondents, language),
        sayShare(figure.users, language),
        oneDecimal(figure.points, language),
        figure.points === undefined ? words.nothing : figure.isWide ? words.wide : words.notWide,
      ]
  }
}

/** A share in one cell: `45.5% (5 of 11)`. */
function sayShare({ numerator, denominator, percent }: Share, language: Language): string {
  const words = reportWords(language)
  const facts = { part: String(exact(numerator)), whole: String(exact(denominator)) }
  return percent === undefined
    ? putIn(words.outOf, facts)
    : putIn(words.percentOutOf, { ...facts, percent: oneDecimal(percent, language) })
}

function oneDecimal(value: number | undefined, language: Language): string {
  return value === undefined ? reportWords(language).nothing : sayNumber(value, language, 1)
}

function sayNumber(value: number, language: Language, decimals: number): string {
  return new Intl.NumberFormat(language === 'cy' ? 'cy' : 'en-GB', {
    minimumFractionDigits: 1,
    maximumFractionDigits: decimals,
  }).format(value)
}
