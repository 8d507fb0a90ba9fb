import { ALL, type MeasureId } from '#domain/participation/measure.ts'
import { protectThemes, type Total } from '#domain/participation/protect-themes.ts'
import type { PublishedReport } from '#domain/participation/publish.ts'
import type { RawCount } from '#domain/participation/raw-count.ts'
import type { Report } from '#domain/participation/report.ts'
import type { PublishedCount } from '#domain/participation/suppress.ts'
import { CROSSED_BY } from '#server/reports/say-report.ts'

/** The measure of issues and themes. */
export const THEMES: MeasureId = 'M53'

/** A theme of an agency's cases, and in how many it came up, as it may be shown. */
export type AgencyTheme = { readonly issue: string; readonly agency: string; readonly count: PublishedCount }

/**
 * The themes of a quarter by agency, of the whole service, protected together with the quarter's public edition.
 *
 * @param counted - the same quarter exactly.
 * @source M53, CM-8b
 */
export function themesByAgency(counted: Report, published: PublishedReport): readonly AgencyTheme[] {
  const crossed = countsOf<RawCount>(counted, 'issue-agency')
  return protectThemes({
    cells: [...crossed].map(([row, count]) => {
      const [issue = '', agency = ''] = row.split(CROSSED_BY)
      return { issue, agency, count }
    }),
    issues: totalsOf(counted, published, 'closed'),
    agencies: totalsOf(counted, published, 'agency'),
  })
}

/** In how many closed cases each agency had a part, as the public edition says it. */
export function casesByAgency(published: PublishedReport): ReadonlyMap<string, PublishedCount> {
  return countsOf<PublishedCount>(published, 'agency')
}

function totalsOf(counted: Report, published: PublishedReport, part: string): ReadonlyMap<string, Total> {
  const shown = countsOf<PublishedCount>(published, part)
  return new Map(
    [...countsOf<RawCount>(counted, part)].flatMap(([row, count]) => {
      const protectedCount = shown.get(row)
      return protectedCount ? [[row, { count, published: protectedCount }] as const] : []
    }),
  )
}

/** The counts of a table of themes, by row, of the whole service. */
function countsOf<Count>(
  report: Report<{ readonly area: string; readonly period: object }>,
  part: string,
): ReadonlyMap<string, Count> {
  const table = report.measures.find(({ id }) => id === THEMES)?.parts.find(({ id }) => id === part)
  return new Map(
    (table?.rows ?? []).flatMap(({ id, figures }) => {
      const period = figures.find(({ area }) => area === ALL)?.period
      return period && 'count' in period ? [[id, period.count as Count] as const] : []
    }),
  )
}
