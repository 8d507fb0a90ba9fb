import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { languages } from '#domain/language/language.ts'
import cy from '#locales/cy/reports.json' with { type: 'json' }
import en from '#locales/en/reports.json' with { type: 'json' }
import { allMeasures } from '#server/reports/all-measures.ts'
import { buildReport } from '#server/reports/build-report.ts'
import { exactCells } from '#server/reports/exact-cells.ts'
import { sayReport } from '#server/reports/say-report.ts'
import { toTables } from '#server/reports/to-tables.ts'
import { makeTestApp } from '../../builders/test-app.ts'

/** Every key of a file of words, with the places it names. */
function keysOf(value: unknown, path = ''): readonly string[] {
  if (typeof value === 'string') return [`${path} ${(value.match(/\{\w+\}/g) ?? []).sort().join()}`]
  return Object.entries(value as object).flatMap(([key, inner]) => keysOf(inner, `${path}.${key}`))
}

describe('the words of reports', () => {
  test('are the same keys with the same places in both languages', () => {
    expect(keysOf(cy)).toEqual(keysOf(en))
  })

  test.each(languages)('name every measure, table, row and note in %s', async (language) => {
    const app = await makeTestApp()
    const report = await buildReport(app, '2026-27-q3', { level: 'authority' })
    if (!report) throw new Error('no report')

    const said = sayReport(report, app.service, language)

    const rows = said.measures.flatMap(({ id, parts }) =>
      parts.flatMap((part) => part.rows.map((row) => ({ where: `${id} ${part.id}`, ...row }))),
    )
    expect(rows.filter(({ id, name }) => id === name).map(({ where, id }) => `${where} ${id}`)).toEqual([])
    expect(said.measures.flatMap(({ notes }) => notes).filter(({ id, says }) => id === says)).toEqual([])
    expect(said.areas.filter(({ id, name }) => id === name)).toEqual([])
    expect(JSON.stringify(said)).not.toMatch(/\{\w+\}/)
  })
})

describe('the measures', () => {
  test('are all of M01 to M82, each once and in order', () => {
    const every = Array.from({ length: 82 }, (_, index) => `M${String(index + 1).padStart(2, '0')}`)

    expect(allMeasures.map(({ id }) => id)).toEqual(every)
  })

  test('each say what it shows, what it answers, and where it comes from', () => {
    const known = readFileSync('tests/server/reports/measures.tsv', 'utf8').trim().split('\n')

    expect(allMeasures.map(({ id, kind }) => `${id}\t${kind}`)).toEqual(known)
  })
})

describe('the tables of a report', () => {
  test('have as many cells in every line as their heads have columns', async () => {
    const app = await makeTestApp()
    for (const area of [undefined, 'gwent']) {
      const report = await buildReport(app, '2026-27-q3', { level: 'authority', area })
      if (!report) throw new Error('no report')
      const drawn = { report: sayReport(report, app.service, 'en'), edition: exactCells }

      for (const table of drawn.report.measures.flatMap((measure) => toTables(drawn, measure))) {
        expect(
          table.head[0]?.reduce((sum, head) => sum + (head.columns ?? 1), 0),
          table.id,
        ).toBe(table.columns)
        for (const { lines } of table.groups) {
          // A head that spans lines takes a column of every line below it.
          const isSpanned = lines[0]?.heads.some(({ rows }) => (rows ?? 1) > 1)
          for (const [index, { heads, cells }] of lines.entries())
            expect(heads.length + cells.length + (isSpanned && index > 0 ? 1 : 0), table.id).toBe(table.columns)
        }
      }
    }
  })
})

describe('exact figures', () => {
  test('are read only where the commissioner’s report is counted and shown', () => {
    const importers = readdirSync('src', { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(ts|tsx|astro|mjs)$/.test(file))
      .filter((file) =>
        /^import \{[^}]*\bexact\b[^}]*\} from '[^']*raw-count/m.test(readFileSync(`src/${file}`, 'utf8')),
      )

    expect(importers.sort()).toEqual([
      'domain/participation/protect-themes.ts',
      'domain/participation/protect.ts',
      'domain/participation/publish.ts',
      'domain/participation/roll-up.ts',
      'domain/participation/standing.ts',
      'domain/participation/suppress.ts',
      'server/reports/exact-cells.ts',
      'server/reports/report-lines.ts',
    ])
  })
})
