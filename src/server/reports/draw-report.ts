import type { Language } from '#domain/language/language.ts'
import { toChapters } from '#domain/participation/layout.ts'
import type { MeasureId } from '#domain/participation/measure.ts'
import type { Service } from '#domain/service/service.ts'
import { putIn } from '#i18n/put-in.ts'
import { type Bars, barsOf } from '#server/reports/bars.ts'
import { drawBars } from '#server/reports/draw-bars.ts'
import { reportWords } from '#server/reports/report-words.ts'
import type { SaidMeasure } from '#server/reports/say-report.ts'
import { chapterTitle } from '#server/reports/sending.ts'
import { rangeOf } from '#server/reports/summary.ts'
import { type Drawn, nothingIn, type ReportTable, toTables } from '#server/reports/to-tables.ts'

/** Bars as a picture, under their title. */
export type DrawnPicture = Bars & { readonly svg: string }

/** A measure as a page shows it, of whichever edition: nothing is left to work out. */
export type DrawnMeasure = {
  readonly id: MeasureId
  readonly title: string
  readonly definition: string
  readonly facts: string
  readonly pictures: readonly DrawnPicture[]
  readonly tables: readonly ReportTable[]
  readonly nothing: string | undefined
  readonly notes: readonly string[]
}

/** A chapter of a report's layout with its measures. */
export type DrawnChapter = { readonly id: string; readonly title: string; readonly measures: readonly DrawnMeasure[] }

/** A report in the chapters that the service's contract has. @source FW-7, LW-5.3 */
export function drawReport<Figures extends { readonly area: string }>(
  drawn: Drawn<Figures>,
  service: Service,
): readonly DrawnChapter[] {
  const { measures, language } = drawn.report
  return toChapters(measures, service.report.layout).map((chapter) => ({
    id: chapter.id,
    title: chapterTitle(chapter.id, service, language),
    measures: chapter.measures.flatMap((id) => {
      const measure = measures.find((each) => each.id === id)
      return measure ? [drawMeasure(drawn, measure)] : []
    }),
  }))
}

function drawMeasure<Figures extends { readonly area: string }>(
  drawn: Drawn<Figures>,
  measure: SaidMeasure<Figures>,
): DrawnMeasure {
  const { id, title, definition, notes } = measure
  const tables = toTables(drawn, measure)
  return {
    id,
    title,
    definition,
    facts: factsOf(drawn, measure),
    pictures: barsOf(drawn, measure).map((bars) => drawPicture(bars, drawn.report.language)),
    tables,
    nothing: nothingIn(drawn, measure),
    notes: tables.length > 0 ? notes.map(({ says }) => says) : [],
  }
}

/** A picture is named for those who do not see it. */
export function drawPicture(bars: Bars, language: Language): DrawnPicture {
  const name = putIn(reportWords(language).picture, { title: bars.title })
  return { ...bars, svg: drawBars({ ...bars, title: name }) }
}

/** What kind of measure it is, its target, and the clauses it answers. */
function factsOf<Figures>({ report }: Drawn<Figures>, { kind, target, sources, parts }: SaidMeasure<Figures>): string {
  const words = reportWords(report.language)
  const facts = { kind: words.kinds[kind], sources: sources.join(', ') }
  if (target === 'no target') return putIn(words.facts, facts)
  const said = rangeOf(target, parts[0]?.shape === 'share' ? '%' : '')
  return putIn(words.factsWithTarget, { ...facts, target: said, source: target.source })
}
