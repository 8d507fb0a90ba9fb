/** Without it Excel on Windows reads the file in its own code page and breaks ŵ and ŷ. */
const BYTE_ORDER_MARK = '\uFEFF'

/**
 * Rows as a file of comma-separated values. What a spreadsheet would take for a formula is taken for text.
 *
 * @source RFC 4180
 */
export function csvOf(rows: readonly (readonly (string | number)[])[]): string {
  return BYTE_ORDER_MARK + rows.map((cells) => `${cells.map(cell).join(',')}\r\n`).join('')
}

function cell(value: string | number): string {
  const text = typeof value === 'string' && /^\s*[=+\-@＝＋－＠\t\r\n]/u.test(value) ? `'${value}` : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
