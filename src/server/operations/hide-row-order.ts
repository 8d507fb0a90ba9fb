import { londonDay } from '#domain/time/instant.ts'
import type { App } from '#server/app.ts'
import { rewriteUntimed } from '#server/store/row-order.store.ts'
import { findSetting, replaceSetting } from '#server/store/setting.store.ts'

const LAST = 'row-order-hidden-on'

/**
 * Once a day, on PostgreSQL: takes from surveys and equality counts the trace of when they came. On SQLite there is
 * none: those tables have no row numbers.
 *
 * @returns false when there was nothing to do.
 * @source H12
 */
export async function hideRowOrder(app: Pick<App, 'db' | 'databaseType' | 'forms' | 'now'>): Promise<boolean> {
  if (app.databaseType === 'sqlite') return false
  const today = londonDay(app.now())
  if ((await findSetting(app.db, LAST)) === today) return false
  await replaceSetting(app.db, LAST, today)
  await rewriteUntimed(
    app.db,
    [...app.forms.values()].filter(({ survey }) => survey !== undefined).map(({ id }) => id),
  )
  return true
}
