import { expect, test } from 'vitest'
import { loadService } from '#server/load-service.ts'
import { asks } from './acts.ts'
import { reportAfter } from './works-out.ts'

const lewisham = loadService('lewisham-demo')

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
  // Ages are kept as bands: the mean of 17 lies in the band that holds the median.
  const ages = measure('M80')?.parts.find(({ id }) => id === 'age')?.rows
  expect(ages?.map(({ id, figures }) => [id, figures[0]?.period]).filter(([id]) => id === '16-17')).toEqual([
    ['16-17', { shape: 'count', count: 32 }],
  ])
}, 60_000)
