import { type AddsUp, keepBack } from '#domain/participation/keep-back.ts'
import { exact, type RawCount } from '#domain/participation/raw-count.ts'
import type { PublishedCount } from '#domain/participation/suppress.ts'

/** In how many closed cases a theme came up in which an agency had a part. */
export type ThemeCount = { readonly issue: string; readonly agency: string; readonly count: RawCount }

/** A number that the public edition of the same quarter has. */
export type Total = { readonly count: RawCount; readonly published: PublishedCount }

/** A quarter's themes by agency, and what is published beside them. */
export type Themes = {
  readonly cells: readonly ThemeCount[]
  readonly issues: ReadonlyMap<string, Total>
  readonly agencies: ReadonlyMap<string, Total>
}

/**
 * Protects themes by agency for readers outside the contract, together with the totals that the public edition has: a
 * theme of one agency is a part of that theme and of that agency's cases, and together they are as many or more, where the
 * numbers say so. What is published already binds; it is not taken back.
 *
 * @returns each of `cells` as it may be shown.
 * @source CM-8b, DESIGN 9 "Editions"
 */
export function protectThemes(
  themes: Themes,
): readonly (Omit<ThemeCount, 'count'> & { readonly count: PublishedCount })[] {
  const { cells, issues, agencies } = themes
  const totals = [
    ...[...issues].map(([id, total]) => [issueName(id), total] as const),
    ...[...agencies].map(([id, total]) => [agencyName(id), total] as const),
  ]
  const counts = new Map([
    ...cells.map((cell) => [cellName(cell), cell.count] as const),
    ...totals.map(([name, { count }]) => [name, count] as const),
  ])
  const settled = new Map(totals.map(([name, { published }]) => [name, published]))
  const safe = keepBack(counts, sumsOfThemes(themes), settled)
  return cells.map((cell) => ({
    issue: cell.issue,
    agency: cell.agency,
    count: safe.get(cellName(cell)) ?? { withheld: 'kept-back' },
  }))
}

/** The names under which a cell and the totals stand in the sums. */
export const cellName = ({ issue, agency }: Omit<ThemeCount, 'count'>) => `${issue} of ${agency}`
export const issueName = (issue: string) => `issue ${issue}`
export const agencyName = (agency: string) => `agency ${agency}`

/** Every sum that somebody can know who knows what is counted. A name that is not counted stands for anything. */
export function sumsOfThemes({ cells, issues, agencies }: Themes): readonly AddsUp[] {
  const byIssue = [...Map.groupBy(cells, ({ issue }) => issue)].map(
    ([issue, those]) => [issueName(issue), issues.get(issue), those] as const,
  )
  const byAgency = [...Map.groupBy(cells, ({ agency }) => agency)].map(
    ([agency, those]) => [agencyName(agency), agencies.get(agency), those] as const,
  )
  return [...byIssue, ...byAgency].flatMap(([name, total, those]) => (total ? sumsOf(name, total, those) : []))
}

/**
 * A cell is a part of its total. Cells that make up more than it say that each case has one of them at least; where they
 * are just as many, that each has one. Where they are fewer, some case has none, and nothing follows.
 */
function sumsOf(name: string, { count }: Total, cells: readonly ThemeCount[]): readonly AddsUp[] {
  const parts = cells.map(cellName)
  const within = parts.map((part) => partOf(part, name))
  const sum = cells.reduce((before, cell) => before + exact(cell.count), 0)
  if (sum === exact(count)) return [...within, { whole: name, parts }]
  const every = `all beside each other in ${name}`
  return sum > exact(count) ? [...within, { whole: every, parts }, partOf(name, every)] : within
}

function partOf(part: string, whole: string): AddsUp {
  return { whole, parts: [part, `what ${whole} has beside ${part}`] }
}
