import type { MyKeys, WaitingKey } from '#domain/keys/keyring.ts'
import { audiencesOf } from '#domain/roles.ts'
import type { App } from '#server/app.ts'
import { WAITING_KEYS } from '#server/operations/keys/ensure-set-up.ts'
import type { Staff } from '#server/sign-in/staff-sign-in.ts'
import { findMemberKey, listAudienceKeys, listKeyring } from '#server/store/keys.store.ts'
import { findSetting } from '#server/store/setting.store.ts'

type Parts = Pick<App, 'db'>

/** Everything a member's browser needs to open what they may open. Nothing in it opens without their passphrase. */
export async function readMyKeys(app: Parts, staff: Pick<Staff, 'id' | 'roles'>): Promise<MyKeys> {
  const belongsTo = audiencesOf(staff.roles)
  const waiting = await readWaitingKeys(app)
  return {
    member: await findMemberKey(app.db, staff.id),
    keyring: await listKeyring(app.db, staff.id),
    belongsTo,
    audiences: await listAudienceKeys(app.db),
    waiting: isForHolder(waiting, staff) ? waiting : [],
  }
}

/** Whoever is in one of the audiences whose keys wait takes them all: only the set-up link opens them. */
export function isForHolder(waiting: readonly WaitingKey[], { roles }: Pick<Staff, 'roles'>): boolean {
  return waiting.some(({ audience }) => audiencesOf(roles).includes(audience))
}

/** The demonstration's first keys that nobody has taken yet. */
export async function readWaitingKeys(app: Parts): Promise<readonly WaitingKey[]> {
  const stored = await findSetting(app.db, WAITING_KEYS)
  return stored === undefined ? [] : (JSON.parse(stored) as WaitingKey[])
}
