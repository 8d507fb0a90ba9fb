import type { Figure } from '#domain/participation/figure.ts'
import type { Measure, MeasureId, Note, Part } from '#domain/participation/measure.ts'
import type { Instant, IsoDate } from '#domain/time/instant.ts'

/** How a report is split: by each authority, or by the regions they make up (IP-19). */
export const levels = ['authority', 'region'] as const
export type Level = (typeof levels)[number]

/** The first and last day that a column counts. */
export type Days = { readonly id: string; readonly from: IsoDate; readonly until: IsoDate }

/** A target and where it comes from. */
export type Target = {
  readonly value: number
  /** The upper end of a band. */
  readonly most?: number
  /** It is set for a year: the year to date stands against it. */
  readonly each?: 'year'
  readonly source: string
}

/**
 * A report: one plain thing, of which JSON, CSV, XLSX and page are all made. It names measures, parts, rows and areas;
 * their words are put to it by `sayReport`. `Figures` are exact in the commissioner's edition and protected in the public.
 *
 * @source DESIGN 9
 */
export type Report<Figures = AreaFigures> = {
  readonly service: string
  readonly edition: 'commissioner' | 'public'
  readonly period: Days
  readonly beside: Days & { readonly is: 'year-to-date' | 'last-year' }
  readonly level: Level
  readonly madeAt: Instant
  /** True while the period is not over: the figures will change. */
  readonly isProvisional: boolean
  /** The whole service first, those whose area is not known last. */
  readonly areas: readonly string[]
  readonly measures: readonly ReportMeasure<Figures>[]
}

/** One measure of a report. */
export type ReportMeasure<Figures = AreaFigures> = Pick<Measure, 'kind' | 'sources'> & {
  readonly id: MeasureId
  readonly target: Target | 'no target'
  readonly notes: readonly Note[]
  readonly parts: readonly ReportPart<Figures>[]
}

/** One table of a measure. */
export type ReportPart<Figures = AreaFigures> = Pick<Part, 'id' | 'shape' | 'onlyForCommissioner'> & {
  readonly rows: readonly ReportRow<Figures>[]
}

/** One row: figures for each area of the report, in its order. */
export type ReportRow<Figures = AreaFigures> = { readonly id: string; readonly figures: readonly Figures[] }

/** The figure of the period and the one beside it, for one area. */
export type AreaFigures = { readonly area: string; readonly period: Figure; readonly beside: Figure }
