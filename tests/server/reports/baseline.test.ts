import { expect, test } from 'vitest'
import { loadService } from '#server/load-service.ts'
import { exactCells } from '#server/reports/exact-cells.ts'
import { exactLines } from '#server/reports/report-lines.ts'
import { sayReport } from '#server/reports/say-report.ts'
import { toTables } from '#server/reports/to-tables.ts'
import { asks } from './acts.ts'
import { reportAfter } from './works-out.ts'

const lewisham = loadService('lewisham-demo')

type Said = { readonly question: string | number; readonly choice: string | number }
const byChoice = (one: Said, other: Said) =>
  `${one.question} ${one.choice}`.localeCompare(`${other.question} ${other.choice}`)

/** The first so many of eighty are one thing, the next so many another. */
const nth = (index: number, ...parts: readonly (readonly [string, number])[]): string | undefined => {
  let before = 0
  for (const [value, count] of parts) {
    before += count
    if (index < before) return value
  }
  return undefined
}

/** @source LW-2.4: about 80 referrals; 54% F, 46% M; 35% disabled; 19, 15, 15 and 8% of four ethnic groups; mean age 17 */
test('the eighty referrals of the contract come out as the contract prints them', async () => {
  const acts = Array.from({ length: 80 }, (_, index) =>
    asks(`yp-${index}`, '2026-10-05T09:00:00Z', {
      authority: 'lewisham',
      age: 15 + (index % 5),
      gender: nth(index, ['girl', 43], ['boy', 37]) ?? 'rather-not-say',
      disability: nth(index, ['yes', 28], ['no', 52]) ?? 'not-sure',
      ethnicity:
        nth(index, ['white-british', 15], ['black-african', 12], ['other', 12], ['black-caribbean', 6]) ?? 'mixed',
    }),
  )

  const report = await reportAfter(acts, { service: lewisham })

  const measure = (id: string) => report.measures.find((each) => each.id === id)
  const percentOf = (question: string, choice: string) => {
    const rows = measure('M80')?.parts.find(({ id }) => id === question)?.rows
    const figure = rows?.find(({ id }) => id === choice)?.figures[0]?.period
    return figure?.shape === 'share' ? Math.round(figure.percent ?? 0) : undefined
  }
  const printed = lewisham.baselines.map(({ question, choice, percent }) => ({ question, choice, percent }))
  expect(printed.map(({ question, choice }) => ({ question, choice, percent: percentOf(question, choice) }))).toEqual(
    printed,
  )
  expect(measure('M02')?.parts[0]?.rows[0]?.figures[0]?.period).toEqual({ shape: 'count', count: 80 })
  const drawn = { report: sayReport(report, lewisham, 'en'), edition: exactCells }
  const profile = drawn.report.measures.find(({ id }) => id === 'M80')
  if (!profile) throw new Error('there is no profile')
  const lines = toTables(drawn, profile)
    .filter(({ id }) => ['M80-gender', 'M80-ethnicity', 'M80-disability'].includes(id))
    .flatMap(({ groups }) => groups.flatMap((group) => group.lines))
  // Each baseline stands beside the share that it is printed for, and no other line has one.
  expect(
    lines
      .map(({ cells }) => cells.at(-1))
      .filter((cell) => cell?.includes('LW-2.4'))
      .toSorted(),
  ).toEqual(lewisham.baselines.map(({ percent, source }) => `${percent}% (${source})`).toSorted())
  expect(
    exactLines(drawn.report)
      .filter(({ statistic }) => statistic === 'baseline-percent')
      .map(({ part, row, value }) => ({ question: part, choice: row, percent: value }))
      .toSorted(byChoice),
  ).toEqual(printed.toSorted(byChoice))
  // Ages are kept as bands: the mean of 17 lies in the band that holds the median.
  const ages = measure('M80')?.parts.find(({ id }) => id === 'age')?.rows
  expect(ages?.map(({ id, figures }) => [id, figures[0]?.period]).filter(([id]) => id === '16-17')).toEqual([
    ['16-17', { shape: 'count', count: 32 }],
  ])
}, 60_000)
