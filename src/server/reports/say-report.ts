import type { Language } from '#domain/language/language.ts'
import type { MeasureId, RowList } from '#domain/participation/measure.ts'
import type { AreaFigures, Report, ReportMeasure, ReportPart, ReportRow } from '#domain/participation/report.ts'
import type { Service } from '#domain/service/service.ts'
import { localeWords } from '#i18n/form-words.ts'
import { hoursFacts } from '#i18n/hours-facts.ts'
import { putIn } from '#i18n/put-in.ts'
import { allMeasures } from '#server/reports/all-measures.ts'
import { measureWords, partWords, reportWords } from '#server/reports/report-words.ts'

/** A report with its words in one language: what JSON, CSV, XLSX and page are made of. */
export type SaidReport<Figures = AreaFigures> = Omit<Report<Figures>, 'areas' | 'measures'> & {
  readonly language: Language
  readonly title: string
  readonly areas: readonly { readonly id: string; readonly name: string }[]
  readonly measures: readonly SaidMeasure<Figures>[]
}

export type SaidMeasure<Figures = AreaFigures> = Omit<ReportMeasure<Figures>, 'notes' | 'parts'> & {
  readonly title: string
  readonly definition: string
  readonly notes: readonly { readonly id: string; readonly says: string }[]
  readonly parts: readonly SaidPart<Figures>[]
}

export type SaidPart<Figures = AreaFigures> = Omit<ReportPart<Figures>, 'rows'> & {
  readonly title: string
  readonly rows: readonly SaidRow<Figures>[]
}

export type SaidRow<Figures = AreaFigures> = ReportRow<Figures> & {
  readonly name: string
  /** The share of the people whom the service is for, where its file says it. @source M80, LW-2.4 */
  readonly baseline?: Baseline
}

type Baseline = Pick<Service['baselines'][number], 'percent' | 'source'>

/** Puts words to a report, of either edition. @throws when a word is missing in this language. */
export function sayReport<Figures>(report: Report<Figures>, service: Service, language: Language): SaidReport<Figures> {
  const words = reportWords(language)
  return {
    ...report,
    language,
    title: words.title,
    areas: report.areas.map((id) => ({ id, name: areaName(id, service, language) })),
    measures: report.measures.map((measure) => sayMeasure(measure, service, language)),
  }
}

/** The name of an area. A region bears its authority's name where it has only one, and else its id. */
export function areaName(id: string, service: Service, language: Language): string {
  const fixed: Readonly<Record<string, string>> = reportWords(language).areas
  const authority =
    service.authorities.find((listed) => listed.id === id) ??
    onlyOne(service.authorities.filter(({ region }) => region === id))
  return fixed[id] ?? authority?.words[language] ?? id
}

function onlyOne<T>(list: readonly T[]): T | undefined {
  return list.length === 1 ? list[0] : undefined
}

function sayMeasure<Figures>(
  measure: ReportMeasure<Figures>,
  service: Service,
  language: Language,
): SaidMeasure<Figures> {
  const { title, definition } = measureWords(language, measure.id)
  const facts = hoursFacts(service)
  return {
    ...measure,
    title: putIn(title, facts),
    definition: putIn(definition, facts),
    notes: measure.notes.map((id) => ({ id, says: putIn(reportWords(language).notes[id] ?? id, facts) })),
    parts: measure.parts.map((part) => sayPart(measure, part, service, language)),
  }
}

function sayPart<Figures>(
  measure: ReportMeasure<Figures>,
  part: ReportPart<Figures>,
  service: Service,
  language: Language,
): SaidPart<Figures> {
  const nameOf = rowNamer(measure, part, service, language)
  return {
    ...part,
    title: putIn(partWords(language, measure.id, part.id).title, hoursFacts(service)),
    rows: part.rows.map((row) => ({
      ...row,
      name: nameOf(row.id),
      ...(measure.id === PROFILE && baselineOf(service, part.id, row.id)),
    })),
  }
}

/** The measure of who young people are: a baseline is of its questions. */
const PROFILE: MeasureId = 'M80'

function baselineOf({ baselines }: Service, part: string, row: string): { readonly baseline?: Baseline } {
  const found = baselines.find(({ question, choice }) => question === part && choice === row)
  return found ? { baseline: { percent: found.percent, source: found.source } } : {}
}

/**
 * A row has words of its part, of the service's list, of the form whose choices it counts, or shared ones; a retired
 * value goes by its id. A row of a crossing is named by both its sides.
 */
function rowNamer(
  measure: Pick<ReportMeasure, 'id'>,
  part: Pick<ReportPart, 'id' | 'onlyForCommissioner'>,
  service: Service,
  language: Language,
) {
  const words = reportWords(language)
  const own = partWords(language, measure.id, part.id).rows
  const rows = allMeasures.find(({ id }) => id === measure.id)?.parts.find(({ id }) => id === part.id)?.rows
  const lists = rows && 'list' in rows ? [rows.list] : part.onlyForCommissioner ? CROSSED : []
  const form = rows && 'form' in rows ? rows : part.onlyForCommissioner ? AGENCIES : undefined
  const choices = form && localeWords(form.form, language).questions[form.question]?.choices
  const named = (row: string): string | undefined =>
    own?.[row] ??
    firstOf(lists, (list) => words.lists[list]?.[row] ?? listed(service, list, row, language)) ??
    choices?.[row] ??
    words.rows[row]
  return (row: string): string =>
    row
      .split(CROSSED_BY)
      .map((side) => named(side) ?? side)
      .join(CROSSED_BY)
}

/** Between the two sides of a row that crosses one thing with another. */
export const CROSSED_BY = ' / '

/** What a crossing crosses. */
const CROSSED: readonly RowList[] = ['issues', 'groups', 'reasons']
const AGENCIES = { form: 'closure', question: 'agencies' } as const

function listed(service: Service, list: RowList, row: string, language: Language): string | undefined {
  return service[list].find(({ id }) => id === row)?.words[language]
}

function firstOf<T>(list: readonly T[], find: (each: T) => string | undefined): string | undefined {
  for (const each of list) {
    const found = find(each)
    if (found) return found
  }
  return undefined
}
