import type { Audience } from '#domain/audience.ts'
import type { App } from '#server/app.ts'
import type { KeyResult } from '#server/operations/keys/create-audience-key.ts'
import type { Staff } from '#server/sign-in/staff-sign-in.ts'
import { logAccess } from '#server/store/access-log.store.ts'
import {
  insertAudienceKey,
  insertWrapped,
  listAudienceKeys,
  listHoldings,
  retireAudienceKey,
} from '#server/store/keys.store.ts'

type Parts = Pick<App, 'db' | 'now'>

/** The next pair of an audience: its public key, and its private key wrapped for each present holder. */
export type Rotation = {
  readonly audience: Audience
  /** The present generation that the holder's browser saw. */
  readonly after: number
  readonly recipient: string
  readonly wrapped: readonly { readonly member: string; readonly wrapped: string }[]
}

/**
 * Puts the next pair of an audience in the place of the present one. The recovery key, which is on paper,
 * stays; so does every holder. What was sealed before stays readable with the earlier keys.
 */
export async function rotateAudienceKey(
  app: Parts,
  holder: Pick<Staff, 'id'>,
  { audience, after, recipient, wrapped }: Rotation,
): Promise<KeyResult> {
  return app.db.transaction().execute(async (trx) => {
    const present = (await listAudienceKeys(trx)).find((key) => key.audience === audience)
    if (present?.generation !== after) return { ok: false, why: 'changed-meanwhile' }
    const holders = (await listHoldings(trx))
      .filter((holding) => holding.audience === audience && holding.generation === after)
      .map(({ member }) => member)
    if (!holders.includes(holder.id)) return { ok: false, why: 'not-yours' }
    if (
      !isSameSet(
        holders,
        wrapped.map(({ member }) => member),
      )
    )
      return { ok: false, why: 'changed-meanwhile' }
    if (!(await retireAudienceKey(trx, present, app.now()))) return { ok: false, why: 'changed-meanwhile' }
    const generation = after + 1
    const { recoveryRecipient } = present
    await insertAudienceKey(trx, { audience, generation, recipient, recoveryRecipient }, app.now())
    for (const one of wrapped) await insertWrapped(trx, one.member, { audience, generation, wrapped: one.wrapped })
    await logAccess(trx, { at: app.now(), staff: holder.id, act: 'key-rotated' })
    return { ok: true }
  })
}

function isSameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && new Set(a).size === a.length && b.every((one) => a.includes(one))
}
