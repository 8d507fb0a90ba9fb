import type { APIContext } from 'astro'
import readExcelFile from 'read-excel-file/node'
import { describe, expect, test } from 'vitest'
import { toCell } from '#domain/csv.ts'
import type { Role } from '#domain/roles.ts'
import { GET } from '../../../src/pages/api/reports/[period].ts'
import { makeTestApp, type TestAppParts } from '../../builders/test-app.ts'
import { play } from './records.ts'

const officer = { staff: { roles: ['participation-officer'] } } satisfies TestAppParts

async function get(address: string, parts: TestAppParts = officer): Promise<Response> {
  const app = await makeTestApp(parts)
  const says = { authority: 'gwent', source: 'friend' }
  await play(app, [{ name: 'ann', does: 'asks', at: '2026-11-01T09:00:00Z', says }])
  const url = new URL(address, 'http://localhost:4321')
  const period = url.pathname.split('/').at(-1)
  const context = { locals: { app }, request: new Request(url), params: { period } }
  return GET(context as unknown as APIContext)
}

describe('GET /api/reports/{period}', () => {
  test.each(['/api/reports/2026-27-q3?language=en', '/api/reports/2026-27-q3.json?language=en&edition=commissioner'])(
    'answers %s with JSON',
    async (address) => {
      const response = await get(address)

      expect(response.status).toBe(200)
      expect(response.headers.get('content-type')).toContain('application/json')
      expect(response.headers.get('cache-control')).toBe('no-store')
      const body = await response.json()
      expect(body).toMatchObject({
        service: 'cymru-demo',
        edition: 'commissioner',
        language: 'en',
        period: { id: '2026-27-q3', from: '2026-10-01', until: '2026-12-31' },
        beside: { id: '2026-27', from: '2026-04-01', until: '2026-12-31', is: 'year-to-date' },
      })
      expect(body.measures).toHaveLength(82)
      expect(body.measures[1]).toMatchObject({ id: 'M02', title: 'New referrals', target: 'no target' })
      expect(body.measures[1].parts[0].rows[0].figures[0]).toEqual({
        area: 'all',
        period: { shape: 'count', count: 1 },
        beside: { shape: 'count', count: 1 },
      })
    },
  )

  test('answers in Welsh', async () => {
    const body = await (await get('/api/reports/2026-27-q3?language=cy')).json()

    expect(body.measures[1].title).toBe('Atgyfeiriadau newydd')
    expect(body.areas[0].name).toBe('Y gwasanaeth cyfan')
    expect(body.measures[7].title).toBe('Cysylltu o fewn 72 awr i dderbyn')
  })

  test('gives a file for a spreadsheet', async () => {
    const response = await get('/api/reports/2026-27-q3.csv?language=en')
    const bytes = new Uint8Array(await response.arrayBuffer())
    const [head, ...lines] = new TextDecoder().decode(bytes).split('\r\n')

    expect(response.headers.get('content-type')).toContain('text/csv; charset=utf-8')
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="llafar-2026-27-q3-authority.csv"')
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(head).toBe(
      'period,from,until,measure,title,part,row,row name,area,area name,statistic,numerator,denominator,value,target',
    )
    expect(lines).toContain(
      '2026-27-q3,2026-10-01,2026-12-31,M05,Referrals by source,source,friend,Friend,gwent,Gwent,count,,,1,no target',
    )
    expect(lines).toContain(
      '2026-27 year-to-date,2026-04-01,2026-12-31,M08,Contacted within 72 hours of acceptance,in-time,all,All,all,Whole service,percent,0,0,,100',
    )
    expect(lines.at(-1)).toBe('')
  })

  test.each<[string, Role[], boolean, number]>([
    ['a participation officer', ['participation-officer'], true, 200],
    ['a coordinator', ['coordinator'], true, 200],
    ['an administrator who is also a coordinator', ['administrator', 'coordinator'], true, 200],
    ['an administrator alone', ['administrator'], true, 403],
    ['an advocate', ['advocate'], true, 403],
    ['a coordinator without the second factor', ['coordinator'], false, 401],
  ])('to %s', async (_, roles, secondFactor, status) => {
    expect((await get('/api/reports/2026-27-q3', { staff: { roles, secondFactor } })).status).toBe(status)
  })

  test('to nobody who is not signed in', async () => {
    const response = await get('/api/reports/2026-27-q3', {})

    expect(response.status).toBe(401)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
  })

  test.each([
    ['/api/reports/2026-27-q9', 404, '/api/problems/not-found'],
    ['/api/reports/2026-27-q3.pdf', 404, '/api/problems/not-found'],
    ['/api/reports/2026-27-q3?area=atlantis', 404, '/api/problems/not-found'],
    ['/api/reports/2026-27-q3?edition=public', 400, '/api/problems/not-over'],
    ['/api/reports/2026-27-q2?edition=public&level=authority', 400, '/api/problems/councils-yearly'],
    ['/api/reports/2026-27-q2?edition=public&area=atlantis', 404, '/api/problems/not-found'],
    ['/api/reports/2026-27-q3?edition=secret', 400, '/api/problems/report-not-understood'],
    ['/api/reports/2026-27-q3?level=street', 400, '/api/problems/report-not-understood'],
  ])('refuses %s', async (address, status, type) => {
    const response = await get(address)

    expect(response.status).toBe(status)
    expect(await response.json()).toMatchObject({ type, status })
  })
})

describe('the public edition', () => {
  const asked = '2026-08-01T09:00:00Z'

  async function published(suffix: string) {
    const app = await makeTestApp(officer)
    // Fifteen, of whom twelve live in Gwent and heard of us from a friend.
    const acts = Array.from({ length: 15 }, (_, index) => ({
      name: `yp-${index}`,
      does: 'asks' as const,
      at: asked,
      says: { authority: index < 12 ? 'gwent' : 'cwm-taf', source: index < 12 ? 'friend' : 'school' },
    }))
    await play(app, acts)
    app.setNow('2026-11-02T09:00:00Z')
    const url = new URL(`/api/reports/2026-27-q2${suffix}&language=en&edition=public`, 'http://localhost:4321')
    const period = url.pathname.split('/').at(-1)
    return GET({ locals: { app }, request: new Request(url), params: { period } } as unknown as APIContext)
  }

  test('holds rounded figures, and words for those that are withheld', async () => {
    const body = await (await published('.json?x=1')).json()
    const source = body.measures[4].parts[0].rows
    const row = (id: string) => source.find((each: { id: string }) => each.id === id).figures[0].period

    expect(body).toMatchObject({ edition: 'public', level: 'region' })
    expect(row('friend')).toEqual({ shape: 'count', count: { shown: 10 } })
    expect(row('school')).toEqual({ shape: 'count', count: { withheld: 'few' } })
    expect(row('carer')).toEqual({ shape: 'count', count: { shown: 0 } })
  })

  test('holds no table of finer answers, and nothing beside its period', async () => {
    const text = await (await published('.json?x=1')).text()

    expect(text).not.toMatch(/"id":"[\w-]*(spread|of-all)"|issue-agency|"beside":\{"shape"/)
  })

  test('gives a workbook with real numbers, which reads back as the CSV', async () => {
    const bytes = Buffer.from(await (await published('.xlsx?x=1')).arrayBuffer())
    const [figures, notes] = await readExcelFile(bytes)
    const csv = await (await published('.csv?x=1')).text()

    const data = figures?.data ?? []
    expect([figures?.sheet, notes?.sheet]).toEqual(['Figures', 'Notes'])
    expect(data.length).toBe(csv.trim().split('\r\n').length)
    const friend = data.find((line) => line[3] === 'M05' && line[6] === 'friend' && line[8] === 'all')
    const school = data.find((line) => line[3] === 'M05' && line[6] === 'school' && line[8] === 'all')
    expect([friend?.[13], school?.[13]]).toEqual([10, '1 to 7'])
  })
})

describe('a cell of the CSV', () => {
  test.each([
    ['=1+1', "'=1+1"],
    ['+44', "'+44"],
    ['-2', "'-2"],
    ['@SUM(A1)', "'@SUM(A1)"],
    [' =1', "' =1"],
    ['＝1', "'＝1"],
    ['\t=1', "'\t=1"],
    ['\0=1', "'\0=1"],
    ['\rx', '"\'\rx"'],
    ['a,b', '"a,b"'],
    ['say "ie"', '"say ""ie"""'],
    ['=HYPERLINK("x","y")', `"'=HYPERLINK(""x"",""y"")"`],
    ["Caerdydd a'r Fro", "Caerdydd a'r Fro"],
    [0, '0'],
    [66.7, '66.7'],
  ])('%j becomes %j', (value, cell) => {
    expect(toCell(value)).toBe(cell)
  })
})
