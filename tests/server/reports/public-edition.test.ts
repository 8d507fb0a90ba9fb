import { describe, expect, test } from 'vitest'
import type { AddsUp } from '#domain/participation/keep-back.ts'
import { publish } from '#domain/participation/publish.ts'
import { rawCount } from '#domain/participation/raw-count.ts'
import type { Report, ReportMeasure } from '#domain/participation/report.ts'
import { boundsOf, type PublishedCount } from '#domain/participation/suppress.ts'
import type { IsoDate } from '#domain/time/instant.ts'
import { attack } from './attacker.ts'

const regions = ['north', 'south', 'east']
const areas = ['all', ...regions]
/** Councils of two regions; the third region is one council. A year is published for them too, a quarter is not. */
const councils: Readonly<Record<string, readonly string[]>> = { north: ['n1', 'n2', 'n3'], south: ['s1', 's2'] }
const councilTree = Object.entries(councils).map(([whole, parts]) => ({ whole, parts }))
const councilsAndRegions = [...areas, ...Object.values(councils).flat()]
const rows = ['a', 'b', 'c', 'd']

/** Numbers that are the same every time, mostly small: what a real quarter looks like. */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648
    return state / 2147483648
  }
}

/** A measure with a total and four rows, in three regions; every sum is right. */
function aMeasure(cell: (row: string, area: string) => number, among = areas): ReportMeasure {
  const sumOf = (area: string, row: string): number =>
    partsOf(area, among)?.reduce((sum, part) => sum + sumOf(part, row), 0) ?? cell(row, area)
  const figures = (count: (area: string) => number) =>
    among.map((area) => {
      const figure = { shape: 'count', count: rawCount(count(area)) } as const
      return { area, period: figure, beside: figure }
    })
  return {
    id: 'M24',
    kind: 'output',
    sources: ['x'],
    target: 'no target',
    notes: [],
    parts: [
      {
        id: 'total',
        shape: 'count',
        rows: [{ id: 'all', figures: figures((area) => rows.reduce((sum, row) => sum + sumOf(area, row), 0)) }],
      },
      {
        id: 'reason',
        shape: 'count',
        rows: rows.map((row) => ({ id: row, figures: figures((area) => sumOf(area, row)) })),
      },
    ],
  }
}

/** The areas that make one up, where they are in the report too. */
function partsOf(area: string, among: readonly string[]): readonly string[] | undefined {
  const parts = area === 'all' ? regions : councils[area]
  return parts?.every((part) => among.includes(part)) ? parts : undefined
}

const aReport = (measure: ReportMeasure, among = areas): Report => ({
  service: 'test',
  edition: 'commissioner',
  period: { id: '2026-27', from: '2026-04-01' as IsoDate, until: '2027-03-31' as IsoDate },
  beside: { id: '2025-26', from: '2025-04-01' as IsoDate, until: '2026-03-31' as IsoDate, is: 'last-year' },
  level: 'region',
  madeAt: '2027-04-10T09:00:00.000Z' as Report['madeAt'],
  isProvisional: false,
  areas: among,
  measures: [measure],
})

/** A year: four quarters and what they add up to, as exact reports. */
function aYear(seed: number) {
  const random = numbers(seed)
  const tables = Array.from({ length: 4 }, () => {
    const cells = new Map(rows.flatMap((row) => regions.map((region) => [`${row} ${region}`, draw(random)] as const)))
    return (row: string, area: string) => cells.get(`${row} ${area}`) ?? 0
  })
  const whole = (row: string, area: string) => tables.reduce((sum, table) => sum + table(row, area), 0)
  return { quarters: tables.map((table) => aReport(aMeasure(table))), year: aReport(aMeasure(whole)) }
}

/** A year with councils: each quarter's regions are what their councils add up to. */
function aYearOfCouncils(seed: number) {
  const random = numbers(seed)
  const leaves = [...Object.values(councils).flat(), 'east']
  const tables = Array.from({ length: 4 }, () => {
    const cells = new Map(rows.flatMap((row) => leaves.map((leaf) => [`${row} ${leaf}`, drawFew(random)] as const)))
    return (row: string, area: string): number =>
      councils[area]?.reduce((sum, council) => sum + (cells.get(`${row} ${council}`) ?? 0), 0) ??
      cells.get(`${row} ${area}`) ??
      0
  })
  const whole = (row: string, area: string) => tables.reduce((sum, table) => sum + table(row, area), 0)
  return {
    quarters: tables.map((table) => aReport(aMeasure(table))),
    year: aReport(aMeasure(whole, councilsAndRegions), councilsAndRegions),
  }
}

/** Mostly none, so that a council's year is few too. */
function drawFew(random: () => number): number {
  const kind = random()
  if (kind < 0.55) return 0
  return kind < 0.9 ? 1 + Math.floor(random() * 4) : 8 + Math.floor(random() * 12)
}

/** Zero, few, or some. */
function draw(random: () => number): number {
  const kind = random()
  if (kind < 0.25) return 0
  return kind < 0.7 ? 1 + Math.floor(random() * 7) : 8 + Math.floor(random() * 12)
}

/** Everything published in a year, and every sum that anybody knows to hold. */
function published(editions: readonly ReturnType<typeof publish>[]) {
  const counts = new Map<string, PublishedCount>()
  const name = (edition: number, part: string, row: string, area: string) => `${edition} ${part} ${row} ${area}`
  for (const [edition, { measures }] of editions.entries())
    for (const part of measures[0]?.parts ?? [])
      for (const row of part.rows)
        for (const { area, period } of row.figures)
          if (period.shape === 'count') counts.set(name(edition, part.id, row.id, area), period.count)
  const sums: AddsUp[] = []
  for (const [edition, { areas: among }] of editions.entries()) {
    for (const { whole, parts } of among.includes('n1') ? councilTree : [])
      for (const [part, row] of [['total', 'all'], ...rows.map((each) => ['reason', each])] as const)
        sums.push({
          whole: name(edition, part ?? '', row ?? '', whole),
          parts: parts.map((council) => name(edition, part ?? '', row ?? '', council)),
        })
    for (const area of among)
      sums.push({
        whole: name(edition, 'total', 'all', area),
        parts: rows.map((row) => name(edition, 'reason', row, area)),
      })
    for (const row of rows)
      sums.push({
        whole: name(edition, 'reason', row, 'all'),
        parts: regions.map((region) => name(edition, 'reason', row, region)),
      })
    sums.push({
      whole: name(edition, 'total', 'all', 'all'),
      parts: regions.map((r) => name(edition, 'total', 'all', r)),
    })
  }
  for (const cell of [...counts.keys()].filter((each) => each.startsWith('4 '))) {
    const parts = [0, 1, 2, 3].map((quarter) => cell.replace('4 ', `${quarter} `))
    // A council stands in no quarter.
    if (parts.every((part) => counts.has(part))) sums.push({ whole: cell, parts })
  }
  return { counts, sums }
}

const tree = [{ whole: 'all', parts: regions }]
const isFew = (count: PublishedCount) => 'withheld' in count && count.withheld === 'few'

describe('an attacker with every figure of a year', () => {
  test.each(Array.from({ length: 24 }, (_, index) => index + 1))(
    'is left three values and more of each withheld one (year %i)',
    (seed) => {
      const { quarters, year } = aYear(seed)
      const editions = [
        ...quarters.map((quarter) => publish(quarter, { areas: tree })),
        publish(year, { areas: tree, quarters }),
      ]
      const { counts, sums } = published(editions)

      const few = [...counts].filter(([, count]) => isFew(count)).map(([name]) => name)
      const found = few.map((name) => ({ name, ...attack(name, counts, sums) }))

      expect(few.length).toBeGreaterThan(10)
      expect(found.filter(({ least, most }) => most - least + 1 < 3)).toEqual([])
    },
  )

  test.each(Array.from({ length: 12 }, (_, index) => index + 1))(
    'is left three values and more where the year is split by council too (year %i)',
    (seed) => {
      const { quarters, year } = aYearOfCouncils(seed)
      const editions = [
        ...quarters.map((quarter) => publish(quarter, { areas: tree })),
        publish(year, { areas: [...tree, ...councilTree], quarters }),
      ]
      const { counts, sums } = published(editions)

      const few = [...counts].filter(([, count]) => isFew(count)).map(([name]) => name)
      const found = few.map((name) => ({ name, ...attack(name, counts, sums) }))

      expect(few.some((name) => /^4 .* (n1|n2|n3|s1|s2)$/.test(name))).toBe(true)
      expect(found.filter(({ least, most }) => most - least + 1 < 3)).toEqual([])
    },
    60_000,
  )

  test('finds withheld ones when totals are not rounded', () => {
    const { quarters, year } = aYear(1)
    const exactTotals = new Map<string, number>()
    for (const [edition, { measures }] of [...quarters, year].entries())
      for (const part of measures[0]?.parts ?? [])
        for (const row of part.rows)
          for (const { area, period } of row.figures)
            if (period.shape === 'count' && (part.id === 'total' || area === 'all'))
              exactTotals.set(`${edition} ${part.id} ${row.id} ${area}`, Number(period.count))
    const { counts, sums } = published([
      ...quarters.map((quarter) => publish(quarter, { areas: tree })),
      publish(year, { areas: tree, quarters }),
    ])
    const bounds = (count: PublishedCount, name: string) => {
      const total = exactTotals.get(name)
      return total === undefined ? boundsOf(count) : { least: total, most: total }
    }

    const few = [...counts].filter(([name, count]) => isFew(count) && !exactTotals.has(name)).map(([name]) => name)
    const known = few.map((name) => attack(name, counts, sums, bounds)).filter(({ least, most }) => least === most)

    expect(known.length).toBeGreaterThan(0)
  })
})
