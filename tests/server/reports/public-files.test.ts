import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { editionFiles, editionFilesOf } from '#components/reading/edition-files.ts'
import { languages } from '#domain/language/language.ts'
import { publicFiles } from '#server/reports/public-files.ts'
import { makeTestApp } from '../../builders/test-app.ts'
import { asks } from './acts.ts'
import { play } from './records.ts'

/** @source DESIGN 5 "the public edition is also written as static files" */
test('a published period is handed out as a table and a workbook in each language, and for programs', async () => {
  const app = await makeTestApp({ now: '2024-01-01T09:00:00Z' })
  const acts = Array.from({ length: 13 }, (_, index) =>
    asks(`yp-${index}`, '2026-08-01T09:00:00Z', { authority: 'gwent', source: 'friend' }),
  )
  await play(app, acts)
  app.setNow('2026-11-02T09:00:00Z')
  const edition = await app.reports.buildPublic('2026-27-q2', {})
  if (!edition || typeof edition === 'string') throw new Error('there is no edition')

  const files = new Map(await publicFiles(edition, app.service, app.now()))

  expect([...files.keys()].sort()).toEqual(
    ['cy.csv', 'cy.xlsx', 'edition.json', 'en.csv', 'en.xlsx', 'public.json'].map(
      (suffix) => `cymru-demo/2026-27-q2.${suffix}`,
    ),
  )
  expect(JSON.parse(String(files.get('cymru-demo/2026-27-q2.edition.json')))).toEqual(
    JSON.parse(JSON.stringify(edition)),
  )
  const lines = String(files.get('cymru-demo/2026-27-q2.en.csv')).split('\r\n')
  // Thirteen are 15: no exact number is in it.
  expect(lines.find((line) => /,M02,.*,all,/.test(line))).toMatch(/,15,/)
  expect(lines.filter((line) => /,13,|,13$/.test(line))).toEqual([])
  expect(String(files.get('cymru-demo/2026-27-q2.cy.csv'))).toContain('Atgyfeiriadau')

  // What one writes the site finds, and nothing else that lies there.
  const folder = mkdtempSync(join(tmpdir(), 'llafar-published-'))
  try {
    for (const [name, content] of files) writeFileSync(join(folder, basename(name)), content)
    writeFileSync(join(folder, 'notes.txt'), 'not to be handed out')
    const found = editionFiles(folder)
    expect(found).toHaveLength(files.size - 1)
    for (const language of languages)
      expect(editionFilesOf('2026-27-q2', language, found)).toEqual([
        { format: 'xlsx', address: `/published/2026-27-q2.${language}.xlsx` },
        { format: 'csv', address: `/published/2026-27-q2.${language}.csv` },
        { format: 'json', address: '/published/2026-27-q2.edition.json' },
      ])
    expect(editionFilesOf('2026-27-q1', 'cy', found)).toEqual([])
  } finally {
    rmSync(folder, { recursive: true })
  }
})
