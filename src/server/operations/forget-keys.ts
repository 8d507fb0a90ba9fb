import type { App } from '#server/app.ts'
import { deleteExpiredCodes } from '#server/store/code.store.ts'

/**
 * Forgets the idempotency keys of surveys whose time is over: from then on nothing in the database says with which
 * sending a survey came. To be asked for at start and every hour after.
 *
 * @returns how many were forgotten.
 * @source DESIGN 6 "code": gone after 24 hours for surveys; H12
 */
export async function forgetKeys(app: Pick<App, 'db' | 'now'>): Promise<number> {
  return deleteExpiredCodes(app.db, app.now())
}
