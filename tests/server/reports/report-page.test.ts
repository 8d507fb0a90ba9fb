import { expect, test } from 'vitest'
import { loadService } from '#server/load-service.ts'
import { deskHere } from '#server/reports/report-desk.ts'
import { type PageAsked, reportPage } from '#server/reports/report-page.ts'
import { makeTestApp } from '../../builders/test-app.ts'
import { asks } from './acts.ts'
import { play } from './records.ts'

const acts = ['yp-1', 'yp-2'].map((name) => asks(name, '2026-10-05T08:00:00Z', { age: 12 }))

/** The heads of all tables of a page of the quarter, for rows and columns. */
async function headsOf(service: string, asked: Partial<PageAsked> = {}): Promise<readonly string[]> {
  const app = await makeTestApp({ now: '2026-04-01T09:00:00Z', service: loadService(service) })
  await play(app, acts)
  app.setNow('2027-01-20T09:00:00Z')
  const parts = { ...app, reports: deskHere(app) }
  const page = await reportPage(
    parts,
    { period: '2026-27-q3', edition: 'commissioner', level: 'authority', area: undefined, ...asked },
    'en',
  )
  if (typeof page !== 'object') throw new Error(`no page: ${page}`)
  const tables = page.chapters.flatMap(({ measures }) => measures.flatMap((measure) => measure.tables))
  expect(tables.length).toBeGreaterThan(3)
  return tables.flatMap(({ head, groups }) => [
    ...head.flat().map(({ text }) => text),
    ...groups.flatMap(({ lines }) => lines.flatMap(({ heads }) => heads.map(({ text }) => text))),
  ])
}

test('a page of a service with several councils says each number for all and for each', async () => {
  expect(await headsOf('cymru-demo')).toEqual(expect.arrayContaining(['Whole service', 'Gwent', 'Area not known']))
})

test('a page of a service with one council says each number once', async () => {
  const heads = await headsOf('lewisham-demo')

  expect(heads).toContain('Whole service')
  expect(heads).not.toContain('Lewisham')
  expect(heads).not.toContain('Area not known')
})

test('an area of it can still be asked for', async () => {
  expect(await headsOf('lewisham-demo', { area: 'not-known' })).toContain('Area not known')
})
