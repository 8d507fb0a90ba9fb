import type { Language } from '#domain/language/language.ts'
import { ALL, type Shape } from '#domain/participation/measure.ts'
import { putIn } from '#i18n/put-in.ts'
import { type EditionCells, figureHeads } from '#server/reports/edition-cells.ts'
import { partWords, reportWords } from '#server/reports/report-words.ts'
import {
  CROSSED_BY,
  type SaidMeasure,
  type SaidPart,
  type SaidReport,
  type SaidRow,
} from '#server/reports/say-report.ts'

/** A head cell of a table, for columns or for rows. */
export type Head = {
  readonly text: string
  readonly scope: 'col' | 'colgroup' | 'row' | 'rowgroup'
  readonly columns?: number
  readonly rows?: number
}

/** One line of a table. */
export type Line = { readonly heads: readonly Head[]; readonly cells: readonly string[] }

/** Lines that belong together, under a title of their own where they have one. */
export type Group = {
  readonly title?: string
  readonly lines: readonly Line[]
  /** The rows in which nothing was counted, in one sentence. */
  readonly none?: string
}

/** A table as a page draws it: nothing is left to work out. */
export type ReportTable = {
  readonly id: string
  readonly caption: string
  readonly head: readonly (readonly Head[])[]
  readonly groups: readonly Group[]
  /** How many columns there are in all. */
  readonly columns: number
}

/** A report of either edition, and how its figures are put into words. */
export type Drawn<Figures> = { readonly report: SaidReport<Figures>; readonly edition: EditionCells<Figures> }

/** Figures of one number each: they fit beside one another, an area to a column. */
const narrow: readonly Shape[] = ['count', 'distinct', 'hours']

/**
 * The tables of a measure in which something was counted. All its figures of one number are in one, with a line for
 * each row and a column for each area; shares, durations and differences, whose figures are wider, have one each, with a
 * line for each area.
 */
export function toTables<Figures>(drawn: Drawn<Figures>, measure: SaidMeasure<Figures>): readonly ReportTable[] {
  const parts = measure.parts.filter((part) => hasAny(drawn, part))
  const crossings = parts.filter(({ onlyForCommissioner }) => onlyForCommissioner)
  const counts = parts.filter((part) => narrow.includes(part.shape) && !crossings.includes(part))
  const counted = [
    ...(counts.length > 0 ? [countTable(drawn, measure, counts)] : []),
    ...crossings.map((part) => crossTable(drawn, measure, part)),
  ]
  const others = parts.filter(({ shape }) => !narrow.includes(shape)).map((part) => areaTable(drawn, measure, part))
  const isNarrow = measure.parts[0] && narrow.includes(measure.parts[0].shape)
  return isNarrow ? [...counted, ...others] : [...others, ...counted]
}

/** One sentence for all the tables of a measure in which nothing was counted: a reader is told, not shown noughts. */
export function nothingIn<Figures>(drawn: Drawn<Figures>, measure: SaidMeasure<Figures>): string | undefined {
  const empty = measure.parts.filter((part) => !hasAny(drawn, part))
  const words = reportWords(drawn.report.language)
  if (empty.length === measure.parts.length) return words.nothingRecorded
  if (empty.length === 0) return undefined
  return putIn(words.nothingIn, { tables: [...new Set(empty.map(({ title }) => title))].join('; ') })
}

function hasAny<Figures>({ edition }: Drawn<Figures>, { rows }: SaidPart<Figures>): boolean {
  return rows.some(({ figures }) => figures.some(edition.hasAny))
}

function countTable<Figures>(
  drawn: Drawn<Figures>,
  measure: SaidMeasure<Figures>,
  parts: readonly SaidPart<Figures>[],
): ReportTable {
  const { language, areas } = drawn.report
  const [first, ...others] = areas
  const spans = drawn.edition.spans(drawn.report)
  return {
    id: `${measure.id}-counts`,
    caption: measure.title,
    head: [
      [
        { text: reportWords(language).heads.row, scope: 'col', rows: 2 },
        { text: first?.name ?? '', scope: 'colgroup', columns: spans.length },
        ...(others.length > 0 ? [{ text: spans[0] ?? '', scope: 'colgroup', columns: others.length } as const] : []),
      ],
      [...spans, ...others.map(({ name }) => name)].map((text) => ({ text, scope: 'col' })),
    ],
    columns: areas.length + spans.length,
    groups: parts.map((part) => countGroup(drawn, part)),
  }
}

/** A part of one row needs no title over it: the title is the row's. */
function countGroup<Figures>({ report, edition }: Drawn<Figures>, part: SaidPart<Figures>): Group {
  const said = { language: report.language, isSurvey: false }
  const isOne = part.rows.length === 1 && part.rows[0]?.id === ALL
  const { shown, none } = folded({ report, edition }, part)
  const lines = shown.map(({ name, figures }): Line => {
    const [whole, ...split] = figures
    return {
      heads: [{ text: isOne ? part.title : name, scope: 'row' }],
      cells: [
        ...(whole ? edition.cells(whole, said).flat() : []),
        ...split.flatMap((each) => edition.cells(each, said)[0] ?? []),
      ],
    }
  })
  return isOne ? { lines } : { title: part.title, lines, ...none }
}

/** Rows in which nothing was counted are named together: a table of noughts hides what there is. */
function folded<Figures>({ report, edition }: Drawn<Figures>, { rows }: SaidPart<Figures>) {
  // A row that others are to be set beside says something where nobody was counted, too.
  const isEmpty = ({ figures, baseline }: (typeof rows)[number]) => !baseline && !figures.some(edition.hasAny)
  const empty = rows.filter(isEmpty)
  if (empty.length < FOLDED_FROM) return { shown: rows, none: {} }
  const names = empty.map(({ name }) => name).join('; ')
  return {
    shown: rows.filter((row) => !isEmpty(row)),
    none: { none: putIn(reportWords(report.language).nobodyIn, { rows: names }) },
  }
}

/** One empty row reads better as a row. */
const FOLDED_FROM = 2

function areaTable<Figures>(
  drawn: Drawn<Figures>,
  measure: SaidMeasure<Figures>,
  part: SaidPart<Figures>,
): ReportTable {
  const { report, edition } = drawn
  const { language, areas } = report
  const words = reportWords(language)
  const isSurvey = part.rows.some(({ figures }) => figures.some(edition.hasResponse))
  const said = { language, isSurvey, hasLongest: edition.hasLongest }
  const columns = figureHeads(part, partWords(language, measure.id, part.id), said)
  const isSplit = part.rows.length > 1
  const spans = edition.spans(report)
  const hasBaseline = part.rows.some(({ baseline }) => baseline)
  const { shown, none } = folded(drawn, part)
  const groups = shown.map((row): Group => {
    const lines = row.figures.filter((figures, index) => index === 0 || edition.hasAny(figures))
    return {
      lines: lines.map((figures, index) => ({
        heads: [
          ...(isSplit && index === 0 ? [{ text: row.name, scope: 'rowgroup', rows: lines.length } as const] : []),
          { text: nameOfArea(areas, row.figures.indexOf(figures)), scope: 'row' },
        ],
        cells: [
          ...edition.cells(figures, said).flat(),
          ...(hasBaseline ? [index === 0 ? saidBaseline(row, language) : ''] : []),
        ],
      })),
    }
  })
  return {
    id: `${measure.id}-${part.id}`,
    caption: part.title,
    columns: (isSplit ? 2 : 1) + spans.length * columns.length + (hasBaseline ? 1 : 0),
    head: [
      [
        ...(isSplit ? [{ text: words.heads.row, scope: 'col', rows: 2 } as const] : []),
        { text: words.heads.area, scope: 'col', rows: 2 },
        ...spans.map((text) => ({ text, scope: 'colgroup', columns: columns.length }) as const),
        ...(hasBaseline ? [{ text: words.heads.baseline, scope: 'col', rows: 2 } as const] : []),
      ],
      spans.flatMap(() => columns).map((text) => ({ text, scope: 'col' })),
    ],
    groups: [...groups, ...('none' in none ? [{ lines: [], ...none }] : [])],
  }
}

function saidBaseline<Figures>({ baseline }: SaidRow<Figures>, language: Language): string {
  return baseline ? `${baseline.percent}% (${baseline.source})` : reportWords(language).nothing
}

/**
 * One thing crossed with another, for the whole service and the period: themes by agency in one table, for
 * those who can change something.
 *
 * @source M53; CM-8b
 */
function crossTable<Figures>(
  { report, edition }: Drawn<Figures>,
  measure: SaidMeasure<Figures>,
  part: SaidPart<Figures>,
): ReportTable {
  const said = { language: report.language, isSurvey: false }
  const crossed = part.rows.flatMap(({ name, figures: [whole] }) => {
    const [down = '', across = ''] = name.split(CROSSED_BY)
    return whole ? [{ down, across, cell: edition.cells(whole, said)[0]?.[0] ?? '' }] : []
  })
  const columns = [...new Set(crossed.map(({ across }) => across))]
  const lines = [...Map.groupBy(crossed, ({ down }) => down)].map(([down, those]) => ({
    heads: [{ text: down, scope: 'row' } as const],
    cells: columns.map((column) => those.find(({ across }) => across === column)?.cell ?? '0'),
  }))
  return {
    id: `${measure.id}-${part.id}`,
    caption: part.title,
    head: [[reportWords(report.language).heads.row, ...columns].map((text) => ({ text, scope: 'col' }))],
    groups: [{ lines }],
    columns: columns.length + 1,
  }
}

/** The figures of a row stand in the order of the report's areas. */
function nameOfArea(areas: SaidReport['areas'], index: number): string {
  return areas[index]?.name ?? ''
}
