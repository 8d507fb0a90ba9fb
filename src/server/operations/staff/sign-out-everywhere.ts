import type { App } from '#server/app.ts'
import type { Staff } from '#server/sign-in/staff-sign-in.ts'
import { logAccess } from '#server/store/access-log.store.ts'

/** Ends every session of a member, this one too. */
export async function signOutEverywhere(
  app: Pick<App, 'db' | 'now' | 'signIn'>,
  staff: Pick<Staff, 'id'>,
): Promise<void> {
  await app.signIn.signOutEverywhere(staff.id)
  await logAccess(app.db, { at: app.now(), staff: staff.id, act: 'signed-out-everywhere' })
}
