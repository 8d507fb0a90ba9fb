import { ALL } from '#domain/participation/measure.ts'
import { parsePeriod } from '#domain/participation/period.ts'
import type { AreaSum } from '#domain/participation/protect.ts'
import { type PublishedReport, publish } from '#domain/participation/publish.ts'
import type { Level, Report } from '#domain/participation/report.ts'
import type { Service } from '#domain/service/service.ts'
import { areasOf } from '#server/reports/areas.ts'
import { buildReport, type ReportParts } from '#server/reports/build-report.ts'
import { keepCounts } from '#server/reports/kept-counts.ts'

/** How a public edition is cut. A quarter has no councils in it: their numbers are too small. @source DESIGN 9 */
export type PublicCut = { readonly level?: Level | undefined; readonly area?: string | undefined }

/** A quarter cannot be split by council, nor can a period be published before it is over. */
export type NotPublished = 'councils-yearly' | 'not-over'

/**
 * Makes the public edition of a period. A year is protected together with its quarters and with both of its levels, so
 * that nothing is found by laying them beside each other; what is asked for is cut out of that afterwards.
 *
 * @returns undefined when there is no such period or area.
 * @source DESIGN 9
 */
export async function buildPublicEdition(
  app: ReportParts,
  periodId: string,
  { level, area }: PublicCut,
): Promise<PublishedReport | NotPublished | undefined> {
  const period = parsePeriod(periodId)
  const isQuarter = periodId.includes('-q')
  if (!period) return undefined
  if (period.end > app.now()) return period.start > app.now() ? undefined : 'not-over'
  if (isQuarter && level === 'authority') return 'councils-yearly'
  // Its reports are of the same records: what was counted for one is not counted again for the next.
  const parts = { ...app, counts: app.counts ?? keepCounts() }
  const whole = isQuarter ? await publishQuarter(parts, periodId) : await publishYear(parts, periodId)
  const wanted = areasOf(app.service, level ?? (isQuarter ? 'region' : 'authority')).filter(
    (each) => area === undefined || each === area,
  )
  if (!whole || wanted.length === 0) return undefined
  return { ...cutTo(whole, wanted), level: level ?? (isQuarter ? 'region' : 'authority') }
}

async function publishQuarter(app: ReportParts, periodId: string): Promise<PublishedReport | undefined> {
  const report = await buildReport(app, periodId, { level: 'region', isFinal: true })
  return report && publish(report, { areas: [wholeOf(app.service, 'region')] })
}

async function publishYear(app: ReportParts, periodId: string): Promise<PublishedReport | undefined> {
  const councils = await buildReport(app, periodId, { level: 'authority', isFinal: true })
  const regions = await buildReport(app, periodId, { level: 'region', isFinal: true })
  if (!councils || !regions) return undefined
  const quarters: Report[] = []
  for (const quarter of [1, 2, 3, 4]) {
    const report = await buildReport(app, `${periodId}-q${quarter}`, { level: 'region', isFinal: true })
    if (report) quarters.push(report)
  }
  const areas = [wholeOf(app.service, 'authority'), ...regionSums(app.service)]
  return publish(together(councils, regions), { areas, quarters })
}

function wholeOf(service: Service, level: Level): AreaSum {
  return { whole: ALL, parts: areasOf(service, level).filter((area) => area !== ALL) }
}

/** Regions of several councils: one of a single council is that council. */
function regionSums({ authorities }: Service): readonly AreaSum[] {
  return [...Map.groupBy(authorities, ({ region }) => region)]
    .map(([whole, councils]) => ({ whole, parts: councils.map(({ id }) => id) }))
    .filter(({ whole, parts }) => !parts.includes(whole))
}

/** One report with the areas of two: an area that both have is the same in both. */
function together(one: Report, other: Report): Report {
  const areas = [...new Set([...one.areas, ...other.areas])]
  return {
    ...one,
    areas,
    measures: one.measures.map((measure, m) => ({
      ...measure,
      parts: measure.parts.map((part, p) => ({
        ...part,
        rows: part.rows.map((row) => {
          const twin = other.measures[m]?.parts[p]?.rows.find(({ id }) => id === row.id)
          const figures = [...row.figures, ...(twin?.figures ?? [])]
          return { ...row, figures: areas.flatMap((area) => figures.find((each) => each.area === area) ?? []) }
        }),
      })),
    })),
  }
}

function cutTo(report: PublishedReport, areas: readonly string[]): PublishedReport {
  return {
    ...report,
    areas,
    measures: report.measures.map((measure) => ({
      ...measure,
      parts: measure.parts.map((part) => ({
        ...part,
        rows: part.rows.map((row) => ({
          ...row,
          // In the order of the areas, whatever they were protected together with.
          figures: areas.flatMap((id) => row.figures.find(({ area }) => area === id) ?? []),
        })),
      })),
    })),
  }
}
