import { beforeAll, describe, expect, inject, test } from 'vitest'
import { knownSums } from '#domain/participation/known-sums.ts'
import { publicLines } from '#server/reports/report-lines.ts'
import { reportWords } from '#server/reports/report-words.ts'
import { sayReport } from '#server/reports/say-report.ts'
import { attackWholeYear } from './attack-whole-year.ts'
import { findKnownSums } from './find-known-sums.ts'
import { twoLevels, type WholeYear, wholeYear } from './whole-year.ts'

const service = twoLevels()
const regions = [...Map.groupBy(service.authorities, ({ region }) => region)].map(([whole, those]) => ({
  whole,
  parts: those.map(({ id }) => id),
}))
const areas = [
  { whole: 'all', parts: [...regions.map(({ whole }) => whole), 'not-known'] },
  ...regions.filter(({ whole, parts }) => !parts.includes(whole)),
]

/** A year of a small service, of a middling one, and of one with more. */
const CASES = [90, 150, 220]

/** The same numbers every time. */
function chanceOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648
    return state / 2147483648
  }
}

// Nothing in it hangs on the database: once is enough.
describe.skipIf(inject('postgresUrl') !== undefined)('a whole year of public editions', { timeout: 300_000 }, () => {
  const years: WholeYear[] = []

  beforeAll(async () => {
    for (const cases of CASES) years.push(await wholeYear(cases, service))
  }, 300_000)

  test('hangs together as the file of known sums says', () => {
    // When measures change: write what is found into src/domain/participation/known-sums.json.
    expect(findKnownSums(years)).toEqual(knownSums)
  })

  test('says the same in its lines as in its figures: no format gives away more', () => {
    for (const { published } of years[1]?.reports ?? []) {
      const said = sayReport(published, service, 'en')
      const words = reportWords('en').withheld
      const figures = published.measures.flatMap(({ parts }) =>
        parts.flatMap(({ rows }) =>
          rows.flatMap(({ figures: each }) => each.map(({ period }) => JSON.stringify(period))),
        ),
      )
      const shown = new Set(
        figures.flatMap((figure) => [...figure.matchAll(/-?\d+(?:\.\d+)?/g)].map(([number]) => number)),
      )
      const lines = publicLines(said)

      expect(lines.length).toBeGreaterThan(1000)
      for (const { numerator, denominator, value, statistic } of lines)
        for (const cell of [numerator, denominator, value])
          expect(
            statistic === 'baseline-percent' ||
              cell === '' ||
              Object.values(words).includes(String(cell)) ||
              shown.has(String(cell)),
            String(cell),
          ).toBe(true)
    }
  })

  test.each(CASES)(
    'leaves whoever takes all its figures together three values and more of each that is withheld (%i cases)',
    (cases) => {
      const year = years[CASES.indexOf(cases)] as WholeYear
      const found = attackWholeYear(year, { areas }, chanceOf(1))

      expect(found.length).toBeGreaterThan(1000)
      expect(found.filter(({ values }) => values < 3)).toEqual([])
    },
  )

  test.each(CASES)('keeps back nothing that is 0, which the attack reckons with (%i cases)', (cases) => {
    const { published, counted } = years[CASES.indexOf(cases)] as WholeYear
    const kept = [...published].filter(([, count]) => 'withheld' in count && count.withheld === 'kept-back')

    expect(kept.length).toBeGreaterThan(100)
    expect(kept.filter(([name]) => counted.get(name) === 0)).toEqual([])
  })
})
