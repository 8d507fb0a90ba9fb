import type { Language } from '#domain/language/language.ts'
import { ALL, type MeasureId, NOT_KNOWN } from '#domain/participation/measure.ts'
import type { Days, Level } from '#domain/participation/report.ts'
import type { Standing } from '#domain/participation/standing.ts'
import type { Service } from '#domain/service/service.ts'
import type { Instant } from '#domain/time/instant.ts'
import { areasOf } from '#server/reports/areas.ts'
import type { ReportParts } from '#server/reports/build-report.ts'
import { type DrawnChapter, type DrawnPicture, drawPicture, drawReport } from '#server/reports/draw-report.ts'
import { exactCells } from '#server/reports/exact-cells.ts'
import type { NotPublished } from '#server/reports/public-edition.ts'
import { publishedCells } from '#server/reports/published-cells.ts'
import type { ReportDesk } from '#server/reports/report-desk.ts'
import { sayReport } from '#server/reports/say-report.ts'
import { type Sending, sendingOf } from '#server/reports/sending.ts'
import { type SummaryLine, sharesBesideTargets, standingsOf, summaryOf } from '#server/reports/summary.ts'
import type { Drawn } from '#server/reports/to-tables.ts'

/** Which report a page shows. */
export type PageAsked = {
  readonly period: string
  readonly edition: Edition
  readonly level: Level
  readonly area: string | undefined
}

export const editions = ['commissioner', 'public'] as const
export type Edition = (typeof editions)[number]

/** A report of either edition as a page shows it: nothing is left to work out. */
export type ReportPage = {
  readonly period: Days
  readonly madeAt: Instant
  readonly isProvisional: boolean
  readonly spans: readonly string[]
  readonly lines: readonly SummaryLine[]
  readonly standings?: Readonly<Partial<Record<MeasureId, Standing>>>
  readonly picture: DrawnPicture | undefined
  readonly chapters: readonly DrawnChapter[]
  /** How far it is on its way to the commissioner, and its words. The public edition has figures alone. */
  readonly sending?: Sending
}

/** The level that may be asked for: a published quarter is by region, for councils are too small. */
export function levelAsked({ period, edition, level }: Omit<PageAsked, 'area'>): { readonly level?: Level } {
  return edition === 'public' && period.includes('-q') ? {} : { level }
}

type Parts = ReportParts & { readonly reports: ReportDesk }

/**
 * Makes the page of a report, of whichever edition, from the one table that its files are made of.
 *
 * @returns why there is no public edition; undefined when there is no such report.
 * @throws ReportNotMadeError
 * @source DESIGN 9 "CSV, XLSX, JSON, printable page and charts come from that one table"
 */
export async function reportPage(
  app: Parts,
  { period, edition, level, area: asked }: PageAsked,
  language: Language,
): Promise<ReportPage | NotPublished | undefined> {
  const { reports, service } = app
  const area = asked ?? (isOneArea(service, level) ? ALL : undefined)
  if (edition === 'public') {
    const report = await reports.buildPublic(period, { area, ...levelAsked({ period, edition, level }) })
    if (!report || typeof report === 'string') return report
    return toPage({ report: sayReport(report, service, language), edition: publishedCells }, app)
  }
  const counted = await reports.build(period, { level, area })
  if (!counted) return undefined
  const drawn = { report: sayReport(counted, service, language), edition: exactCells }
  return {
    ...toPage(drawn, app),
    standings: standingsOf(drawn),
    sending: await sendingOf(app, counted, language),
  }
}

/** Where there is one council or region, each of its numbers would stand twice: the whole says it all. */
function isOneArea(service: Service, level: Level): boolean {
  return areasOf(service, level).filter((area) => area !== ALL && area !== NOT_KNOWN).length === 1
}

function toPage<Figures extends { readonly area: string }>(drawn: Drawn<Figures>, { service }: Parts): ReportPage {
  const { report, edition } = drawn
  const targets = sharesBesideTargets(drawn)
  return {
    period: report.period,
    madeAt: report.madeAt,
    isProvisional: report.isProvisional,
    spans: edition.spans(report),
    lines: summaryOf(drawn),
    picture: targets && drawPicture(targets, report.language),
    chapters: drawReport(drawn, service),
  }
}
