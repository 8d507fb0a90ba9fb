import type { NoticeTrouble } from '#domain/notice.ts'
import { hoursBetween, type Instant } from '#domain/time/instant.ts'
import type { App } from '#server/app.ts'
import { listStuckNotices, oldestWaiting, retryGivenUp } from '#server/store/outbox.store.ts'
import type { OutboxTable } from '#server/store/tables.ts'

/** A notice that is late by this much is a trouble: the mail server has been down for a while. */
const LATE_HOURS = 0.5

/** A notice that has not gone, for a person to look at. */
export type StuckNotice = Pick<OutboxTable, 'id' | 'kind' | 'audience' | 'channel' | 'attempts'> & {
  readonly since: Instant
  readonly failure: string | undefined
  readonly isGivenUp: boolean
}

/**
 * What is wrong with the notices, if anything is: whoever opens the inbox is told, for nobody is told by mail that
 * mail does not go.
 */
export async function noticeTrouble(
  app: Pick<App, 'db' | 'now' | 'config'>,
): Promise<{ readonly kind: NoticeTrouble; readonly since: Instant } | undefined> {
  const since = await oldestWaiting(app.db, app.now())
  if (!since) return undefined
  if (!app.config.smtpUrl) return { kind: 'not-set', since }
  const stuck = await listStuckNotices(app.db)
  if (stuck.some(({ gave_up_at }) => gave_up_at !== null)) return { kind: 'given-up', since }
  return hoursBetween(since, app.now()) > LATE_HOURS ? { kind: 'late', since } : undefined
}

/** Every notice that has failed and not gone since, oldest first. */
export async function listStuck(app: Pick<App, 'db'>): Promise<readonly StuckNotice[]> {
  return (await listStuckNotices(app.db)).map(
    ({ id, kind, audience, channel, attempts, created_at, last_failure, gave_up_at }) => ({
      id,
      kind,
      audience,
      channel,
      attempts,
      since: created_at,
      failure: last_failure ?? undefined,
      isGivenUp: gave_up_at !== null,
    }),
  )
}

/** Tries everything that was given up anew, at once. @returns how many. */
export async function tryAgain(app: Pick<App, 'db' | 'now' | 'wakeOutbox'>): Promise<number> {
  const count = await retryGivenUp(app.db, app.now())
  app.wakeOutbox()
  return count
}
