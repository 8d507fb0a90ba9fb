import type { Service } from '#domain/service/service.ts'

/** The name of a measure, as REQUIREMENTS part 1 numbers them. */
export type MeasureId = `M${number}`

/** How a figure is made of what was counted. `distinct` and `difference` come with the measures that need them. */
export type Shape = 'count' | 'share' | 'duration'

/** A list of the service that gives a table its rows. */
export type RowList = 'sources' | 'notAcceptedRoutes'

/**
 * The rows of a table, in the order shown: named here, or a list of the service and what comes after it.
 * A value that was counted and is no longer listed gets a row of its own at the end: no figure is lost.
 */
export type Rows = readonly string[] | { readonly list: RowList; readonly after: readonly string[] }

/** One table of a measure. Words: `measures.<id>.parts.<part>` in `locales/<language>/reports.json`. */
export type Part = { readonly id: string; readonly shape: Shape; readonly rows: Rows }

/** Something the reader has to know beside the figures. Words: `notes.<note>`. */
export type Note =
  | 'contacts-so-far'
  | 'no-such-source'
  | 'corrected-decision'
  | 'due-not-passed'
  | 'attempt-is-no-contact'
  | 'percentile'
  | 'every-answer'
  | 'waiting-since'

/**
 * A measure as data. The first part is the measure itself and a target speaks of it; the other parts stand
 * beside it.
 */
export type Measure = {
  readonly id: MeasureId
  /** What it shows of the work (CM-4c). */
  readonly kind: 'process' | 'output' | 'outcome'
  /** The clauses, standards and questions it answers. */
  readonly sources: readonly string[]
  readonly parts: readonly [Part, ...Part[]]
  readonly notes?: (service: Service) => readonly Note[]
}

/** The row of a table that has only one. */
export const ALL = 'all'
/** The row of those who did not answer: a blank is not a "no" (H10). */
export const NOT_SAID = 'not-said'
/** The area of those whose authority nobody knows yet. */
export const NOT_KNOWN = 'not-known'

/** What was counted for one row and one authority, before it is added up into a figure. */
export type Observation = {
  readonly part: string
  readonly row: string
  /** As recorded; null when not known. */
  readonly authority: string | null
} & Counted

/** One group of a count, one part of a share, or one duration. */
export type Counted =
  | { readonly shape: 'count'; readonly count: number }
  | { readonly shape: 'share'; readonly numerator: number; readonly denominator: number }
  | { readonly shape: 'duration'; readonly hours: number }
