import type { CountName } from '#domain/participation/counts-in.ts'
import type { Figure } from '#domain/participation/figure.ts'
import { type AreaSum, protect } from '#domain/participation/protect.ts'
import { exact, type RawCount, rawCount } from '#domain/participation/raw-count.ts'
import type { Report, ReportPart } from '#domain/participation/report.ts'
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
  const published = withPublishedParts(report)
  const guarded = protect(published, areas, quarters.map(withPublishedParts))
  return {
    ...published,
    edition: 'public',
    measures: published.measures.map((measure) => ({
      ...measure,
      parts: measure.parts.map((part) => ({
        ...part,
        rows: part.rows.map((row) => ({
          id: row.id,
          figures: row.figures.map(({ area, period }) => {
            const place = { measure: measure.id, part: part.id, row: row.id, area }
            return { area, period: toPublished(period, (number) => guarded({ ...place, number })) }
          }),
        })),
      })),
    })),
  }
}

function withPublishedParts(report: Report): Report {
  const measures = report.measures.map((measure) => ({ ...measure, parts: measure.parts.filter(isPublished) }))
  return { ...report, measures }
}

/** @source DESIGN 9 "No free filters": the fewer tables overlap, the less they give away */
function isPublished({ id, onlyForCommissioner }: ReportPart): boolean {
  return !onlyForCommissioner && !/(^|-)(spread|of-all)$/.test(id)
}

const MINUTES = 60

/** What becomes of a number that adds up with others. */
type Guarded = (number: CountName) => PublishedCount | undefined

function toPublished(figure: Figure, guarded: Guarded): PublishedFigure {
  const guard = (number: CountName, count: RawCount) => guarded(number) ?? suppress(count)
  switch (figure.shape) {
    case 'count':
      return { shape: 'count', count: guard('count', figure.count) }
    case 'distinct':
      return { shape: 'distinct', count: suppress(figure.count) }
    case 'hours':
      return { shape: 'hours', count: suppress(rawCount(Math.ceil(exact(figure.minutes) / MINUTES))) }
    case 'share': {
      const { target, response, numerator, denominator } = figure
      return {
        shape: 'share',
        target,
        ...toPublishedShare(guard('numerator', numerator), guard('denominator', denominator)),
        ...(response && {
          response: { answered: guard('answered', response.answered), asked: guard('asked', response.asked) },
        }),
      }
    }
    case 'duration': {
      const of = guard('of', figure.of)
      return { shape: 'duration', of, ...publishedHours(figure, of) }
    }
    case 'difference': {
      const [respondents, users] = [
        toPublishedShare(
          guard('respondents', figure.respondents.numerator),
          guard('of-respondents', figure.respondents.denominator),
        ),
        toPublishedShare(guard('users', figure.users.numerator), guard('of-users', figure.users.denominator)),
      ]
      const points = differenceOf(respondents, users)
      return { shape: 'difference', respondents, users, ...(points !== undefined && { points }) }
    }
  }
}

/** @source DESIGN 9: "shares from rounded figures with a denominator of at least 20" */
function toPublishedShare(numerator: PublishedCount, denominator: PublishedCount): PublishedShare {
  const isKnown = 'shown' in numerator && 'shown' in denominator && denominator.shown >= LEAST_WHOLE
  const percent = isKnown ? Math.round((numerator.shown * 100) / denominator.shown) : undefined
  return { numerator, denominator, ...(percent !== undefined && percent <= 100 && { percent }) }
}

function publishedHours({ hours }: Extract<Figure, { shape: 'duration' }>, of: PublishedCount) {
  if (!hours || !('shown' in of) || of.shown < LEAST_WHOLE) return {}
  return { hours: { median: toRounded(hours.median), ninetieth: toRounded(hours.ninetieth) } }
}

function differenceOf(respondents: PublishedShare, users: PublishedShare): number | undefined {
  if (respondents.percent === undefined || users.percent === undefined) return undefined
  return respondents.percent - users.percent
}
