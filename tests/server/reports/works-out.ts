import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import type { Figure } from '#domain/participation/figure.ts'
import { exact } from '#domain/participation/raw-count.ts'
import type { Report } from '#domain/participation/report.ts'
import type { Service } from '#domain/service/service.ts'
import { buildReport } from '#server/reports/build-report.ts'
import { makeTestApp } from '../../builders/test-app.ts'
import { type Act, play, without } from './records.ts'

/** What a table shows: rows that are not zero, each said shortly. */
export type Shown = Readonly<Record<string, number | string>>

type Working = {
  /** What the figures are, for a reader of the test. */
  readonly says: string
  readonly acts: readonly Act[]
  /** By table, the rows that are not zero, for the whole service. */
  readonly shows: Readonly<Record<string, Shown>>
  readonly period?: string
  readonly madeAt?: string
  readonly service?: Service
  readonly isFinal?: boolean
  /** Acts that stand there to show that they are not counted. */
  readonly uncounted?: readonly string[]
}

/**
 * Holds that a measure shows what was worked out by hand from these acts, and that it shows something else when any one
 * of them is left out: a figure that no record moves is no figure.
 */
export function worksOut(id: string, ...workings: readonly Working[]): void {
  describe(id, () => {
    for (const working of workings) {
      test(working.says, async () => {
        const shown = await shownBy(id, working, working.acts)

        expect(shown).toEqual(working.shows)
      })

      const counted = working.acts.filter(({ name }) => !working.uncounted?.includes(name))
      test.each(counted.map(({ name }) => name))(`${working.says}: moves without %s`, async (name) => {
        const shown = await shownBy(id, working, without(working.acts, name))

        expect(shown).not.toEqual(working.shows)
      })

      if (working.uncounted)
        test.each(working.uncounted)(`${working.says}: is the same without %s`, async (name) => {
          const shown = await shownBy(id, working, without(working.acts, name))

          expect(shown).toEqual(working.shows)
        })
    }
  })
}

async function shownBy(id: string, working: Working, acts: readonly Act[]) {
  const report = await reportAfter(acts, working)
  const measure = report.measures.find((each) => each.id === id)
  if (!measure) throw new Error(`no ${id}`)
  const tables = measure.parts.map(({ id: part, rows }) => {
    const shown = rows.map(({ id: row, figures }) => [row, sayShortly(figures[0]?.period)] as const)
    return [part, Object.fromEntries(shown.filter(([, says]) => !isNothing(says)))] as const
  })
  return Object.fromEntries(tables.filter(([, rows]) => Object.keys(rows).length > 0))
}

/** The report of a period after these acts. */
export async function reportAfter(
  acts: readonly Act[],
  {
    period = '2026-27-q3',
    madeAt = '2027-02-15T12:00:00Z',
    service,
    isFinal = false,
  }: Pick<Working, 'period' | 'madeAt' | 'service' | 'isFinal'> = {},
): Promise<Report> {
  const app = await makeTestApp({ now: '2024-01-01T09:00:00Z', ...(service && { service }) })
  // Nothing here is about what a crash would lose, and there are many of these.
  if (app.databaseType === 'sqlite') await sql`pragma synchronous = off`.execute(app.db)
  await play(app, acts)
  app.setNow(madeAt)
  const report = await buildReport(app, period, { level: 'authority', isFinal })
  await app.db.destroy()
  if (!report) throw new Error('no report')
  return report
}

/** `3/4`, `3/4, 4 of 5 answered`, `2.5 h`, `1 of: 24, 24, 24`, `1/2 less 1/4: 25 wide`; a number for a count. */
export function sayShortly(figure: Figure | undefined): number | string {
  if (!figure) throw new Error('no figure')
  switch (figure.shape) {
    case 'count':
    case 'distinct':
      return exact(figure.count)
    case 'hours':
      return `${exact(figure.minutes) / 60} h`
    case 'share': {
      const { response } = figure
      const answered = response ? `, ${exact(response.answered)} of ${exact(response.asked)} answered` : ''
      return `${exact(figure.numerator)}/${exact(figure.denominator)}${answered}`
    }
    case 'duration': {
      const { median, ninetieth, longest } = figure.hours ?? {}
      return `${exact(figure.of)} of: ${median}, ${ninetieth}, ${longest}`
    }
    case 'difference': {
      const [one, other] = [figure.respondents, figure.users].map(
        ({ numerator, denominator }) => `${exact(numerator)}/${exact(denominator)}`,
      )
      return `${one} less ${other}: ${figure.points ?? 'not known'}${figure.isWide ? ' wide' : ''}`
    }
  }
}

function isNothing(says: number | string): boolean {
  return says === 0 || says === '0 h' || /^0\/0(?:, 0 of 0 answered)?$|^0 of|^0\/\d* less 0\//.test(String(says))
}
