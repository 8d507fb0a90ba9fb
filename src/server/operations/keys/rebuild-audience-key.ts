import { timingSafeEqual } from 'node:crypto'
import type { Audience } from '#domain/audience.ts'
import type { AudienceKey } from '#domain/keys/keyring.ts'
import { audiencesOf } from '#domain/roles.ts'
import type { App } from '#server/app.ts'
import type { KeyRefusal, KeyResult } from '#server/operations/keys/create-audience-key.ts'
import { seal } from '#server/sealing/seal.ts'
import type { Staff } from '#server/sign-in/staff-sign-in.ts'
import { logAccess } from '#server/store/access-log.store.ts'
import {
  findMemberKey,
  insertAudienceKey,
  insertWrapped,
  listAudienceKeys,
  retireAudienceKey,
} from '#server/store/keys.store.ts'

type Parts = Pick<App, 'db' | 'now' | 'macs'>
type Member = Pick<Staff, 'id' | 'roles'>

/** A group's next pair, made from paper: a new recovery pair with it, for the old paper has been in a browser. */
export type Rebuilding = {
  readonly audience: Audience
  /** The present generation that the member's browser saw. */
  readonly after: number
  readonly recipient: string
  readonly recoveryRecipient: string
  /** The new private key, for the member whose browser made it. */
  readonly wrapped: string
  /** The old recovery key, for the same member: it opens everything that was sealed until now. */
  readonly wrappedRecovery: string
  /** What {@link challengeRebuild} had sealed to the old recovery key. */
  readonly proof: string
}

/**
 * Seals something to a group's recovery key, which only the holder of the paper can open. Without it whoever is
 * given a role could make a group's keys their own.
 */
export async function challengeRebuild(
  app: Parts,
  member: Member,
  audience: Audience,
): Promise<{ readonly ok: true; readonly challenge: string } | { readonly ok: false; readonly why: KeyRefusal }> {
  const found = await presentFor(app, member, audience)
  if (!found.ok) return found
  const { recoveryRecipient } = found.present
  const sealed = await seal(
    { current: recoveryRecipient, recovery: recoveryRecipient },
    JSON.stringify({ proof: proofFor(app, member, found.present) }),
  )
  return { ok: true, challenge: Buffer.from(sealed).toString('base64') }
}

/**
 * Puts a new pair in the place of a group's present one when every member's key is lost, by the paper alone. What was
 * sealed before opens with the old recovery key, which the member now holds as the group's earlier key.
 *
 * @source DESIGN 7 "its recovery key, which exists on paper only"
 */
export async function rebuildAudienceKey(app: Parts, member: Member, rebuilding: Rebuilding): Promise<KeyResult> {
  const { audience, after, recipient, recoveryRecipient, wrapped, wrappedRecovery, proof } = rebuilding
  const found = await presentFor(app, member, audience)
  if (!found.ok) return found
  const { present } = found
  if (present.generation !== after) return { ok: false, why: 'changed-meanwhile' }
  if (!isSame(proof, proofFor(app, member, present))) return { ok: false, why: 'not-yours' }
  return app.db.transaction().execute(async (trx) => {
    if (!(await retireAudienceKey(trx, present, app.now()))) return { ok: false, why: 'changed-meanwhile' }
    const generation = after + 1
    await insertAudienceKey(trx, { audience, generation, recipient, recoveryRecipient }, app.now())
    await insertWrapped(trx, member.id, { audience, generation, wrapped })
    await insertWrapped(trx, member.id, { audience, generation: after, wrapped: wrappedRecovery })
    await logAccess(trx, { at: app.now(), staff: member.id, act: 'key-rebuilt' })
    return { ok: true }
  })
}

async function presentFor(
  app: Parts,
  { id, roles }: Member,
  audience: Audience,
): Promise<{ readonly ok: true; readonly present: AudienceKey } | { readonly ok: false; readonly why: KeyRefusal }> {
  if (!audiencesOf(roles).includes(audience)) return { ok: false, why: 'not-yours' }
  if (!(await findMemberKey(app.db, id))) return { ok: false, why: 'no-member-key' }
  const present = (await listAudienceKeys(app.db)).find((key) => key.audience === audience)
  return present ? { ok: true, present } : { ok: false, why: 'no-such-key' }
}

function proofFor({ macs }: Parts, { id }: Member, { audience, generation }: AudienceKey): string {
  return macs.of('rebuild-key', `${id} ${audience} ${generation}`)
}

function isSame(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))
}
