import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadService } from '#server/load-service.ts'
import { columns, exactLines } from '#server/reports/report-lines.ts'
import { sayReport } from '#server/reports/say-report.ts'
import { toXlsx } from '#server/reports/to-xlsx.ts'
import { asks, does } from './acts.ts'
import { reportAfter } from './works-out.ts'

const isThere = spawnSync('soffice', ['--version']).status === 0

/** What LibreOffice takes a workbook's first sheet for: values as they are stored, not as they are shown. */
function openInLibreOffice(workbook: Uint8Array): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'llafar-calc-'))
  try {
    writeFileSync(join(folder, 'report.xlsx'), workbook)
    // Field and text separators, UTF-8, from line 1, nothing quoted but what needs it, stored values.
    const filter = 'csv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,false'
    execFileSync(
      'soffice',
      [
        `-env:UserInstallation=file://${folder}/profile`,
        '--headless',
        '--convert-to',
        filter,
        '--outdir',
        folder,
        'report.xlsx',
      ],
      { cwd: folder, stdio: 'ignore' },
    )
    return readFileSync(join(folder, 'report.csv'), 'utf8').trimEnd().split('\n')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Where there is no LibreOffice this is skipped, and said to be; `answers.test.ts` reads the workbook back by a library. */
test.skipIf(!isThere)('the workbook opens in LibreOffice and reads back equal', { timeout: 180_000 }, async () => {
  const report = await reportAfter([
    asks('yp-1', '2026-10-05T08:00:00Z', { source: 'friend', age: 12 }),
    does('screening', 'yp-1/accepted', '2026-10-05T09:00:00Z', { decision: 'accepted' }),
    does('contact', 'yp-1/reached', '2026-10-07T20:30:00Z', { outcome: 'reached', method: 'call' }),
    does('hours', 'yp-1/hours', '2026-10-20T09:00:00Z', { workedOn: '2026-10-20', minutesWithChild: 95 }),
  ])
  const said = sayReport(report, loadService('cymru-demo'), 'cy')
  const lines = exactLines(said)

  const [, ...rows] = openInLibreOffice(await toXlsx(said, lines))

  expect(lines.some(({ value }) => value === 60.5)).toBe(true)
  expect(rows.map((row) => row.split('\t'))).toEqual(lines.map((line) => columns.map((column) => String(line[column]))))
})
