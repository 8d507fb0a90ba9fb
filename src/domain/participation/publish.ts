import type { Figure, Share } from '#domain/participation/figure.ts'
import { type AddsUp, keepBack } from '#domain/participation/keep-back.ts'
import { ALL } from '#domain/participation/measure.ts'
import { exact, type RawCount, rawCount } from '#domain/participation/raw-count.ts'
import type { Report, ReportMeasure, ReportPart } from '#domain/participation/report.ts'
import { LEAST_WHOLE, type PublishedCount, suppress, toRounded } from '#domain/participation/suppress.ts'

/** A part of a whole as the public may see it. */
export type PublishedShare = {
  readonly numerator: PublishedCount
  readonly denominator: PublishedCount
  /** In whole percent, from the rounded figures; absent where the rounded whole is under twenty. */
  readonly percent?: number
}

/** One figure as the public may see it. No exact number is in it, and none can be put in. */
export type PublishedFigure =
  | { readonly shape: 'count' | 'distinct' | 'hours'; readonly count: PublishedCount }
  | ({
      readonly shape: 'share'
      readonly target: number | 'no target'
      readonly response?: { readonly answered: PublishedCount; readonly asked: PublishedCount }
    } & PublishedShare)
  | {
      readonly shape: 'duration'
      readonly of: PublishedCount
      /** Rounded to five; the longest is one young person's own and is not published. */
      readonly hours?: { readonly median: number; readonly ninetieth: number }
    }
  | {
      readonly shape: 'difference'
      readonly respondents: PublishedShare
      readonly users: PublishedShare
      readonly points?: number
    }

/** The published figure of an area. A year stands alone: what stood beside it was published in its own time. */
export type PublishedFigures = { readonly area: string; readonly period: PublishedFigure }

/** The public edition of a report. */
export type PublishedReport = Report<PublishedFigures> & { readonly edition: 'public' }

/** An area and those that make it up. */
export type AreaSum = { readonly whole: string; readonly parts: readonly string[] }

/** What a report is published with. */
export type Publishing = {
  /** Which areas make up which: the whole service, and each region of several authorities. */
  readonly areas: readonly AreaSum[]
  /** The year's quarters, when it is a year: they were published before. */
  readonly quarters?: readonly Report[]
}

/**
 * Makes the public edition: each figure protected by itself, and kept back where the others would give one away.
 *
 * Tables of finer answers (all answers to one question, crossings, shares of all who could have been asked) are for
 * those who work on them.
 *
 * @source DESIGN 9
 */
export function publish(report: Report, { areas, quarters = [] }: Publishing): PublishedReport {
  return {
    ...report,
    edition: 'public',
    measures: report.measures.map((measure) => {
      const earlier = quarters.map(({ measures }) => measures.find(({ id }) => id === measure.id))
      return publishMeasure(measure, { areas, all: report.areas }, earlier)
    }),
  }
}

/** The areas of a report, and which of them make up which. */
type Areas = { readonly all: readonly string[]; readonly areas: readonly AreaSum[] }

function publishMeasure(
  measure: ReportMeasure,
  areas: Areas,
  quarters: readonly (ReportMeasure | undefined)[],
): ReportMeasure<PublishedFigures> {
  const parts = measure.parts.filter(isPublished)
  const counts = protect({ ...measure, parts }, areas, quarters)
  return {
    ...measure,
    parts: parts.map((part) => ({
      ...part,
      rows: part.rows.map((row) => ({
        id: row.id,
        figures: row.figures.map(({ area, period }) => ({
          area,
          period: toPublished(period, counts.get(nameOf('', part.id, row.id, area))),
        })),
      })),
    })),
  }
}

/** @source DESIGN 9 "No free filters": the fewer tables overlap, the less they give away */
function isPublished({ id, onlyForCommissioner }: ReportPart): boolean {
  return !onlyForCommissioner && !/(^|-)(spread|of-all)$/.test(id)
}

/** Protects all counts of a measure together with the sums that they make. */
function protect(
  measure: ReportMeasure,
  areas: Areas,
  quarters: readonly (ReportMeasure | undefined)[],
): ReadonlyMap<string, PublishedCount> {
  const [year, ...before] = [measure, ...quarters].map((one, index) => countsIn(index === 0 ? '' : `q${index} `, one))
  const settled = new Map(
    before.flatMap((cells, index) => [...keepBack(cells, sumsIn(`q${index + 1} `, measure, areas, cells))]),
  )
  const cells = new Map([...(year ?? []), ...before.flatMap((each) => [...each])])
  const sums = [
    ...sumsIn('', measure, areas, cells),
    ...before.flatMap((each, index) => sumsIn(`q${index + 1} `, measure, areas, each)),
    ...(before.length > 0 ? sumsOfQuarters([...(year?.keys() ?? [])], before.length, cells) : []),
  ]
  return keepBack(cells, sums, settled)
}

function nameOf(prefix: string, part: string, row: string, area: string): string {
  return `${prefix}${part} | ${row} | ${area}`
}

function countsIn(prefix: string, measure: ReportMeasure | undefined): ReadonlyMap<string, RawCount> {
  const rows = measure?.parts.filter(isPublished).flatMap((part) => part.rows.map((row) => ({ part, row }))) ?? []
  return new Map(
    rows.flatMap(({ part, row }) =>
      row.figures.flatMap(({ area, period }) => {
        const count = countOf(period)
        return count === undefined ? [] : [[nameOf(prefix, part.id, row.id, area), count] as const]
      }),
    ),
  )
}

/** Only counts add up: a young person who counts once in two areas counts once in both. */
function countOf(figure: Figure): RawCount | undefined {
  return figure.shape === 'count' ? figure.count : undefined
}

/** Rows that make up a total, and areas that make up the whole, wherever they do. */
function sumsIn(
  prefix: string,
  { parts }: Pick<ReportMeasure, 'parts'>,
  { all, areas }: Areas,
  cells: ReadonlyMap<string, RawCount>,
): readonly AddsUp[] {
  const total = parts.find(({ id, shape }) => id === 'total' && shape === 'count')
  const byArea = parts.flatMap(({ id, rows }) =>
    rows.flatMap((row) =>
      areas.map((sum) => ({
        whole: nameOf(prefix, id, row.id, sum.whole),
        parts: sum.parts.map((area) => nameOf(prefix, id, row.id, area)),
      })),
    ),
  )
  const byRow = parts
    .filter((part) => part !== total && part.shape === 'count')
    .flatMap(({ id, rows }) =>
      all.map((area) => ({
        whole: total ? nameOf(prefix, total.id, ALL, area) : '',
        parts: rows.map((row) => nameOf(prefix, id, row.id, area)),
      })),
    )
  return [...byArea, ...byRow].filter((sum) => doesAddUp(sum, cells))
}

/** A cell of a year and the same of its quarters. */
function sumsOfQuarters(
  names: readonly string[],
  count: number,
  cells: ReadonlyMap<string, RawCount>,
): readonly AddsUp[] {
  return names
    .map((whole) => ({ whole, parts: Array.from({ length: count }, (_, index) => `q${index + 1} ${whole}`) }))
    .filter((sum) => doesAddUp(sum, cells))
}

/** Whether the exact numbers add up: what anybody may suppose is held to be known. */
function doesAddUp({ whole, parts }: AddsUp, cells: ReadonlyMap<string, RawCount>): boolean {
  const total = cells.get(whole)
  const counts = parts.map((name) => cells.get(name))
  if (total === undefined || parts.length === 0 || counts.includes(undefined)) return false
  return counts.reduce((sum, count) => sum + (count === undefined ? 0 : exact(count)), 0) === exact(total)
}

const MINUTES = 60

function toPublished(figure: Figure, guarded: PublishedCount | undefined): PublishedFigure {
  switch (figure.shape) {
    case 'count':
    case 'distinct':
      return { shape: figure.shape, count: guarded ?? suppress(figure.count) }
    case 'hours':
      return { shape: 'hours', count: suppress(rawCount(Math.ceil(exact(figure.minutes) / MINUTES))) }
    case 'share': {
      const { target, response } = figure
      const answers = response && { answered: suppress(response.answered), asked: suppress(response.asked) }
      return { shape: 'share', target, ...toPublishedShare(figure), ...(answers && { response: answers }) }
    }
    case 'duration':
      return { shape: 'duration', of: suppress(figure.of), ...publishedHours(figure) }
    case 'difference': {
      const [respondents, users] = [toPublishedShare(figure.respondents), toPublishedShare(figure.users)]
      const points = differenceOf(respondents, users)
      return { shape: 'difference', respondents, users, ...(points !== undefined && { points }) }
    }
  }
}

/** @source DESIGN 9: "shares from rounded figures with a denominator of at least 20" */
function toPublishedShare(share: Share): PublishedShare {
  const [numerator, denominator] = [suppress(share.numerator), suppress(share.denominator)]
  const isKnown = 'shown' in numerator && 'shown' in denominator && denominator.shown >= LEAST_WHOLE
  const percent = isKnown ? Math.round((numerator.shown * 100) / denominator.shown) : undefined
  return { numerator, denominator, ...(percent !== undefined && percent <= 100 && { percent }) }
}

function publishedHours({ of, hours }: Extract<Figure, { shape: 'duration' }>) {
  if (!hours || toRounded(exact(of)) < LEAST_WHOLE) return {}
  return { hours: { median: toRounded(hours.median), ninetieth: toRounded(hours.ninetieth) } }
}

function differenceOf(respondents: PublishedShare, users: PublishedShare): number | undefined {
  if (respondents.percent === undefined || users.percent === undefined) return undefined
  return respondents.percent - users.percent
}
