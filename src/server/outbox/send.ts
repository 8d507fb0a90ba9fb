import { addHours } from '#domain/time/instant.ts'
import type { App } from '#server/app.ts'
import { type Failure, failureOf, type NoticeSender } from '#server/outbox/mail.ts'
import { type Batch, claimBatch, updateBatch } from '#server/store/outbox.store.ts'

/** After this many tries a person has to look. */
export const MOST_ATTEMPTS = 12
const LEASE_HOURS = 2 / 60

/** Sends everything that is due, one after another; a failure is put off, never lost. */
export async function sendDue(app: App, sender: NoticeSender): Promise<void> {
  for (let batch = await claim(app, sender); batch; batch = await claim(app, sender)) {
    if (batch === 'taken') continue
    try {
      await sender.send(batch)
      await finish(app, batch)
    } catch (error) {
      await putOff(app, batch, failureOf(error))
    }
  }
}

/** Takes what is due next for two minutes, so that no other process sends it meanwhile. */
function claim(app: App, { channel }: NoticeSender): Promise<Batch | 'taken' | undefined> {
  const now = app.now()
  return app.db
    .transaction()
    .execute((trx) => claimBatch(trx, { channel, now, lockedUntil: addHours(now, LEASE_HOURS) }))
}

async function finish(app: App, { id }: Batch): Promise<void> {
  await updateBatch(app.db, id, { done_at: app.now(), locked_until: null, last_failure: null })
}

/** Waits twice as long each time, from half a minute to four hours; gives up aloud. */
async function putOff(app: App, { id, attempts }: Batch, failure: Failure): Promise<void> {
  const hours = Math.min(4, (0.5 / 60) * 2 ** (attempts - 1))
  const gaveUp = attempts >= MOST_ATTEMPTS
  await updateBatch(app.db, id, {
    next_at: addHours(app.now(), hours),
    locked_until: null,
    last_failure: failure,
    gave_up_at: gaveUp ? app.now() : null,
  })
  app.log.happened(gaveUp ? 'notice-given-up' : 'notice-put-off', { attempts, failure })
}
