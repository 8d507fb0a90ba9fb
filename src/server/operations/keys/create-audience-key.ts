import type { AudienceKey, WrappedKey } from '#domain/keys/keyring.ts'
import { audiencesOf } from '#domain/roles.ts'
import type { App } from '#server/app.ts'
import { SET_UP_CHANCE, WAITING_KEYS } from '#server/operations/keys/ensure-set-up.ts'
import { isForHolder, readWaitingKeys } from '#server/operations/keys/read-my-keys.ts'
import type { Staff } from '#server/sign-in/staff-sign-in.ts'
import { logAccess } from '#server/store/access-log.store.ts'
import { isUniqueViolation } from '#server/store/database.ts'
import { findMemberKey, insertAudienceKey, insertWrapped } from '#server/store/keys.store.ts'
import { deleteSetting } from '#server/store/setting.store.ts'

type Parts = Pick<App, 'db' | 'now'>
type Holder = Pick<Staff, 'id' | 'roles'>

/** Why a member cannot hold a key now. */
export type KeyRefusal = 'not-yours' | 'no-member-key' | 'key-exists' | 'no-such-key' | 'changed-meanwhile'
export type KeyResult = { readonly ok: true } | { readonly ok: false; readonly why: KeyRefusal }

/** The public keys of a new pair, and its private key wrapped for the member whose browser made it. */
export type NewAudienceKey = Omit<AudienceKey, 'generation' | 'rotationDue'> & Pick<WrappedKey, 'wrapped'>

/** Keeps an audience's first pair, made in its first holder's browser. From now on the service takes its forms. */
export async function createAudienceKey(app: Parts, holder: Holder, key: NewAudienceKey): Promise<KeyResult> {
  const refusal = await refusalFor(app, holder, key.audience)
  if (refusal) return { ok: false, why: refusal }
  const { wrapped, ...publicKeys } = key
  try {
    await app.db.transaction().execute(async (trx) => {
      await insertAudienceKey(trx, { ...publicKeys, generation: 1 }, app.now())
      await insertWrapped(trx, holder.id, { audience: key.audience, generation: 1, wrapped })
      await logAccess(trx, { at: app.now(), staff: holder.id, act: 'key-made' })
    })
    return { ok: true }
  } catch (error) {
    if (isUniqueViolation(error)) return { ok: false, why: 'key-exists' }
    throw error
  }
}

/**
 * Gives the demonstration's first keys to their first holder, whose browser has opened them with the set-up
 * link and wrapped them for its own key: all of them, so that none is lost, also those of audiences that the
 * holder is not in, to let a colleague in later. No envelope is handed to them for that. What was wrapped under
 * the link is then gone, and so is the link.
 */
export async function takeWaitingKeys(app: Parts, holder: Holder, keys: readonly WrappedKey[]): Promise<KeyResult> {
  const waiting = await readWaitingKeys(app)
  if (waiting.length === 0) return { ok: false, why: 'no-such-key' }
  if (!isForHolder(waiting, holder)) return { ok: false, why: 'not-yours' }
  if (!(await findMemberKey(app.db, holder.id))) return { ok: false, why: 'no-member-key' }
  const isEach = waiting.every((one) =>
    keys.some((key) => key.audience === one.audience && key.generation === one.generation),
  )
  if (!isEach || keys.length !== waiting.length) return { ok: false, why: 'no-such-key' }
  await app.db.transaction().execute(async (trx) => {
    for (const key of keys) await insertWrapped(trx, holder.id, key)
    await deleteSetting(trx, WAITING_KEYS)
    await deleteSetting(trx, SET_UP_CHANCE)
    await logAccess(trx, { at: app.now(), staff: holder.id, act: 'key-shared' })
  })
  return { ok: true }
}

async function refusalFor(
  app: Parts,
  holder: Holder,
  audience: AudienceKey['audience'],
): Promise<KeyRefusal | undefined> {
  if (!audiencesOf(holder.roles).includes(audience)) return 'not-yours'
  return (await findMemberKey(app.db, holder.id)) ? undefined : 'no-member-key'
}
