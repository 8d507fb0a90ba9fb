import type { Language } from '#domain/language/language.ts'
import { columns, type Line } from '#server/reports/report-lines.ts'
import { reportWords } from '#server/reports/report-words.ts'

/** Without it Excel on Windows reads the file in its own code page and breaks ŵ and ŷ. */
const BYTE_ORDER_MARK = '\uFEFF'

/**
 * A report of either edition as one flat table. Numbers have a point, never a comma.
 *
 * @source RFC 4180 (quotes, line ends); the byte order mark is ours
 */
export function toCsv(lines: readonly Line[], language: Language): string {
  const names = reportWords(language).csv
  const rows = [columns.map((column) => names[column]), ...lines.map((line) => columns.map((column) => line[column]))]
  return `${BYTE_ORDER_MARK}${rows.map((row) => `${row.map(toCell).join(',')}\r\n`).join('')}`
}

/**
 * Text that a spreadsheet would run as a formula is held back with an apostrophe, which the spreadsheet shows.
 *
 * @source OWASP, CSV Injection: = + - @, their full-width forms, tab and line ends
 */
export function toCell(value: string | number): string {
  const text = typeof value === 'string' && /^\s*[=+\-@＝＋－＠\t\r\n]/u.test(value) ? `'${value}` : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
