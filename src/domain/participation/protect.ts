import { type CountName, countsIn, partOf } from '#domain/participation/counts-in.ts'
import { type AddsUp, keepBack } from '#domain/participation/keep-back.ts'
import { knownSums } from '#domain/participation/known-sums.ts'
import { ALL } from '#domain/participation/measure.ts'
import { exact, type RawCount } from '#domain/participation/raw-count.ts'
import type { Report } from '#domain/participation/report.ts'
import type { PublishedCount } from '#domain/participation/suppress.ts'

/** An area and those that make it up. */
export type AreaSum = { readonly whole: string; readonly parts: readonly string[] }

/** Where a number of a report stands. */
export type Place = {
  readonly measure: string
  readonly part: string
  readonly row: string
  readonly number: CountName
  readonly area: string
}

/** A number as it may be published. @returns undefined for one that adds up with nothing. */
export type Protected = (place: Place) => PublishedCount | undefined

/** One number: of which report, which one, and of which area. */
type Cell = { readonly report: string; readonly key: string; readonly area: string; readonly count: RawCount }

/**
 * Protects all numbers of a report together with every sum that holds among them: rows and their table, areas and the
 * whole, a part and its whole, quarters and their year, tables that count the same.
 *
 * @param quarters - of a year: they were published before, and cannot be taken back.
 * @source DESIGN 9
 */
export function protect(report: Report, areas: readonly AreaSum[], quarters: readonly Report[]): Protected {
  const own = cellsOf('', report)
  const before = quarters.map((quarter, index) => cellsOf(`q${index + 1} `, quarter))
  const settled = new Map(before.flatMap((cells) => [...protectCells(cells, sumsIn(cells, areas))]))
  const cells = [own, ...before].flat()
  const sums = [...sumsIn(cells, areas), ...own.flatMap((cell) => sumOfQuarters(cell, before.length))]
  const published = protectCells(cells, sums, settled)
  return ({ area, ...place }) => published.get(nameOf({ report: '', key: keyOf(place), area }))
}

function keyOf({ measure, part, row, number }: Omit<Place, 'area'>): string {
  return `${measure} ${part} | ${row} | ${number}`
}

function nameOf({ report, key, area }: Omit<Cell, 'count'>): string {
  return `${report}${key} | ${area}`
}

function cellsOf(name: string, report: Report): readonly Cell[] {
  return report.measures.flatMap(({ id: measure, parts }) =>
    parts.flatMap(({ id: part, rows }) =>
      rows.flatMap(({ id: row, figures }) =>
        figures.flatMap(({ area, period }) =>
          countsIn(period).map(([number, count]) => ({
            report: name,
            key: keyOf({ measure, part, row, number }),
            area,
            count,
          })),
        ),
      ),
    ),
  )
}

/** What is the same number is one cell: it is published everywhere or nowhere. */
function protectCells(
  cells: readonly Cell[],
  sums: readonly AddsUp[],
  settled: ReadonlyMap<string, PublishedCount> = new Map(),
): ReadonlyMap<string, PublishedCount> {
  const counts = new Map(cells.map((cell) => [nameOf(cell), cell.count]))
  const oneNames = new Map(cells.map((cell) => [nameOf(cell), oneNameOf(cell, counts)]))
  const one = (name: string) => oneNames.get(name) ?? name
  const before = new Map([...settled].map(([name, count]) => [one(name), count]))
  const holding = sums
    .filter((sum) => doesAddUp(sum, counts))
    .map(({ whole, parts }) => ({ whole: one(whole), parts: parts.map(one) }))
    .filter(({ whole, parts }) => !parts.includes(whole))
  const published = keepBack(new Map([...counts].map(([name, count]) => [one(name), count])), holding, before)
  return new Map(
    [...oneNames].flatMap(([name, same]) => {
      const count = published.get(same)
      return count ? [[name, count] as const] : []
    }),
  )
}

const firstOfSame = new Map(
  knownSums.same.flatMap(([first = '', ...others]) => others.map((other) => [other, first] as const)),
)

/** The name under which the same number stands elsewhere, where it is the same here too. */
function oneNameOf(cell: Cell, counts: ReadonlyMap<string, RawCount>): string {
  const first = firstOfSame.get(cell.key)
  const name = first && nameOf({ ...cell, key: first })
  return name && counts.get(name) === cell.count ? name : nameOf(cell)
}

/** Every sum within the reports that these cells are of, whether it holds or not. */
function sumsIn(cells: readonly Cell[], areas: readonly AreaSum[]): readonly AddsUp[] {
  const reports = [...new Set(cells.map(({ report }) => report))]
  const keys = [...new Set(cells.map(({ key }) => key))]
  const places = [...new Set(cells.map(({ area }) => area))]
  const sums = [...knownSums.sums, ...keys.flatMap(partAndWhole), ...rowsAndTotals(keys)]
  return reports.flatMap((report) => [
    ...places.flatMap((area) =>
      sums.map(({ whole, parts }) => ({
        whole: nameOf({ report, key: whole, area }),
        parts: parts.map((key) => nameOf({ report, key, area })),
      })),
    ),
    ...keys.flatMap((key) =>
      areas.map(({ whole, parts }) => ({
        whole: nameOf({ report, key, area: whole }),
        parts: parts.map((area) => nameOf({ report, key, area })),
      })),
    ),
  ])
}

/** A part of a whole, and the rest of it, which is published nowhere. */
function partAndWhole(key: string): readonly AddsUp[] {
  return partOf
    .filter(([part]) => key.endsWith(` | ${part}`))
    .map(([part, whole]) => ({ whole: `${key.slice(0, -part.length)}${whole}`, parts: [key, `${REST} ${key}`] }))
}

const REST = 'the rest of'

/** The rows of a table that counts, and the count of its measure. */
function rowsAndTotals(keys: readonly string[]): readonly AddsUp[] {
  const tables = Map.groupBy(
    keys.filter((key) => key.endsWith(' | count')),
    (key) => key.split(' | ')[0] ?? '',
  )
  return [...tables].flatMap(([table, parts]) => {
    const whole = keyOf({ measure: table.split(' ')[0] ?? '', part: 'total', row: ALL, number: 'count' })
    return parts.includes(whole) ? [] : [{ whole, parts }]
  })
}

function sumOfQuarters({ key, area }: Cell, quarters: number): readonly AddsUp[] {
  if (quarters === 0) return []
  const parts = Array.from({ length: quarters }, (_, index) => nameOf({ report: `q${index + 1} `, key, area }))
  return [{ whole: nameOf({ report: '', key, area }), parts }]
}

/** Whether the exact numbers add up: what anybody may suppose is held to be known. */
function doesAddUp({ whole, parts }: AddsUp, counts: ReadonlyMap<string, RawCount>): boolean {
  const total = counts.get(whole)
  if (total === undefined || parts.length === 0) return false
  let sum = 0
  let hasRest = false
  for (const part of parts) {
    const count = counts.get(part)
    if (count !== undefined) sum += exact(count)
    else if (part.startsWith(REST)) hasRest = true
    else return false
  }
  return hasRest ? sum <= exact(total) : sum === exact(total)
}
