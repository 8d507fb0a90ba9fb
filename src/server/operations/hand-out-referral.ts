import type { App } from '#server/app.ts'
import { type OpenedReferral, readReferral } from '#server/operations/inbox.ts'
import type { Staff } from '#server/sign-in/staff-sign-in.ts'
import { logAccess } from '#server/store/access-log.store.ts'

/**
 * Hands a referral's envelopes to a member of the audiences they are sealed to, and writes down that it did:
 * without the line in the log nothing is handed out.
 *
 * @returns undefined when there is no such referral, or it is on another desk.
 * @source DESIGN 7 "Every handing-out of an envelope is logged"
 */
export async function handOutReferral(
  app: App,
  staff: Pick<Staff, 'id' | 'roles'>,
  id: string,
): Promise<OpenedReferral | undefined> {
  const referral = await readReferral(app, id, staff)
  if (!referral) return undefined
  const records = [referral, ...referral.records]
    .filter(({ envelopes }) => envelopes.length > 0)
    .map((record) => record.id)
  await logAccess(app.db, { at: app.now(), staff: staff.id, act: 'opened-referral', records })
  return referral
}
