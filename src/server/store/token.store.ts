import { type ApiScope, apiScopes } from '#domain/api-scope.ts'
import type { Instant, IsoDate } from '#domain/time/instant.ts'
import type { Reader } from '#server/store/database.ts'
import type { ApiTokenTable } from '#server/store/tables.ts'

/** A token as stored: without itself. */
export type StoredToken = Omit<ApiTokenTable, 'scopes' | 'token_mac'> & { readonly scopes: readonly ApiScope[] }

/** Adds a token by its MAC. */
export async function insertToken(
  db: Reader,
  token: Omit<StoredToken, 'revoked_at' | 'last_used_on'> & { readonly token_mac: string },
): Promise<void> {
  await db
    .insertInto('api_token')
    .values({ ...token, scopes: JSON.stringify(token.scopes), revoked_at: null, last_used_on: null })
    .execute()
}

/** @returns undefined when no token has this MAC, or it was revoked. */
export async function findToken(db: Reader, mac: string): Promise<StoredToken | undefined> {
  const row = await db
    .selectFrom('api_token')
    .selectAll()
    .where('token_mac', '=', mac)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return row && toStored(row)
}

/** Every token there was, newest first. */
export async function listTokens(db: Reader): Promise<readonly StoredToken[]> {
  const rows = await db.selectFrom('api_token').selectAll().orderBy('created_at', 'desc').orderBy('id').execute()
  return rows.map(toStored)
}

/** Notes on which day a token was used. */
export async function touchToken(db: Reader, id: string, day: IsoDate): Promise<void> {
  await db.updateTable('api_token').set({ last_used_on: day }).where('id', '=', id).execute()
}

/** @returns false when there is no such token, or it was revoked before. */
export async function endToken(db: Reader, id: string, at: Instant): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('api_token')
    .set({ revoked_at: at })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

function toStored({ token_mac: _mac, scopes, ...row }: ApiTokenTable): StoredToken {
  const named: unknown = JSON.parse(scopes)
  return { ...row, scopes: apiScopes.filter((scope) => Array.isArray(named) && named.includes(scope)) }
}
