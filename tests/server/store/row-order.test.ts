import { sql } from 'kysely'
import { describe, expect, inject, test } from 'vitest'
import { hideRowOrder } from '#server/operations/hide-row-order.ts'
import { arrives } from '../../builders/desk.ts'
import { makeTestApp, type TestApp } from '../../builders/test-app.ts'

/** When a row was last written, as PostgreSQL counts: by the number of the transaction. */
const writers = async (app: TestApp, table: string, where = 'true') =>
  (await sql<{ xmin: string }>`select xmin::text from ${sql.table(table)} where ${sql.raw(where)}`.execute(app.db)).rows
    .map(({ xmin }) => xmin)
    .toSorted()

if (inject('postgresUrl') === undefined)
  describe('tables on SQLite', () => {
    test.each(['record', 'answer', 'envelope', 'tally', 'code'])('%s has no row numbers', async (table) => {
      const app = await makeTestApp()

      await expect(sql`select rowid from ${sql.table(table)}`.execute(app.db)).rejects.toThrow(/no such column: rowid/)
    })
  })
else
  describe('on PostgreSQL, once a day', () => {
    test('equality counts lose the trace of the referral that they came with', async () => {
      const app = await makeTestApp()
      await arrives(app, 'self-referral', { gender: 'girl' })
      await arrives(app, 'self-referral', { gender: 'boy' })
      const before = await writers(app, 'tally')

      await hideRowOrder(app)

      const [after, records] = [await writers(app, 'tally'), await writers(app, 'record')]
      expect([new Set(before).size, new Set(after).size]).toEqual([2, 1])
      expect(records.filter((writer) => before.includes(writer)).length).toBe(2)
      expect(records.filter((writer) => after.includes(writer))).toEqual([])
    })

    test('annual surveys lose the trace of what came before and after them', async () => {
      const app = await makeTestApp({ now: '2026-10-12T09:00:00.000Z' })
      for (let round = 0; round < 3; round += 1) {
        await arrives(app, 'self-referral')
        await arrives(app, 'annual-survey', { unfair: 'no', oneChange: 'dim' })
      }
      const surveys = () => writers(app, 'record', "form = 'annual-survey'")
      const before = await surveys()

      await hideRowOrder(app)

      expect([new Set(before).size, new Set(await surveys()).size]).toEqual([3, 1])
      const [survey] = await surveys()
      for (const table of ['answer', 'envelope', 'code'])
        expect(
          new Set(await writers(app, table, "record in (select id from record where form = 'annual-survey')")),
        ).toEqual(new Set([survey]))
    })

    test('and not twice on one day', async () => {
      const app = await makeTestApp()

      expect([await hideRowOrder(app), await hideRowOrder(app)]).toEqual([true, false])
    })
  })
