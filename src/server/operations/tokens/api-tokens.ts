import { randomUUID } from 'node:crypto'
import { type ApiScope, apiScopes, type TokenView } from '#domain/api-scope.ts'
import { londonDay } from '#domain/time/instant.ts'
import type { App } from '#server/app.ts'
import type { Staff } from '#server/sign-in/staff-sign-in.ts'
import { logAccess } from '#server/store/access-log.store.ts'
import {
  endToken,
  findToken,
  insertToken,
  listTokens,
  type StoredToken,
  touchToken,
} from '#server/store/token.store.ts'

type Parts = Pick<App, 'db' | 'now' | 'macs' | 'randomBytes'>

/** Begins every token, so that it is known for one where it should not be. */
const PREFIX = 'llafar_'
const PURPOSE = 'api-token'

/**
 * Makes a token for another system. It is in this answer and nowhere else: only its MAC is kept.
 *
 * @returns undefined when it has no name or may do nothing.
 */
export async function makeToken(
  app: Parts,
  by: Pick<Staff, 'id'>,
  { name, scopes }: { readonly name: string; readonly scopes: readonly ApiScope[] },
): Promise<{ readonly token: string } | undefined> {
  const chosen = apiScopes.filter((scope) => scopes.includes(scope))
  if (name.trim() === '' || chosen.length === 0) return undefined
  const token = `${PREFIX}${Buffer.from(app.randomBytes(32)).toString('base64url')}`
  await app.db.transaction().execute(async (trx) => {
    await insertToken(trx, {
      id: randomUUID(),
      name: name.trim(),
      token_mac: app.macs.of(PURPOSE, token),
      scopes: chosen,
      created_at: app.now(),
      created_by: by.id,
    })
    await logAccess(trx, { at: app.now(), staff: by.id, act: 'token-made' })
  })
  return { token }
}

/** Every token there was, the newest first. */
export async function listApiTokens(app: Pick<App, 'db'>): Promise<readonly TokenView[]> {
  return (await listTokens(app.db)).map(({ id, name, scopes, created_at, revoked_at, last_used_on }) => ({
    id,
    name,
    scopes,
    createdAt: created_at,
    revokedAt: revoked_at ?? undefined,
    lastUsedOn: last_used_on ?? undefined,
  }))
}

/** Ends a token at once. @returns false when there is no such token, or it was revoked before. */
export async function revokeToken(app: Parts, by: Pick<Staff, 'id'>, id: string): Promise<boolean> {
  return app.db.transaction().execute(async (trx) => {
    const isEnded = await endToken(trx, id, app.now())
    if (isEnded) await logAccess(trx, { at: app.now(), staff: by.id, act: 'token-revoked' })
    return isEnded
  })
}

/** The token of a request: `Authorization: Bearer llafar_…`. @returns undefined when there is none that is good. */
export async function tokenOf(app: Parts, headers: Headers): Promise<StoredToken | undefined> {
  const [, token] = /^Bearer (llafar_[\w-]{43})$/.exec(headers.get('authorization') ?? '') ?? []
  const found = token && (await findToken(app.db, app.macs.of(PURPOSE, token)))
  if (!found) return undefined
  const today = londonDay(app.now())
  if (found.last_used_on !== today) await touchToken(app.db, found.id, today)
  return found
}
