import highsLoader from 'highs'
import { joining } from '#domain/joining.ts'
import type { AddsUp } from '#domain/participation/keep-back.ts'
import { knownSums } from '#domain/participation/known-sums.ts'
import { boundsOf } from '#domain/participation/suppress.ts'
import { type CellName, cellName, type WholeYear } from './whole-year.ts'

const highs = await highsLoader()

/** What an attacker knows of how a year's figures hang together. */
export type Knowing = {
  /** Which areas make up which. */
  readonly areas: readonly { readonly whole: string; readonly parts: readonly string[] }[]
}

/** A withheld number, and how many values of it are known to be possible. */
export type Found = { readonly name: CellName; readonly values: number }

/** Whole solutions that are looked for at first, each with aims drawn by lot; what still has few values is then looked at by itself. */
const SOLUTIONS = 8

/**
 * Takes all figures of a year together, with every sum that anybody can know, and finds for each number that is withheld
 * as few how many values it can have: each is in a whole solution, so it is possible. A number with fewer than three after
 * many solutions is looked at by itself, by the least and the most it can be.
 */
export function attackWholeYear(year: WholeYear, { areas }: Knowing, chance: () => number): readonly Found[] {
  const one = sameCells(year)
  const sums = [...sumsOf(year, areas)].map(({ whole, parts }) => ({ whole: one(whole), parts: parts.map(one) }))
  const bounds = new Map([...year.published].map(([name, count]) => [one(name), boundsOf(count)]))
  const isFixed = (name: CellName) => bounds.get(name)?.most === 0
  const open = sums
    .map(({ whole, parts }) => ({ whole, parts: parts.filter((part) => !isFixed(part)) }))
    .filter(
      ({ whole, parts }) => !(isFixed(whole) && parts.length === 0) && !(parts.length === 1 && parts[0] === whole),
    )
  const few = [...year.published].filter(([, count]) => 'withheld' in count && count.withheld === 'few')
  const wanted = new Set(few.map(([name]) => one(name)))
  const values = new Map<CellName, Set<number>>([...wanted].map((name) => [name, new Set()]))
  for (const component of componentsOf(open, [...wanted])) {
    const solve = solver(component, bounds)
    const inIt = component.cells.filter((name) => wanted.has(name))
    if (inIt.length === 0) continue
    const note = (solution: ReadonlyMap<CellName, number>) => {
      for (const name of inIt) values.get(name)?.add(solution.get(name) ?? 0)
    }
    for (let index = 0; index < SOLUTIONS; index += 1)
      note(solve(new Map(component.cells.map((name) => [name, chance() < 0.5 ? 1 : -1]))))
    for (const name of inIt)
      for (const aim of [1, -1]) if ((values.get(name)?.size ?? 0) < 3) note(solve(new Map([[name, aim]])))
  }
  return [...values].map(([name, those]) => ({ name, values: those.size === 2 ? between(those) : those.size }))
}

/** What lies between two possible numbers is possible too, or as good as. */
function between(values: ReadonlySet<number>): number {
  return Math.max(...values) - Math.min(...values) + 1
}

const quarters = [1, 2, 3, 4].map((quarter) => `2025-26-q${quarter}`)
const reports = [...quarters, '2025-26']

function* sumsOf({ counted, published }: WholeYear, areas: Knowing['areas']): Generator<AddsUp> {
  const keys = new Set([...published.keys()].map((name) => name.split(' | ').slice(1, -1).join(' | ')))
  const places = new Set([...published.keys()].map((name) => name.split(' | ').at(-1) ?? ''))
  const additive = [...keys].filter((key) => !/ (distinct|hours)$/.test(key))
  const holds = ({ whole, parts }: AddsUp) =>
    published.has(whole) &&
    parts.every((part) => published.has(part)) &&
    parts.reduce((sum, part) => sum + (counted.get(part) ?? 0), 0) === counted.get(whole)
  const tables = Map.groupBy(
    additive.filter((key) => key.endsWith(' | count')),
    (key) => key.split(' | ')[0] ?? '',
  )
  const rows = [...tables].map(([table, parts]) => ({ whole: `${table.split(' ')[0]} total | all | count`, parts }))
  const all: AddsUp[] = [
    ...reports.flatMap((report) => [
      ...[...places].flatMap((area) =>
        [...knownSums.sums, ...rows].map(({ whole, parts }) => ({
          whole: cellName(report, whole, area),
          parts: parts.map((key) => cellName(report, key, area)),
        })),
      ),
      ...additive.flatMap((key) =>
        areas.map(({ whole, parts }) => ({
          whole: cellName(report, key, whole),
          parts: parts.map((area) => cellName(report, key, area)),
        })),
      ),
    ]),
    ...additive.flatMap((key) =>
      [...places].map((area) => ({
        whole: cellName('2025-26', key, area),
        parts: quarters.map((quarter) => cellName(quarter, key, area)),
      })),
    ),
  ]
  yield* all.filter(holds)
}

/** Numbers that anybody knows to be the same are one. */
function sameCells({ counted, published }: WholeYear): (name: CellName) => CellName {
  const firsts = new Map(
    knownSums.same.flatMap(([first = '', ...others]) => others.map((other) => [other, first] as const)),
  )
  return (name) => {
    const [report = '', ...rest] = name.split(' | ')
    const first = firsts.get(rest.slice(0, -1).join(' | '))
    const other = first && cellName(report, first, rest.at(-1) ?? '')
    return other && published.has(other) && counted.get(other) === counted.get(name) ? other : name
  }
}

type Component = { readonly cells: readonly CellName[]; readonly sums: readonly AddsUp[] }

function componentsOf(sums: readonly AddsUp[], wanted: readonly CellName[]): readonly Component[] {
  const { join, rootOf } = joining()
  for (const { whole, parts } of sums) for (const part of parts) join(whole, part)
  const cells = new Set([...wanted, ...sums.flatMap(({ whole, parts }) => [whole, ...parts])])
  const sumsByRoot = Map.groupBy(sums, ({ whole }) => rootOf(whole))
  return [...Map.groupBy(cells, rootOf)].map(([root, those]) => ({ cells: those, sums: sumsByRoot.get(root) ?? [] }))
}

type Bounds = ReadonlyMap<CellName, { readonly least: number; readonly most: number }>

/** A solver of one component: a whole number for every cell, as large (1) or small (-1) as the aims would have them. */
function solver({ cells, sums }: Component, bounds: Bounds) {
  const names = new Map(cells.map((name, index) => [name, `x${index}`]))
  const of = (name: CellName) => names.get(name) ?? ''
  const rows = sums.map(({ whole, parts }, index) => ` c${index}: ${parts.map(of).join(' + ')} - ${of(whole)} = 0`)
  const limits = cells.map((name) => {
    const { least, most } = bounds.get(name) ?? { least: 0, most: Number.POSITIVE_INFINITY }
    // Nothing of a year so small is larger.
    return ` ${least} <= ${of(name)} <= ${Number.isFinite(most) ? most : 9999}`
  })
  return (aims: ReadonlyMap<CellName, number>): ReadonlyMap<CellName, number> => {
    const objective = [...aims].map(([name, aim]) => `${aim < 0 ? '-' : '+'} ${of(name)}`).join(' ')
    const model = [
      'Maximize',
      ` obj: ${objective}`,
      'Subject To',
      ...rows,
      'Bounds',
      ...limits,
      'General',
      ` ${[...names.values()].join(' ')}`,
      'End',
    ].join('\n')
    const { Status, Columns } = highs.solve(model)
    if (Status !== 'Optimal') throw new Error(`an attack on ${cells.length} numbers came to nothing: ${Status}`)
    return new Map(cells.map((name) => [name, Math.round((Columns[of(name)] as { Primal: number }).Primal)]))
  }
}
