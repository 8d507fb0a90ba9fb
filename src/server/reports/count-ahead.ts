import { quarterBefore, quarterOf } from '#domain/participation/period.ts'
import type { App } from '#server/app.ts'

/** With fewer records a report is there before anybody would wait for it. */
const MANY_RECORDS = 50_000

/**
 * Counts what will be asked for: this quarter, and the one that is over, where there is so much to count that
 * whoever asks first would wait for it. What was counted is kept, and only what changed is counted again.
 *
 * @source DESIGN 12 "A quarter's full report over 1,000,000 records"
 */
export async function countAhead({ db, reports, now }: Pick<App, 'db' | 'reports' | 'now'>): Promise<void> {
  const many = await db.selectFrom('record').select('id').limit(1).offset(MANY_RECORDS).executeTakeFirst()
  if (!many) return
  const quarter = quarterOf(now())
  for (const period of [quarter, quarterBefore(quarter)]) await reports.build(period, { level: 'authority' })
}
