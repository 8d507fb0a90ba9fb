/** Without it Excel on Windows reads the file in its own code page and breaks ŵ and ŷ. */
const BYTE_ORDER_MARK = '\uFEFF'

/**
 * Rows as a file of comma-separated values. Numbers have a point, never a comma.
 *
 * @source RFC 4180 (quotes, line ends); the byte order mark is ours
 */
export function csvOf(rows: readonly (readonly (string | number)[])[]): string {
  return BYTE_ORDER_MARK + rows.map((cells) => `${cells.map(toCell).join(',')}\r\n`).join('')
}

/**
 * Text that a spreadsheet would run as a formula is held back with an apostrophe, which the spreadsheet shows.
 *
 * @source OWASP, CSV Injection, and ASVS 5.0 1.2.10: = + - @, their full-width forms, tab, line ends and null
 */
export function toCell(value: string | number): string {
  const text = typeof value === 'string' && /^\s*[=+\-@＝＋－＠\t\r\n\0]/u.test(value) ? `'${value}` : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
