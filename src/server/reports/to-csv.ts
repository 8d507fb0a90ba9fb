import { csvOf } from '#domain/csv.ts'
import type { Language } from '#domain/language/language.ts'
import { columns, type Line } from '#server/reports/report-lines.ts'
import { reportWords } from '#server/reports/report-words.ts'

/** A report of either edition as one flat table. */
export function toCsv(lines: readonly Line[], language: Language): string {
  const names = reportWords(language).csv
  return csvOf([columns.map((column) => names[column]), ...lines.map((line) => columns.map((column) => line[column]))])
}
