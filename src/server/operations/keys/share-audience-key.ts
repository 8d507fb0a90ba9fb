import type { WrappedKey } from '#domain/keys/keyring.ts'
import { audiencesOf } from '#domain/roles.ts'
import type { App } from '#server/app.ts'
import type { KeyResult } from '#server/operations/keys/create-audience-key.ts'
import type { Staff } from '#server/sign-in/staff-sign-in.ts'
import { logAccess } from '#server/store/access-log.store.ts'
import { findMemberKey, insertWrapped, listKeyring } from '#server/store/keys.store.ts'
import { rolesOf } from '#server/store/staff.store.ts'

type Parts = Pick<App, 'db' | 'now'>

/** Keys that a holder's browser has opened and sealed to a newcomer's own key. */
export type Sharing = {
  readonly member: string
  /** The newcomer's public key that the holder's browser sealed to. */
  readonly recipient: string
  readonly keys: readonly WrappedKey[]
}

/** Lets a newcomer open what their roles belong to. Only a holder can: the server has nothing to give. */
export async function shareAudienceKeys(
  app: Parts,
  holder: Pick<Staff, 'id'>,
  { member, recipient, keys }: Sharing,
): Promise<KeyResult> {
  const own = await listKeyring(app.db, holder.id)
  const belongsTo = audiencesOf(await rolesOf(app.db, member))
  if (keys.some((key) => !belongsTo.includes(key.audience))) return { ok: false, why: 'not-yours' }
  const holds = (key: WrappedKey) =>
    own.some(({ audience, generation }) => audience === key.audience && generation === key.generation)
  if (!keys.every(holds)) return { ok: false, why: 'no-such-key' }
  return app.db.transaction().execute(async (trx) => {
    const present = await findMemberKey(trx, member)
    if (!present) return { ok: false, why: 'no-member-key' }
    if (present.recipient !== recipient) return { ok: false, why: 'changed-meanwhile' }
    for (const key of keys) await insertWrapped(trx, member, key)
    await logAccess(trx, { at: app.now(), staff: holder.id, act: 'key-shared' })
    return { ok: true }
  })
}
