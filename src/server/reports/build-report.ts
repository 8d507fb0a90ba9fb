import { type Figure, type Making, toFigure } from '#domain/participation/figure.ts'
import { ALL, type Counted, type Part, type Rows } from '#domain/participation/measure.ts'
import { type Period, parsePeriod } from '#domain/participation/period.ts'
import type { Days, Level, Report, ReportMeasure, ReportPart, Target } from '#domain/participation/report.ts'
import { type Span, spansOf } from '#domain/participation/span.ts'
import type { Service } from '#domain/service/service.ts'
import type { Instant } from '#domain/time/instant.ts'
import { allMeasures } from '#server/reports/all-measures.ts'
import { areasByAuthority, areasOf } from '#server/reports/areas.ts'
import type { Summed } from '#server/reports/cells.ts'
import type { CountedMeasure } from '#server/reports/counted-measure.ts'
import { type KeptCounts, keepCounts, type Sums } from '#server/reports/kept-counts.ts'
import type { CountedPart } from '#server/reports/parts.ts'
import { choicesOf, isNamed } from '#server/reports/rows.ts'
import type { Reader } from '#server/store/database.ts'

/** The parts of a server that a report is made with: never a key. */
export type ReportParts = {
  readonly db: Reader
  readonly service: Service
  readonly now: () => Instant
  /** Told how far it is, from 0 to 1, for somebody who waits. */
  readonly onProgress?: (share: number) => void
  /** What was counted before, where somebody keeps it. */
  readonly counts?: KeptCounts
}

/** How a report is cut. With an area it holds that area only. */
export type Cut = { readonly level: Level; readonly area?: string | undefined; readonly isFinal?: boolean }

/**
 * Counts the commissioner's report of a quarter or year, exactly, from the records as they are now.
 *
 * @returns undefined when there is no such period or area, or when the period has not begun.
 * @source DESIGN 9; REQUIREMENTS (1)
 */
export async function buildReport(app: ReportParts, periodId: string, cut: Cut): Promise<Report | undefined> {
  const { db, service, onProgress, counts = keepCounts() } = app
  const madeAt = app.now()
  const period = parsePeriod(periodId)
  const areas = areasOf(service, cut.level).filter((area) => cut.area === undefined || area === cut.area)
  if (!period || period.start > madeAt || areas.length === 0) return undefined
  const { span, beside } = spansOf(period, madeAt)
  const spans = [span, beside.span] as const
  const isFinal = cut.isFinal ?? false
  const sums = await counts.count({ db, service, period: periodId, spans, now: madeAt, isFinal, onProgress })
  const areaIn = areasByAuthority(service, cut.level)
  const layout: Layout = { service, sums, level: cut.level, areas, areaIn, spans }
  return {
    service: service.id,
    edition: 'commissioner',
    period: daysOf(period),
    beside: { ...daysOf(beside.span), is: beside.is },
    level: cut.level,
    madeAt,
    isProvisional: period.end > madeAt,
    areas,
    measures: allMeasures.map((measure) => toReportMeasure(measure, layout)),
  }
}

type Layout = {
  readonly service: Service
  readonly sums: Sums
  readonly level: Level
  readonly areas: readonly string[]
  /** The area in which a recorded authority is counted. */
  readonly areaIn: (authority: string | null) => string
  /** The period's, and the one beside it. */
  readonly spans: readonly [Span, Span]
}

function toReportMeasure(measure: CountedMeasure, layout: Layout): ReportMeasure {
  return {
    id: measure.id,
    kind: measure.kind,
    sources: measure.sources,
    target: targetOf(layout.service, measure, layout.spans[0]) ?? 'no target',
    notes: measure.notes?.(layout.service) ?? [],
    parts: measure.parts.map((part) => toReportPart(measure, part, layout)),
  }
}

function toReportPart(measure: CountedMeasure, part: CountedPart, layout: Layout): ReportPart {
  const sums = layout.sums(part)
  const columns = layout.spans.map((span, index) => {
    const target = part === measure.parts[0] ? targetOf(layout.service, measure, span)?.value : undefined
    return { making: makingOf(layout.service, target), summed: sums[index] ?? [] }
  })
  const [period, beside] = columns.map(({ making, summed }) => {
    const cells = groupByCell(summed, layout)
    return (row: string, area: string): Figure => toFigure(part.shape, cells.get(row)?.get(area) ?? [], making)
  }) as [FigureOf, FigureOf]
  const found = [...new Set(columns.flatMap(({ summed }) => summed.map(({ row }) => row)))]
  return {
    id: part.id,
    shape: part.shape,
    ...(part.onlyForCommissioner && { onlyForCommissioner: part.onlyForCommissioner }),
    rows: rowsOf(part, found, layout.service).map((row) => ({
      id: row,
      figures: layout.areas.map((area) => ({ area, period: period(row, area), beside: beside(row, area) })),
    })),
  }
}

function makingOf({ report }: Service, target: number | undefined): Making {
  return { ...(target !== undefined && { target }), widestGap: report.widestGap }
}

type FigureOf = (row: string, area: string) => Figure

type Cells = ReadonlyMap<string, ReadonlyMap<string, readonly Counted[]>>

/** Everything is counted twice, in its row: in its own area and in the whole service. */
function groupByCell(summed: readonly Summed[], { areaIn }: Layout): Cells {
  const cells = new Map<string, Map<string, Counted[]>>()
  for (const each of summed) {
    const row = cells.get(each.row) ?? new Map<string, Counted[]>()
    cells.set(each.row, row)
    for (const area of new Set([ALL, ...each.authorities.map(areaIn)])) {
      const counted = row.get(area)
      if (counted) counted.push(each)
      else row.set(area, [each])
    }
  }
  return cells
}

/** The rows that are always shown, then what was counted beyond them. */
function rowsOf({ rows }: Part, found: readonly string[], service: Service): readonly string[] {
  return [...new Set([...alwaysShown(rows, service), ...found.toSorted()])]
}

function alwaysShown(rows: Rows, service: Service): readonly string[] {
  if (isNamed(rows)) return rows
  const listed = 'list' in rows ? service[rows.list].map(({ id }) => id) : choicesOf(rows, service)
  return [...listed, ...(rows.after ?? [])]
}

/** The target that was in force on a span's last day: a past report keeps its own (LW-16.1). */
function targetOf({ targets }: Service, { id }: CountedMeasure, { until }: Period): Target | undefined {
  const inForce = targets.filter(({ measure, from }) => measure === id && from <= until)
  const [latest] = inForce.toSorted((a, b) => b.from.localeCompare(a.from))
  if (!latest) return undefined
  const { value, source, most, each } = latest
  return { value, source, ...(most !== undefined && { most }), ...(each && { each }) }
}

function daysOf({ id, from, until }: Period): Days {
  return { id, from, until }
}
