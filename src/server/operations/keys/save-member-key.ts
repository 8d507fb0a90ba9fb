import type { MemberKey } from '#domain/keys/keyring.ts'
import type { App } from '#server/app.ts'
import type { Staff } from '#server/sign-in/staff-sign-in.ts'
import { logAccess } from '#server/store/access-log.store.ts'
import { isUniqueViolation } from '#server/store/database.ts'
import { deleteKeysOf, HOLDERS, insertMemberKey, listHoldings } from '#server/store/keys.store.ts'
import { oneAtATime } from '#server/store/setting.store.ts'

type Parts = Pick<App, 'db' | 'now'>

/**
 * Keeps the key that a member's browser has made.
 *
 * @returns false when the member has one already.
 */
export async function saveMemberKey(app: Parts, staff: Pick<Staff, 'id'>, key: MemberKey): Promise<boolean> {
  try {
    await app.db.transaction().execute(async (trx) => {
      await insertMemberKey(trx, staff.id, key, app.now())
      await logAccess(trx, { at: app.now(), staff: staff.id, act: 'key-made' })
    })
    return true
  } catch (error) {
    if (isUniqueViolation(error)) return false
    throw error
  }
}

/**
 * Forgets a member's key because they have lost its passphrase; another member has to let them in again.
 *
 * @returns false when they alone hold a key: forgetting it would shut the service out of its own envelopes.
 */
export async function forgetMemberKey(app: Parts, staff: Pick<Staff, 'id'>): Promise<boolean> {
  return app.db.transaction().execute(async (trx) => {
    // Two last holders who both forget at once must not each count on the other.
    await oneAtATime(trx, HOLDERS)
    const holdings = await listHoldings(trx)
    const isAlone = holdings
      .filter(({ member }) => member === staff.id)
      .some((own) => !holdings.some((other) => other.member !== staff.id && isSameKey(own, other)))
    if (isAlone) return false
    await deleteKeysOf(trx, staff.id)
    await logAccess(trx, { at: app.now(), staff: staff.id, act: 'key-forgotten' })
    return true
  })
}

type KeyName = { readonly audience: string; readonly generation: number }

function isSameKey(a: KeyName, b: KeyName): boolean {
  return a.audience === b.audience && a.generation === b.generation
}
