import { type Figure, toFigure } from '#domain/participation/figure.ts'
import { ALL, type Counted, type Observation, type Part } from '#domain/participation/measure.ts'
import { type Period, parsePeriod } from '#domain/participation/period.ts'
import type { Days, Level, Report, ReportMeasure, ReportPart, Target } from '#domain/participation/report.ts'
import { type Span, spansOf } from '#domain/participation/span.ts'
import type { Service } from '#domain/service/service.ts'
import type { Instant } from '#domain/time/instant.ts'
import { allMeasures } from '#server/reports/all-measures.ts'
import { areaOf, areasOf } from '#server/reports/areas.ts'
import { type Clock, listClocks, listWaiting } from '#server/reports/clocks.ts'
import type { Context, CountedMeasure } from '#server/reports/counted-measure.ts'
import type { Reader } from '#server/store/database.ts'

/** The parts of a server that a report is made with: never a key. */
export type ReportParts = { readonly db: Reader; readonly service: Service; readonly now: () => Instant }

/** How a report is cut. With an area it holds that area only. */
export type Cut = { readonly level: Level; readonly area?: string | undefined }

/**
 * Counts the commissioner's report of a quarter or year, exactly, from the records as they are now.
 *
 * @returns undefined when there is no such period or area, or when the period has not begun.
 * @source DESIGN 9; REQUIREMENTS (1)
 */
export async function buildReport(app: ReportParts, periodId: string, cut: Cut): Promise<Report | undefined> {
  const { service } = app
  const madeAt = app.now()
  const period = parsePeriod(periodId)
  const areas = areasOf(service, cut.level).filter((area) => cut.area === undefined || area === cut.area)
  if (!period || period.start > madeAt || areas.length === 0) return undefined
  const { span, beside } = spansOf(period, madeAt)
  const context = await toContext(app, [span, beside.span])
  const measures: ReportMeasure[] = []
  for (const measure of allMeasures) {
    const period = { span, observations: await measure.count(context, span) }
    const besideIt = { span: beside.span, observations: await measure.count(context, beside.span) }
    measures.push(toReportMeasure(measure, { service, level: cut.level, areas, period, beside: besideIt }))
  }
  return {
    service: service.id,
    edition: 'commissioner',
    period: daysOf(period),
    beside: { ...daysOf(beside.span), is: beside.is },
    level: cut.level,
    madeAt,
    isProvisional: period.end > madeAt,
    areas,
    measures,
  }
}

/** A quarter and its year to date end at the same moment: who was waiting then is read once. */
async function toContext({ db, service }: ReportParts, spans: readonly Span[]): Promise<Context> {
  const waiting = new Map<Instant, Promise<readonly Clock[]>>()
  const waitingAt = (cut: Instant) => {
    const found = waiting.get(cut) ?? listWaiting(db, service, cut)
    waiting.set(cut, found)
    return found
  }
  return { db, service, clocks: await listClocks(db, service, spans), waitingAt }
}

type Column = { readonly span: Span; readonly observations: readonly Observation[] }
type Layout = {
  readonly service: Service
  readonly level: Level
  readonly areas: readonly string[]
  readonly period: Column
  readonly beside: Column
}

function toReportMeasure(measure: CountedMeasure, layout: Layout): ReportMeasure {
  return {
    id: measure.id,
    kind: measure.kind,
    sources: measure.sources,
    target: targetOf(layout.service, measure, layout.period.span) ?? 'no target',
    notes: measure.notes?.(layout.service) ?? [],
    parts: measure.parts.map((part) => toReportPart(measure, part, layout)),
  }
}

function toReportPart(measure: CountedMeasure, part: Part, layout: Layout): ReportPart {
  const [period, beside] = [layout.period, layout.beside].map(({ span, observations }) => {
    const byCell = groupByCell(observations, part, layout)
    const target = part === measure.parts[0] ? targetOf(layout.service, measure, span)?.value : undefined
    return (row: string, area: string): Figure =>
      toFigure(part.shape, byCell.get(cellOf(row, area)) ?? [], target ?? 'no target')
  }) as [FigureOf, FigureOf]
  return {
    id: part.id,
    shape: part.shape,
    rows: rowsOf(part, layout).map((row) => ({
      id: row,
      figures: layout.areas.map((area) => ({ area, period: period(row, area), beside: beside(row, area) })),
    })),
  }
}

type FigureOf = (row: string, area: string) => Figure

/** Every observation is counted twice: in its own area and in the whole service. */
function groupByCell(
  observations: readonly Observation[],
  part: Part,
  { service, level }: Layout,
): ReadonlyMap<string, readonly Counted[]> {
  const byCell = new Map<string, Counted[]>()
  for (const observation of observations) {
    if (observation.part !== part.id) continue
    for (const area of [ALL, areaOf(observation.authority, service, level)]) {
      const cell = cellOf(observation.row, area)
      const counted = byCell.get(cell) ?? []
      counted.push(observation)
      byCell.set(cell, counted)
    }
  }
  return byCell
}

function cellOf(row: string, area: string): string {
  return JSON.stringify([row, area])
}

/** The rows that are always shown, then what was counted beyond them. */
function rowsOf({ id, rows }: Part, { service, period, beside }: Layout): readonly string[] {
  const always = 'list' in rows ? [...service[rows.list].map((listed) => listed.id), ...rows.after] : rows
  const found = [...period.observations, ...beside.observations].filter(({ part }) => part === id)
  return [...new Set([...always, ...found.map(({ row }) => row).sort()])]
}

/** The target that was in force on a span's last day: a past report keeps its own (LW-16.1). */
function targetOf({ targets }: Service, { id }: CountedMeasure, { until }: Period): Target | undefined {
  const inForce = targets.filter(({ measure, from }) => measure === id && from <= until)
  const [latest] = inForce.toSorted((a, b) => b.from.localeCompare(a.from))
  return latest && { value: latest.value, source: latest.source }
}

function daysOf({ id, from, until }: Period): Days {
  return { id, from, until }
}
