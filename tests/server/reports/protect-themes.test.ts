import { describe, expect, test } from 'vitest'
import type { AddsUp } from '#domain/participation/keep-back.ts'
import { agencyName, cellName, issueName, protectThemes, sumsOfThemes } from '#domain/participation/protect-themes.ts'
import { exact, type RawCount, rawCount } from '#domain/participation/raw-count.ts'
import { boundsOf, type PublishedCount, suppress } from '#domain/participation/suppress.ts'
import { attack } from './attacker.ts'

const issues = ['contact', 'money', 'school']
const agencies = ['health', 'education', 'housing']

/** Numbers that are the same every time. */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648
    return state / 2147483648
  }
}

/** A quarter's closed cases: each with themes and agencies of its own, as a closing has them. In half of all quarters one each. */
function aQuarter(seed: number) {
  const random = numbers(seed)
  const some = (list: readonly string[], chance: number) => {
    const found = list.filter(() => random() < chance)
    return found.length > 0 ? found : [list[Math.floor(random() * list.length)] ?? '']
  }
  const cases = Array.from({ length: 10 + Math.floor(random() * 50) }, () => ({
    issues: some(issues, seed % 2 === 0 ? 0.3 : 0),
    agencies: some(agencies, seed % 2 === 0 ? 0.25 : 0),
  }))
  const count = (is: (each: (typeof cases)[number]) => boolean) => rawCount(cases.filter(is).length)
  const total = (number: RawCount) => ({ count: number, published: suppress(number) })
  return {
    cells: issues
      .flatMap((issue) => agencies.map((agency) => ({ issue, agency })))
      .map((cell) => ({
        ...cell,
        count: count((each) => each.issues.includes(cell.issue) && each.agencies.includes(cell.agency)),
      })),
    issues: new Map(issues.map((issue) => [issue, total(count((each) => each.issues.includes(issue)))])),
    agencies: new Map(agencies.map((agency) => [agency, total(count((each) => each.agencies.includes(agency)))])),
  }
}

type Quarter = ReturnType<typeof aQuarter>

/** Seven cases about contact and six about money are thirteen about health: published as 15, it says six or seven of each. */
const tight: Quarter = {
  cells: [
    { issue: 'contact', agency: 'health', count: rawCount(7) },
    { issue: 'money', agency: 'health', count: rawCount(6) },
  ],
  issues: new Map(),
  agencies: new Map([['health', { count: rawCount(13), published: suppress(rawCount(13)) }]]),
}

/** The least number of values that is left for any number that is said to be one to seven. */
function fewestLeft(quarter: Quarter, shown: (cell: Quarter['cells'][number]) => PublishedCount): number {
  const published = new Map<string, PublishedCount>([
    ...quarter.cells.map((cell) => [cellName(cell), shown(cell)] as const),
    ...[...quarter.issues].map(([issue, total]) => [issueName(issue), total.published] as const),
    ...[...quarter.agencies].map(([agency, total]) => [agencyName(agency), total.published] as const),
  ])
  const sums: readonly AddsUp[] = sumsOfThemes(quarter)
  const shownNames = new Set(published.keys())
  for (const name of sums.flatMap(({ whole, parts }) => [whole, ...parts]))
    if (!published.has(name)) published.set(name, { withheld: 'kept-back' })
  const few = [...published].filter(([, count]) => 'withheld' in count && count.withheld === 'few')
  return Math.min(
    ...few.map(([name]) => {
      const { least, most } = attack(name, published, sums, (count, each) =>
        shownNames.has(each) ? boundsOf(count) : { least: 0, most: Number.POSITIVE_INFINITY },
      )
      return most - least + 1
    }),
  )
}

describe('themes by agency, for readers outside the contract', () => {
  const quarters = [tight, ...Array.from({ length: 40 }, (_, seed) => aQuarter(seed + 1))]

  test('leave three values and more for each withheld number, beside the totals that are published', () => {
    for (const quarter of quarters) {
      const safe = protectThemes(quarter)
      const shown = ({ issue, agency }: Quarter['cells'][number]) =>
        safe.find((cell) => cell.issue === issue && cell.agency === agency)?.count ?? { withheld: 'kept-back' as const }

      expect(fewestLeft(quarter, shown)).toBeGreaterThanOrEqual(3)
    }
  })

  test('would give some away if each were protected by itself', () => {
    const left = quarters.map((quarter) => fewestLeft(quarter, ({ count }) => suppress(count)))

    expect(Math.min(...left)).toBeLessThan(3)
  })

  test('show what need not be withheld', () => {
    const [shown, all] = [0, 1].map((which) =>
      quarters.reduce((sum, quarter) => {
        const safe = protectThemes(quarter)
        const those = quarter.cells.filter(({ count }) => exact(count) > 7)
        const kept = (cell: Quarter['cells'][number]) =>
          safe.some(({ issue, agency, count }) => issue === cell.issue && agency === cell.agency && 'shown' in count)
        return sum + (which === 1 ? those.length : those.filter(kept).length)
      }, 0),
    )

    expect(shown).toBeGreaterThan((all ?? 0) / 2)
  })
})
