import type { Transaction } from 'kysely'
import type { Audience } from '#domain/audience.ts'
import type { Language } from '#domain/language/language.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { NoticeKind } from '#forms/define-form.ts'
import type { Tables } from '#server/store/tables.ts'

/** A notice to queue: what happened, never what it says. */
export type NewNotice = {
  readonly id: string
  readonly kind: NoticeKind
  readonly audience: Audience
  readonly language: Language
  readonly at: Instant
}

/** Queues a notice in the same transaction as the record it tells of: both, or neither. */
export async function enqueue(
  trx: Transaction<Tables>,
  { id, kind, audience, language, at }: NewNotice,
): Promise<void> {
  await trx
    .insertInto('outbox')
    .values({ id, kind, audience, language, created_at: at, attempts: 0, next_at: at })
    .execute()
}
