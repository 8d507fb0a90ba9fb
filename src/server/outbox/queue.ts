import type { Audience } from '#domain/audience.ts'
import type { Language } from '#domain/language/language.ts'
import type { NoticeKind } from '#domain/notice.ts'
import { type Instant, toInstant } from '#domain/time/instant.ts'
import type { Config } from '#server/config.ts'
import type { Reader } from '#server/store/database.ts'
import { insertNotice } from '#server/store/outbox.store.ts'

/** A notice to queue: what happened, never what it says. */
export type NewNotice = {
  readonly id: string
  readonly kind: NoticeKind
  readonly audience: Audience
  readonly language: Language
  readonly at: Instant
  /** When it goes; at once when nothing is said. */
  readonly goesAt?: Instant
}

const QUARTER_MILLISECONDS = 15 * 60_000

/**
 * When notices go that can wait a little: on the quarter of an hour, all together. Several make one mail, and no
 * mail tells to the minute when somebody was here.
 *
 * @source ANCHORS 5 "Timing leaks"
 */
export function nextQuarter(at: Instant): Instant {
  return toInstant(new Date(Math.ceil(Date.parse(at) / QUARTER_MILLISECONDS) * QUARTER_MILLISECONDS))
}

/**
 * Queues a notice in the same transaction as what it tells of: both, or neither. It goes by mail, and by webhook
 * where one is set.
 *
 * @returns false when a notice of this id was queued before.
 */
export async function enqueue(
  trx: Reader,
  { id, kind, audience, language, at, goesAt = at }: NewNotice,
  config?: Pick<Config, 'webhook'>,
): Promise<boolean> {
  const notice = {
    kind,
    audience,
    language,
    created_at: at,
    attempts: 0,
    next_at: goesAt,
    locked_until: null,
    done_at: null,
    gave_up_at: null,
    last_failure: null,
    batch: null,
  }
  if (config?.webhook) await insertNotice(trx, { ...notice, id: `${id}-webhook`, channel: 'webhook' })
  return insertNotice(trx, { ...notice, id, channel: 'mail' })
}
