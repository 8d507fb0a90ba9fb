import { inflateRawSync } from 'node:zlib'
import type { APIContext } from 'astro'
import { describe, expect, test } from 'vitest'
import { loadService } from '#server/load-service.ts'
import { GET } from '../../../src/pages/api/reports/[period].ts'
import { makeTestApp } from '../../builders/test-app.ts'

/** Names that a spreadsheet would run, each in its own way. */
const NAMES = ['=HYPERLINK("http://evil.test","x")', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1', '<b>&"\'', '=1+1|x']

/** A service whose authorities and sources are called so. */
function aHostileService() {
  const service = loadService('cymru-demo')
  const authorities = service.authorities.map((authority, index) => ({
    ...authority,
    words: { cy: NAMES[index % NAMES.length] ?? '', en: NAMES[index % NAMES.length] ?? '' },
  }))
  return { ...service, authorities }
}

async function file(ending: 'csv' | 'xlsx'): Promise<Buffer> {
  const app = await makeTestApp({ service: aHostileService(), staff: { roles: ['participation-officer'] } })
  const url = new URL(`http://localhost:4321/api/reports/2026-27-q3.${ending}?language=en`)
  const context = { locals: { app }, request: new Request(url), params: { period: `2026-27-q3.${ending}` } }
  const response = await GET(context as unknown as APIContext)
  expect(response.status).toBe(200)
  return Buffer.from(await response.arrayBuffer())
}

/** The parts of a zip file, as text. */
function partsOf(zip: Buffer): readonly string[] {
  const parts: string[] = []
  for (
    let at = zip.indexOf('PK\u0001\u0002', 0, 'latin1');
    at >= 0;
    at = zip.indexOf('PK\u0001\u0002', at + 4, 'latin1')
  ) {
    const [method, size, start] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 42)]
    const data = start + 30 + zip.readUInt16LE(start + 26) + zip.readUInt16LE(start + 28)
    const bytes = zip.subarray(data, data + size)
    parts.push((method === 0 ? bytes : inflateRawSync(bytes)).toString('utf8'))
  }
  return parts
}

describe('a name that a spreadsheet would run', () => {
  test('is held back in the CSV file, wherever it stands', async () => {
    const text = (await file('csv')).toString('utf8')

    expect(text).toContain(`"'=HYPERLINK(""http://evil.test"",""x"")"`)
    expect(text.match(/(?:^|[,"\n])(?:[=+\-@\t＝]|\r(?!\n))(?!\d)/gu)).toBeNull()
  })

  test('is text in the workbook, which holds no formula at all', async () => {
    const parts = partsOf(await file('xlsx'))

    expect(parts.some((part) => /=HYPERLINK\((?:"|&quot;)http:\/\/evil\.test/.test(part))).toBe(true)
    expect(parts.filter((part) => /<f[ >/]/.test(part))).toEqual([])
    expect(parts.filter((part) => part.includes('<b>&'))).toEqual([])
  })
})
