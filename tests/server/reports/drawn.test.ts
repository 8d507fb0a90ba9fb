import { beforeAll, describe, expect, test } from 'vitest'
import { languages } from '#domain/language/language.ts'
import { pictured } from '#domain/participation/pictured.ts'
import { publish } from '#domain/participation/publish.ts'
import type { Report } from '#domain/participation/report.ts'
import { loadService } from '#server/load-service.ts'
import { allMeasures } from '#server/reports/all-measures.ts'
import { drawBars } from '#server/reports/draw-bars.ts'
import { drawReport } from '#server/reports/draw-report.ts'
import { exactCells } from '#server/reports/exact-cells.ts'
import { publishedCells } from '#server/reports/published-cells.ts'
import { sayReport } from '#server/reports/say-report.ts'
import { sharesBesideTargets, standingsOf, summaryOf } from '#server/reports/summary.ts'
import { asks, closes, does } from './acts.ts'
import { reportAfter } from './works-out.ts'

const service = loadService('cymru-demo')

/** Eight who heard of us from a friend and two from a carer; all but one reached in time. */
const ten = Array.from({ length: 10 }, (_, index) => `yp-${index}`).flatMap((name, index) => [
  asks(name, '2026-10-05T08:00:00Z', { source: index < 8 ? 'friend' : 'carer', age: 12 }),
  does('screening', `${name}/accepted`, '2026-10-05T09:00:00Z', { decision: 'accepted' }),
  does('contact', `${name}/reached`, index === 0 ? '2026-10-09T09:00:00Z' : '2026-10-06T09:00:00Z', {
    outcome: 'reached',
    method: 'call',
  }),
])

const exactly = (report: Report) => ({ report: sayReport(report, service, 'en'), edition: exactCells })
const publicly = (report: Report) => {
  const areas = [{ whole: 'all', parts: report.areas.filter((area) => area !== 'all') }]
  return { report: sayReport(publish(report, { areas }), service, 'en'), edition: publishedCells }
}
const measureOf = (drawn: ReturnType<typeof drawReport>, id: string) =>
  drawn.flatMap(({ measures }) => measures).find((measure) => measure.id === id)

let report: Report
beforeAll(async () => {
  report = await reportAfter(ten)
})

describe('a drawn report', () => {
  test('has every measure once, and a sentence for what nobody recorded', () => {
    const drawn = drawReport(exactly(report), service)

    expect(drawn.flatMap(({ measures }) => measures.map(({ id }) => id)).toSorted()).toEqual(
      allMeasures.map(({ id }) => id),
    )
    expect(measureOf(drawn, 'M28')).toMatchObject({ tables: [], nothing: 'Nothing was recorded.' })
    for (const { tables, nothing } of drawn.flatMap(({ measures }) => measures))
      expect(tables.length > 0 || nothing !== undefined).toBe(true)
  })

  test('names rows in which nobody was counted together, and loses none', () => {
    const drawn = drawReport(exactly(report), service)

    const group = measureOf(drawn, 'M05')?.tables[0]?.groups[0]

    expect(group?.lines.map(({ heads, cells }) => [heads[0]?.text, cells[0]])).toEqual([
      ['Carer', '2'],
      ['Friend', '8'],
    ])
    expect(group?.none?.split('; ').length).toBe(service.sources.length - 2 + 1)
    expect(group?.none).toContain('School or college')
  })

  test('says first what matters, and which targets were reached', () => {
    const drawn = exactly(report)

    const inTime = summaryOf(drawn).find(({ id }) => id === 'M08')

    expect(inTime?.results[0]).toBe('90.0% (9 of 10)')
    expect(inTime?.target).toBe('100%')
    expect(standingsOf(drawn)).toMatchObject({ M08: 'not-met' })
  })
})

describe('the layout of four aims', () => {
  test('has every row of Appendix 1, with its target where the contract sets one, and a result', async () => {
    const lewisham = loadService('lewisham-demo')
    const empty = await reportAfter([], { service: lewisham })
    const drawn = { report: sayReport(empty, lewisham, 'en'), edition: exactCells }
    const rows = drawReport(drawn, lewisham)
      .filter(({ id }) => id !== 'more')
      .flatMap(({ measures }) => measures)

    // @source LW-A1.1 to LW-A1.36 without LW-A1.22: the rows that carry a target
    expect(
      rows.flatMap(
        ({ id, facts }) =>
          /Target: ([^ ]+) /
            .exec(facts)
            ?.slice(1)
            .map((target) => [id, target]) ?? [],
      ),
    ).toEqual([
      ['M36', '100%'],
      ['M37', '80%'],
      ['M38', '80%'],
      ['M39', '80%'],
      ['M40', '80%'],
      ['M41', '100%'],
      ['M43', '100%'],
      ['M44', '80%'],
      ['M45', '80%'],
      ['M46', '80%'],
      ['M47', '0'],
      ['M48', '0'],
      ['M49', '100%'],
      ['M50', '100%'],
      ['M51', '80%'],
      ['M52', '80%'],
      ['M21', '1000'],
      ['M22', '60–80'],
      ['M08', '100%'],
    ])
    expect(rows.map(({ tables, nothing }) => tables.length > 0 || nothing)).not.toContain(undefined)
  })
})

describe('themes by agency', () => {
  test('are one table: what a case was about down, the agency across', async () => {
    const acts = [
      asks('yp-1', '2026-10-05T08:00:00Z', { age: 12 }),
      does('screening', 'yp-1/accepted', '2026-10-05T09:00:00Z', { decision: 'accepted' }),
      closes('yp-1', '2026-11-02T08:00:00Z', { issues: ['health', 'meetings'], agencies: ['health', 'education'] }),
    ]
    const themes = measureOf(drawReport(exactly(await reportAfter(acts)), service), 'M53')

    const table = themes?.tables.find(({ id }) => id === 'M53-issue-agency')

    expect(table?.groups[0]?.lines.map(({ heads, cells }) => [heads[0]?.text, ...cells])).toEqual([
      ['Health', '1', '1'],
      ['Meetings and decisions', '1', '1'],
    ])
    expect(table?.head[0]?.length).toBe(3)
  })
})

describe('the pictures of a report', () => {
  test('draw each row with its number in words', () => {
    const drawn = drawReport(exactly(report), service)

    expect(measureOf(drawn, 'M05')?.pictures[0]?.bars).toEqual([
      { name: 'Carer', length: 2, says: '2' },
      { name: 'Friend', length: 8, says: '8' },
    ])
  })

  test('of the public edition have no bar where a number is withheld, and no exact length', async () => {
    const sources = [...Array(12).fill('friend'), ...Array(13).fill('school'), 'carer', 'carer', 'helpline', 'helpline']
    const acts = sources.map((source, index) => asks(`yp-${index}`, '2026-10-05T08:00:00Z', { source, age: 12 }))
    const drawn = drawReport(publicly(await reportAfter(acts)), service)

    expect(measureOf(drawn, 'M05')?.pictures[0]?.bars).toEqual([
      { name: 'Carer', says: '1 to 7' },
      { name: 'Friend', length: 10, says: '10' },
      { name: 'School or college', length: 15, says: '15' },
      { name: 'A helpline', says: '1 to 7' },
    ])
  })

  test('are left out where no two numbers are left to compare', () => {
    const drawn = drawReport(publicly(report), service)

    expect(measureOf(drawn, 'M05')).toMatchObject({ pictures: [], tables: [{ id: 'M05-counts' }] })
  })

  test('have no style of their own, which our content security policy refuses', () => {
    const drawn = exactly(report)
    const targets = sharesBesideTargets(drawn)
    if (!targets) throw new Error('no picture of the targets')

    const svg = drawBars(targets)

    expect(svg).toMatch(/^<svg [^>]*role="img"/)
    expect(svg).toContain('class="chart-bar"')
    expect(svg).toContain('class="chart-target"')
    expect(svg).toContain('90.0% (9 of 10), target 100%')
    expect(svg).not.toMatch(/style|<script|font-family/)
  })

  test.each(languages)('keep what a name holds in words, not in marks (%s)', (language) => {
    const name = language === 'cy' ? 'Tŷ & <b>gŵyl</b>' : 'House & <b>feast</b>'
    const svg = drawBars({ id: 'x', title: name, unit: 'number', bars: [{ name, length: 1, says: '1' }] })

    expect(svg).not.toContain('<b>gŵyl</b></text>')
    expect(svg).toContain('&lt;b&gt;')
  })

  test('are of tables that there are', () => {
    for (const [id, parts] of Object.entries(pictured))
      expect(allMeasures.find((measure) => measure.id === id)?.parts.map((part) => part.id)).toEqual(
        expect.arrayContaining([...(parts ?? [])]),
      )
  })
})
