import type { Figure, Share } from '#domain/participation/figure.ts'
import { exact } from '#domain/participation/raw-count.ts'
import type { Days } from '#domain/participation/report.ts'
import { reportWords } from '#server/reports/report-words.ts'
import type { SaidMeasure, SaidPart, SaidReport } from '#server/reports/say-report.ts'

/** Without it Excel on Windows reads the file in its own code page and breaks ŵ and ŷ. */
const BYTE_ORDER_MARK = '\uFEFF'

/** One line: every cell by the name of its column. */
type Line = {
  readonly [Column in (typeof columns)[number]]: string | number
}

const columns = [
  'period',
  'from',
  'until',
  'measure',
  'title',
  'part',
  'row',
  'rowName',
  'area',
  'areaName',
  'statistic',
  'numerator',
  'denominator',
  'value',
  'target',
] as const

/**
 * A report as one flat table: a line for each figure of each row, area and period, three for a duration.
 *
 * The ids in it never change, the names are in the report's language. Numbers have a point, never a comma.
 *
 * @source RFC 4180 (quotes, line ends); the byte order mark is ours
 */
export function toCsv(report: SaidReport): string {
  const names = reportWords(report.language).csv
  const lines = report.measures.flatMap((measure) => measure.parts.flatMap((part) => linesOf(report, measure, part)))
  const rows = [columns.map((column) => names[column]), ...lines.map((line) => columns.map((column) => line[column]))]
  return `${BYTE_ORDER_MARK}${rows.map((row) => `${row.map(toCell).join(',')}\r\n`).join('')}`
}

function linesOf(report: SaidReport, measure: SaidMeasure, part: SaidPart): readonly Line[] {
  const isHeadline = part === measure.parts[0]
  const target = isHeadline && measure.target !== 'no target' ? measure.target.value : 'no target'
  return part.rows.flatMap((row) =>
    row.figures.flatMap(({ area, period, beside }) => {
      const areaName = report.areas.find(({ id }) => id === area)?.name ?? area
      const where = { measure: measure.id, title: measure.title, part: part.id, row: row.id, rowName: row.name }
      return [
        ...cellsOf(period, target).map((cells) => ({ ...where, ...days(report.period), area, areaName, ...cells })),
        ...cellsOf(beside, target).map((cells) => ({
          ...where,
          ...days(report.beside),
          period: besideId(report),
          area,
          areaName,
          ...cells,
        })),
      ]
    }),
  )
}

type Cells = Pick<Line, 'statistic' | 'numerator' | 'denominator' | 'value' | 'target'>

function cellsOf(figure: Figure, target: string | number): readonly Cells[] {
  switch (figure.shape) {
    case 'count':
    case 'distinct':
      return [{ statistic: figure.shape, numerator: '', denominator: '', value: exact(figure.count), target }]
    case 'share': {
      const [numerator, denominator] = [exact(figure.numerator), exact(figure.denominator)]
      const { answered, asked } = figure.response ?? {}
      return [
        { statistic: 'percent', numerator, denominator, value: figure.percent ?? '', target: figure.target },
        ...(answered && asked
          ? [{ statistic: 'answered', numerator: exact(answered), denominator: exact(asked), value: '', target: '' }]
          : []),
      ]
    }
    case 'duration':
      return (['median', 'ninetieth', 'longest'] as const).map((statistic) => ({
        statistic: `${statistic}-hours`,
        numerator: '',
        denominator: exact(figure.of),
        value: figure.hours?.[statistic] ?? '',
        target,
      }))
    case 'hours':
      return [
        { statistic: 'hours', numerator: exact(figure.minutes), denominator: MINUTES, value: hoursOf(figure), target },
      ]
    case 'difference':
      return [
        { statistic: 'respondents-percent', ...shareCells(figure.respondents), target: '' },
        { statistic: 'users-percent', ...shareCells(figure.users), target: '' },
        { statistic: 'points', numerator: '', denominator: '', value: figure.points ?? '', target: '' },
      ]
  }
}

const MINUTES = 60

function hoursOf({ minutes }: Extract<Figure, { shape: 'hours' }>): number {
  return Math.round((exact(minutes) * 100) / MINUTES) / 100
}

function shareCells({ numerator, denominator, percent }: Share): Pick<Line, 'numerator' | 'denominator' | 'value'> {
  return { numerator: exact(numerator), denominator: exact(denominator), value: percent ?? '' }
}

function days({ id, from, until }: Days): Pick<Line, 'period' | 'from' | 'until'> {
  return { period: id, from, until }
}

/** A year to date is not its year: `2026-27 year-to-date`. */
function besideId({ beside }: SaidReport): string {
  return beside.is === 'year-to-date' ? `${beside.id} year-to-date` : beside.id
}

/**
 * Text that a spreadsheet would run as a formula is held back with an apostrophe, which the spreadsheet shows.
 *
 * @source OWASP, CSV Injection: = + - @, their full-width forms, tab and line ends
 */
export function toCell(value: string | number): string {
  const text = typeof value === 'string' && /^\s*[=+\-@＝＋－＠\t\r\n]/u.test(value) ? `'${value}` : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
