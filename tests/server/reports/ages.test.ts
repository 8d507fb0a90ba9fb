import { expect, test } from 'vitest'
import { asks } from './acts.ts'
import { reportAfter } from './works-out.ts'

/** @source LW-7.5 (11 to 16, 18, 21, 25), LW-2.4; a birthday moves a young person into the next band on the day they say so */
test('each birthday that a rule knows begins a band of the profile, and the year before ends one', async () => {
  const ages = [10, 11, 15, 16, 17, 18, 20, 21, 24, 25]
  const report = await reportAfter(ages.map((age) => asks(`yp-${age}`, '2026-10-05T09:00:00Z', { age })))

  const rows = report.measures.find(({ id }) => id === 'M80')?.parts.find(({ id }) => id === 'age')?.rows

  expect(rows?.map(({ id, figures }) => [id, figures[0]?.period])).toEqual(
    [
      ['0-5', 0],
      ['6-10', 1],
      ['11-15', 2],
      ['16-17', 2],
      ['18-20', 2],
      ['21-24', 2],
      ['25-over', 1],
      ['not-said', 0],
    ].map(([id, count]) => [id, { shape: 'count', count }]),
  )
})
