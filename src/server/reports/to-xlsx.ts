import writeExcelFile, { type Cell, type SheetData } from 'write-excel-file/node'
import { columns, type Line } from '#server/reports/report-lines.ts'
import { reportWords } from '#server/reports/report-words.ts'
import type { SaidReport } from '#server/reports/say-report.ts'

/** How wide each column is, in characters. */
const widths: Readonly<Partial<Record<(typeof columns)[number], number>>> = { title: 40, rowName: 32, areaName: 26 }
const NUMBER_FORMAT = '#,##0.##'

/**
 * A report of either edition as a workbook: its figures as real numbers under heads that stay in sight, and a sheet
 * that says what each measure counts.
 *
 * A text is written as text: no spreadsheet runs it as a formula, whatever it begins with.
 */
export async function toXlsx<Figures>(report: SaidReport<Figures>, lines: readonly Line[]): Promise<Uint8Array> {
  const words = reportWords(report.language)
  const head = columns.map((column): Cell => ({ value: words.csv[column], type: String, fontWeight: 'bold' }))
  const figures: SheetData = [head, ...lines.map((line) => columns.map((column) => toCell(line[column])))]
  const file = writeExcelFile([
    {
      data: figures,
      sheet: words.sheets.figures,
      stickyRowsCount: 1,
      columns: columns.map((column) => ({ width: widths[column] ?? 14 })),
    },
    { data: notesOf(report), sheet: words.sheets.notes, columns: [{ width: 10 }, { width: 110 }] },
  ])
  return new Uint8Array(await file.toBuffer())
}

function toCell(value: string | number): Cell {
  if (value === '') return null
  return typeof value === 'number' ? { value, type: Number, format: NUMBER_FORMAT } : { value, type: String }
}

/** What a reader has to know: the edition, the moment, what was withheld, and what each measure counts. */
function notesOf<Figures>({ language, edition, title, measures }: SaidReport<Figures>): SheetData {
  const words = reportWords(language)
  const line = (id: string, says: string): Cell[] => [
    { value: id, type: String, fontWeight: 'bold' },
    { value: says, type: String, wrap: true },
  ]
  return [
    line('', title),
    line('', edition === 'public' ? words.publicNote : words.intro),
    ...measures.flatMap(({ id, title: name, definition, notes }) => [
      line(id, name),
      line('', definition),
      ...notes.map(({ says }) => line('', says)),
    ]),
  ]
}
