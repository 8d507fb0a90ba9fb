import type { Audience } from '#domain/audience.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { Act } from '#server/store/access-log.store.ts'
import type { Reader } from '#server/store/database.ts'

/** Something that was written to an audience, still sealed, with what the store knows of when it came. */
export type SealedWords = {
  readonly record: string
  readonly form: string
  readonly receivedAt: Instant
  readonly sealed: Uint8Array
}

/**
 * What was written to an audience in these forms, in no order. Left out is what an idempotency key still links to its
 * sending: those come together, once their half day is forgotten.
 */
export async function listSealedWords(
  db: Reader,
  { audience, forms, now }: { readonly audience: Audience; readonly forms: readonly string[]; readonly now: Instant },
): Promise<readonly SealedWords[]> {
  if (forms.length === 0) return []
  return db
    .selectFrom('record')
    .innerJoin('envelope', 'envelope.record', 'record.id')
    .where('record.form', 'in', forms)
    .where('envelope.audience', '=', audience)
    .where('record.id', 'not in', (query) =>
      query.selectFrom('code').select('code.record').where('kind', '=', 'idempotency').where('expires_at', '>', now),
    )
    .select(['record.id as record', 'record.form as form', 'record.received_at as receivedAt', 'envelope.sealed'])
    .execute()
}

/** The records that were ever handed out by this act. */
export async function listHandedOut(db: Reader, act: Act): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('access_log')
    .select('record')
    .distinct()
    .where('act', '=', act)
    .where('record', 'is not', null)
    .execute()
  return new Set(rows.flatMap(({ record }) => record ?? []))
}
