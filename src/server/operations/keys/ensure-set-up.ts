import { randomUUID } from 'node:crypto'
import type { Transaction } from 'kysely'
import type { Audience } from '#domain/audience.ts'
import type { AudienceKey, WaitingKey } from '#domain/keys/keyring.ts'
import type { Role } from '#domain/roles.ts'
import type { Instant } from '#domain/time/instant.ts'
import { audiencesNeeded } from '#forms/audiences-needed.ts'
import { pathTo } from '#i18n/paths.ts'
import type { App } from '#server/app.ts'
import { makeKeyPair, wrapUnderToken } from '#server/sealing/wrap.ts'
import { INVITATION_MAC } from '#server/sign-in/accept-invitation.ts'
import { findSetUpInvitation, insertInvitation } from '#server/store/invitation.store.ts'
import { insertAudienceKey } from '#server/store/keys.store.ts'
import { findSetting, insertSetting } from '#server/store/setting.store.ts'
import type { Tables } from '#server/store/tables.ts'

type Parts = Pick<App, 'config' | 'service' | 'db' | 'now' | 'macs' | 'randomBytes'>

/** The chance that the set-up link's token is derived from. Gone when the link is: then nobody can make it again. */
export const SET_UP_CHANCE = 'set-up-chance'
/** The demonstration's first keys, wrapped under the set-up link's token, until their holder has taken them. */
export const WAITING_KEYS = 'waiting-keys'

/** The link is good until it is used. */
const NEVER = '9999-12-31T23:59:59.999Z' as Instant

/**
 * Sees to the one-time set-up link at start. The demonstration's keys are made with it, wrapped under its
 * token; a live service's are made later, in a browser.
 *
 * @returns the link to print, in the service's first language, or undefined when it has been used up.
 * @source DESIGN 5 "Commands", 7
 */
export async function ensureSetUp(app: Parts): Promise<string | undefined> {
  if (!(await findSetUpInvitation(app.db))) await makeSetUp(app)
  const chance = await findSetting(app.db, SET_UP_CHANCE)
  if (chance === undefined) return undefined
  const invitation = await findSetUpInvitation(app.db)
  const isWaiting = (await findSetting(app.db, WAITING_KEYS)) !== undefined
  if (invitation?.usedAt && !isWaiting) return undefined
  const [language = 'cy'] = app.service.languages
  return `${app.config.siteUrl}${pathTo('staff-set-up', language)}#${tokenFrom(app, chance)}`
}

async function makeSetUp(app: Parts): Promise<void> {
  const chance = Buffer.from(app.randomBytes(32)).toString('hex')
  const token = tokenFrom(app, chance)
  const isDemonstration = app.service.kind === 'demonstration'
  const made = isDemonstration ? await makePairs(audiencesNeeded(app.service), token) : []
  await app.db.transaction().execute(async (trx) => {
    // Two processes that start together: the second one leaves everything to the first.
    if (!(await insertSetting(trx, SET_UP_CHANCE, chance))) return
    await insertSetUpLink(trx, app, { token, isDemonstration })
    if (!isDemonstration) return
    await insertSetting(trx, WAITING_KEYS, JSON.stringify(made.map(({ waiting }) => waiting)))
    for (const { key } of made) await insertAudienceKey(trx, key, app.now())
  })
}

type Made = { readonly key: Omit<AudienceKey, 'rotationDue'>; readonly waiting: WaitingKey }

/** A pair for each audience. They share one recovery pair: whoever tries the service prints one sheet. */
async function makePairs(audiences: readonly Audience[], token: string): Promise<readonly Made[]> {
  const recovery = await makeKeyPair()
  const recoveryIdentity = await wrapUnderToken(recovery.identity, token)
  return Promise.all(
    audiences.map(async (audience) => {
      const { identity, recipient } = await makeKeyPair()
      const named = { audience, generation: 1 }
      return {
        key: { ...named, recipient, recoveryRecipient: recovery.recipient },
        waiting: { ...named, identity: await wrapUnderToken(identity, token), recoveryIdentity },
      }
    }),
  )
}

async function insertSetUpLink(
  trx: Transaction<Tables>,
  app: Parts,
  { token, isDemonstration }: { readonly token: string; readonly isDemonstration: boolean },
): Promise<void> {
  // Who tries the demonstration has to see the inbox; a live service's administrator holds no key.
  const roles: readonly Role[] = isDemonstration ? ['administrator', 'coordinator'] : ['administrator']
  await insertInvitation(trx, {
    id: randomUUID(),
    tokenMac: app.macs.of(INVITATION_MAC, token),
    kind: 'set-up',
    roles,
    forStaff: undefined,
    createdAt: app.now(),
    expiresAt: NEVER,
    createdBy: undefined,
  })
}

/**
 * The token of the set-up link. It is derived, so that every start can print the link while nothing that
 * is stored gives it away without APP_SECRET.
 */
function tokenFrom(app: Pick<App, 'macs'>, chance: string): string {
  return Buffer.from(app.macs.bytes('set-up-token', chance)).toString('base64url')
}
