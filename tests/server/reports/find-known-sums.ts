import type { KnownSums } from '#domain/participation/known-sums.ts'
import type { WholeYear } from './whole-year.ts'

/** So many different values make it no chance that two numbers are the same everywhere. */
const VALUES_ENOUGH = 4

/**
 * Finds what anybody could know of these years: numbers that are the same in every report and area of every year, tables
 * whose rows make another number, and two numbers that make a third.
 */
export function findKnownSums(years: readonly WholeYear[]): KnownSums {
  const values = valuesByKey(years)
  const known = new Map<string, string[]>()
  for (const [key, each] of values) {
    if (!isEnough(each)) continue
    const name = each.join()
    known.set(name, [...(known.get(name) ?? []), key])
  }
  const firsts = [...known].map(([name, [first = '']]) => ({ first, values: name.split(',').map(Number) }))
  const firstOf = (each: readonly number[]) => known.get(each.join())?.[0]
  const tables = Map.groupBy(values.keys(), (key) => {
    const [table, , number] = key.split(' | ')
    return `${table} ${number}`
  })
  const byTable = [...tables.values()].flatMap((parts) => {
    const whole = firstOf(addUp(parts.map((key) => values.get(key) ?? [])))
    return parts.length > 1 && whole && !parts.includes(whole) ? [{ whole, parts }] : []
  })
  const byTwo = firsts.flatMap((one, index) =>
    firsts.slice(index).flatMap((other) => {
      const whole = firstOf(addUp([one.values, other.values]))
      return whole ? [{ whole, parts: [one.first, other.first] }] : []
    }),
  )
  return { same: [...known.values()].filter(({ length }) => length > 1), sums: [...byTable, ...byTwo] }
}

/** The values of each number that is published and adds up, in every report and area of every year, in one order. */
function valuesByKey(years: readonly WholeYear[]): ReadonlyMap<string, readonly number[]> {
  const published = years.flatMap((year) => [...year.published.keys()].map((name) => [year, name] as const))
  const places = [
    ...new Set(years.flatMap((year, index) => [...year.published.keys()].map((name) => `${index} ${placeOf(name)}`))),
  ].sort()
  const keys = new Set(published.map(([, name]) => keyOf(name)).filter((key) => !/ (distinct|hours)$/.test(key)))
  return new Map(
    [...keys].sort().map((key) => [
      key,
      places.map((place) => {
        const [year = '', report = '', area = ''] = place.split(/ (?=2025)| @ /)
        return years[Number(year)]?.counted.get(`${report} | ${key} | ${area}`) ?? 0
      }),
    ]),
  )
}

/** `2025-26-q1 | M02 total | all | count | north` is `M02 total | all | count` of `2025-26-q1 @ north`. */
function keyOf(name: string): string {
  return name.split(' | ').slice(1, -1).join(' | ')
}

function placeOf(name: string): string {
  const parts = name.split(' | ')
  return `${parts[0]} @ ${parts.at(-1)}`
}

function isEnough(values: readonly number[]): boolean {
  return new Set(values).size >= VALUES_ENOUGH
}

function addUp(lists: readonly (readonly number[])[]): readonly number[] {
  return (lists[0] ?? []).map((_, index) => lists.reduce((sum, list) => sum + (list[index] ?? 0), 0))
}
