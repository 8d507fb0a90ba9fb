import { sql } from 'kysely'
import { countsIn } from '#domain/participation/counts-in.ts'
import type { PublishedFigure, PublishedReport } from '#domain/participation/publish.ts'
import { exact } from '#domain/participation/raw-count.ts'
import type { Report } from '#domain/participation/report.ts'
import type { PublishedCount } from '#domain/participation/suppress.ts'
import type { Service } from '#domain/service/service.ts'
import type { Instant } from '#domain/time/instant.ts'
import { loadService } from '#server/load-service.ts'
import { buildReport } from '#server/reports/build-report.ts'
import { keepCounts } from '#server/reports/kept-counts.ts'
import { buildPublicEdition } from '#server/reports/public-edition.ts'
import { deskOf } from '../../../scripts/demo/desk.ts'
import { inventYear } from '../../../scripts/demo/year.ts'
import { makeTestApp } from '../../builders/test-app.ts'

/** The name of a number that is published: of which report, in which row of which table, of which area, and which number of it. */
export type CellName = string

/** Everything that is published of a year, and what it is made of. */
export type WholeYear = {
  /** What was counted, by name: nobody outside has it. */
  readonly counted: ReadonlyMap<CellName, number>
  readonly published: ReadonlyMap<CellName, PublishedCount>
  readonly reports: readonly { readonly name: string; readonly exact: Report; readonly published: PublishedReport }[]
}

/** Two councils and two councils are a region, two are one by themselves. */
export function twoLevels(): Service {
  const service = loadService('cymru-demo')
  const regions = ['north', 'north', 'south', 'south']
  return {
    ...service,
    authorities: service.authorities.map((authority, index) => ({
      ...authority,
      region: regions[index] ?? authority.region,
    })),
  }
}

/** Invents a year of so many cases and publishes it: its quarters by region, the year by region and by council. */
export async function wholeYear(cases: number, service: Service): Promise<WholeYear> {
  const app = await makeTestApp({ now: '2026-04-20T12:00:00Z', service })
  if (app.databaseType === 'sqlite') await sql`pragma synchronous = off`.execute(app.db)
  const until = '2026-04-20T12:00:00.000Z' as Instant
  await inventYear({ desk: deskOf(app), service, until, cases, onProgress: () => undefined })
  const parts = { ...app, counts: keepCounts() }
  const cuts = [
    ...[1, 2, 3, 4].map((quarter) => ({ period: `2025-26-q${quarter}`, level: 'region' as const })),
    { period: '2025-26', level: 'authority' as const },
    { period: '2025-26', level: 'region' as const },
  ]
  const reports: WholeYear['reports'][number][] = []
  for (const { period, level } of cuts) {
    const exactly = await buildReport(parts, period, { level, isFinal: true })
    const published = await buildPublicEdition(parts, period, period.includes('-q') ? {} : { level })
    if (!exactly || !published || typeof published === 'string') throw new Error(`there is no report of ${period}`)
    reports.push({ name: period, exact: exactly, published })
  }
  await app.db.destroy()
  return {
    counted: new Map(
      reports.flatMap(({ name, exact: report }) =>
        cellsOf(name, report, ({ period }) =>
          Object.fromEntries(countsIn(period).map(([number, count]) => [number, exact(count)])),
        ),
      ),
    ),
    published: new Map(
      reports.flatMap(({ name, published }) => cellsOf(name, published, ({ period }) => publishedNumbersOf(period))),
    ),
    reports,
  }
}

/** A year's figures by region and by council are of one report: an area that is in both is one cell. */
function cellsOf<Figures extends { readonly area: string }, Value>(
  name: string,
  report: Report<Figures>,
  numbers: (figures: Figures) => Readonly<Record<string, Value>>,
): readonly (readonly [CellName, Value])[] {
  return report.measures.flatMap((measure) =>
    measure.parts.flatMap((part) =>
      part.rows.flatMap((row) =>
        row.figures.flatMap((figures) =>
          Object.entries(numbers(figures)).map(
            ([number, value]) =>
              [cellName(name, `${measure.id} ${part.id} | ${row.id} | ${number}`, figures.area), value] as const,
          ),
        ),
      ),
    ),
  )
}

/** `2025-26-q1 | M02 total | all | count | north` */
export function cellName(report: string, key: string, area: string): CellName {
  return [report, key, area].join(' | ')
}

function publishedNumbersOf(figure: PublishedFigure): Readonly<Record<string, PublishedCount>> {
  switch (figure.shape) {
    case 'count':
    case 'distinct':
    case 'hours':
      return { [figure.shape]: figure.count }
    case 'share': {
      const { numerator, denominator, response } = figure
      return { numerator, denominator, ...response }
    }
    case 'duration':
      return { of: figure.of }
    case 'difference': {
      const { respondents, users } = figure
      return {
        respondents: respondents.numerator,
        'of-respondents': respondents.denominator,
        users: users.numerator,
        'of-users': users.denominator,
      }
    }
  }
}
