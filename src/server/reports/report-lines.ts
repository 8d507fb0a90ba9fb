import type { Figure, Share } from '#domain/participation/figure.ts'
import { ALL } from '#domain/participation/measure.ts'
import type { PublishedFigure, PublishedFigures, PublishedShare } from '#domain/participation/publish.ts'
import { exact } from '#domain/participation/raw-count.ts'
import type { AreaFigures, Days } from '#domain/participation/report.ts'
import type { PublishedCount } from '#domain/participation/suppress.ts'
import { type ReportWords, reportWords } from '#server/reports/report-words.ts'
import type { SaidMeasure, SaidPart, SaidReport, SaidRow } from '#server/reports/say-report.ts'

/** The columns of a report as one flat table. The ids in it never change, the names are in the report's language. */
export const columns = [
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

/** One line: every cell by the name of its column. */
export type Line = { readonly [Column in (typeof columns)[number]]: string | number }

/** The commissioner's edition: a line for each figure of each row, area and period, three for a duration. */
export function exactLines(report: SaidReport): readonly Line[] {
  const beside = { ...days(report.beside), period: besideId(report) }
  return linesOf(report, ({ period, beside: besideIt }: AreaFigures, target) => [
    ...cellsOf(period, target).map((cells) => ({ ...days(report.period), ...cells })),
    ...cellsOf(besideIt, target).map((cells) => ({ ...beside, ...cells })),
  ])
}

/** The public edition, of protected figures alone. */
export function publicLines(report: SaidReport<PublishedFigures>): readonly Line[] {
  const words = reportWords(report.language)
  return linesOf(report, ({ period }: PublishedFigures, target) =>
    publicCells(period, target, words).map((cells) => ({ ...days(report.period), ...cells })),
  )
}

type Cells = Pick<Line, 'statistic' | 'numerator' | 'denominator' | 'value' | 'target'>
type Where = Pick<Line, 'period' | 'from' | 'until'>

function linesOf<Figures extends { readonly area: string }>(
  report: SaidReport<Figures>,
  said: (figures: Figures, target: string | number) => readonly (Where & Cells)[],
): readonly Line[] {
  return report.measures.flatMap((measure) => measure.parts.flatMap((part) => linesOfPart(report, measure, part, said)))
}

function linesOfPart<Figures extends { readonly area: string }>(
  report: SaidReport<Figures>,
  measure: SaidMeasure<Figures>,
  part: SaidPart<Figures>,
  said: (figures: Figures, target: string | number) => readonly (Where & Cells)[],
): readonly Line[] {
  const isHeadline = part === measure.parts[0]
  const target = isHeadline && measure.target !== 'no target' ? measure.target.value : 'no target'
  return part.rows.flatMap((row) => {
    const where = { measure: measure.id, title: measure.title, part: part.id, row: row.id, rowName: row.name }
    const lines = row.figures.flatMap((figures) => {
      const areaName = report.areas.find(({ id }) => id === figures.area)?.name ?? figures.area
      return said(figures, target).map((cells) => ({ ...where, area: figures.area, areaName, ...cells }))
    })
    return [...lines, ...baselineLines(report, row).map((line) => ({ ...where, ...line }))]
  })
}

/** What a row is set beside: a line of its own, for it is no figure of the period. */
function baselineLines<Figures>({ period, areas }: SaidReport<Figures>, { baseline }: SaidRow<Figures>) {
  if (!baseline) return []
  const area = { area: ALL, areaName: areas.find(({ id }) => id === ALL)?.name ?? '' }
  const none = { numerator: '', denominator: '', target: '' }
  return [{ ...days(period), ...area, ...none, statistic: 'baseline-percent', value: baseline.percent }]
}

/** Figures that were withheld are said in words: a spreadsheet then takes them for no number. */
function publicCells(figure: PublishedFigure, target: string | number, words: ReportWords): readonly Cells[] {
  const say = (count: PublishedCount) => ('shown' in count ? count.shown : words.withheld[count.withheld])
  const saidShare = ({ numerator, denominator, percent }: PublishedShare) => ({
    numerator: say(numerator),
    denominator: say(denominator),
    value: percent ?? '',
  })
  const nothing = { numerator: '', denominator: '', target: '' }
  switch (figure.shape) {
    case 'count':
    case 'distinct':
    case 'hours':
      return [{ ...nothing, statistic: figure.shape, value: say(figure.count), target }]
    case 'share':
      return [
        { statistic: 'percent', ...saidShare(figure), target: figure.target },
        ...(figure.response
          ? [
              {
                ...nothing,
                statistic: 'answered',
                numerator: say(figure.response.answered),
                denominator: say(figure.response.asked),
                value: '',
              },
            ]
          : []),
      ]
    case 'duration':
      return (['median', 'ninetieth'] as const).map((statistic) => ({
        statistic: `${statistic}-hours`,
        numerator: '',
        denominator: say(figure.of),
        value: figure.hours?.[statistic] ?? '',
        target,
      }))
    case 'difference':
      return [
        { ...nothing, statistic: 'respondents-percent', ...saidShare(figure.respondents) },
        { ...nothing, statistic: 'users-percent', ...saidShare(figure.users) },
        { ...nothing, statistic: 'points', value: figure.points ?? '' },
      ]
  }
}

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
