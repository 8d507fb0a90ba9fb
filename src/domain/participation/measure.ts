import type { Service } from '#domain/service/service.ts'

/** The name of a measure, as REQUIREMENTS part 1 numbers them. */
export type MeasureId = `M${number}`

/**
 * How a figure is made of what was counted: how many, how many young people, a part of a whole, how long something
 * took, hours of work, or how far two shares are apart.
 *
 * @source DESIGN 9 "a handful of shapes"
 */
export type Shape = 'count' | 'distinct' | 'share' | 'duration' | 'hours' | 'difference'

/** A list of the service that gives a table its rows. */
export type RowList =
  | 'sources'
  | 'notAcceptedRoutes'
  | 'groups'
  | 'reasons'
  | 'issues'
  | 'participation'
  | 'bodies'
  | 'legalStatuses'
  | 'livingPlaces'

/**
 * The rows of a table, in the order shown: named here, the choices of a question of a form, or a list of the
 * service; then what comes after those. A value that was counted and is no longer listed gets a row of its own at
 * the end: no figure is lost.
 */
export type Rows =
  | readonly string[]
  | { readonly list: RowList; readonly after?: readonly string[] }
  | {
      readonly form: string
      readonly question: string
      /** Some of its choices, where the others are not counted here. */
      readonly only?: readonly string[]
      readonly after?: readonly string[]
    }

/** One table of a measure. Words: `measures.<id>.parts.<part>` in `locales/<language>/measures.json`. */
export type Part = {
  readonly id: string
  readonly shape: Shape
  readonly rows: Rows
  /** A crossing of two things: for those who work on it, too fine to be published at any rate. */
  readonly onlyForCommissioner?: true
}

/** Something the reader has to know beside the figures. Words: `notes.<note>`. */
export type Note =
  | 'no-such-source'
  | 'corrected-decision'
  | 'due-not-passed'
  | 'attempt-is-no-contact'
  | 'percentile'
  | 'every-answer'
  | 'waiting-since'
  | 'by-quarter-of-closing'
  | 'not-sure-counts'
  | 'returns-made'
  | 'distinct'
  | 'complaints-when-final'
  | 'travel-counts'
  | 'strictly-more'
  | 'last-twelve-months'
  | 'tallied'
  | 'helped-with'
  | 'door-stays-open'
  | 'sum-has-no-median'
  | 'sum-counts-twice'
  | 'sum-flags-nothing'

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
  readonly row: string
  /** As recorded; null when not known. */
  readonly authority: string | null
  /** Whom it was counted for: a young person, or something that stands alone; nobody for what is kept as counts. */
  readonly who: string | null
} & Counted

/** One of a count, one young person, one part of a share, one duration, or minutes of work; or several added up. */
export type Counted =
  | { readonly shape: 'count' | 'distinct'; readonly count: number }
  | {
      readonly shape: 'share'
      readonly numerator: number
      readonly denominator: number
      /** Surveys only: who gave any answer to this item, and who was asked. */
      readonly answered?: number
      readonly asked?: number
    }
  | { readonly shape: 'duration'; readonly hours: number }
  | { readonly shape: 'hours'; readonly minutes: number }
  | {
      readonly shape: 'difference'
      readonly of: 'respondents' | 'users'
      readonly numerator: number
      readonly denominator: number
    }
