import type { Transaction } from 'kysely'
import { addHours, type Instant } from '#domain/time/instant.ts'
import type { App } from '#server/app.ts'
import { type Failure, failureOf, type NoticeSender } from '#server/outbox/mail.ts'
import type { OutboxTable, Tables } from '#server/store/tables.ts'

/** After this many tries a person has to look. */
export const MOST_ATTEMPTS = 12
const LEASE_HOURS = 2 / 60

/** Sends every notice that is due, one after another; a failure is put off, never lost. */
export async function sendDue(app: App, sender: NoticeSender): Promise<void> {
  for (let notice = await claim(app); notice; notice = await claim(app)) {
    try {
      await sender.send(notice)
      await finish(app, notice.id)
    } catch (error) {
      await putOff(app, notice, failureOf(error))
    }
  }
}

/** Takes the next due notice for two minutes, so that no other process sends it meanwhile. */
async function claim(app: App): Promise<OutboxTable | undefined> {
  const now = app.now()
  return app.db.transaction().execute(async (trx) => {
    const due = await nextDue(trx, now)
    if (!due) return undefined
    const { numUpdatedRows } = await trx
      .updateTable('outbox')
      .set({ locked_until: addHours(now, LEASE_HOURS), attempts: due.attempts + 1 })
      .where('id', '=', due.id)
      .where('attempts', '=', due.attempts)
      .executeTakeFirst()
    return numUpdatedRows === 1n ? { ...due, attempts: due.attempts + 1 } : undefined
  })
}

function nextDue(trx: Transaction<Tables>, now: Instant): Promise<OutboxTable | undefined> {
  return trx
    .selectFrom('outbox')
    .selectAll()
    .where('done_at', 'is', null)
    .where('gave_up_at', 'is', null)
    .where('next_at', '<=', now)
    .where((eb) => eb.or([eb('locked_until', 'is', null), eb('locked_until', '<', now)]))
    .orderBy('next_at')
    .limit(1)
    .executeTakeFirst()
}

async function finish(app: App, id: string): Promise<void> {
  await app.db
    .updateTable('outbox')
    .set({ done_at: app.now(), locked_until: null, last_failure: null })
    .where('id', '=', id)
    .execute()
}

/** Waits twice as long each time, from half a minute to four hours; gives up aloud. */
async function putOff(app: App, { id, attempts }: OutboxTable, failure: Failure): Promise<void> {
  const hours = Math.min(4, (0.5 / 60) * 2 ** (attempts - 1))
  const gaveUp = attempts >= MOST_ATTEMPTS
  await app.db
    .updateTable('outbox')
    .set({
      next_at: addHours(app.now(), hours),
      locked_until: null,
      last_failure: failure,
      gave_up_at: gaveUp ? app.now() : null,
    })
    .where('id', '=', id)
    .execute()
  app.log.happened(gaveUp ? 'notice-given-up' : 'notice-put-off', { attempts, failure })
}
