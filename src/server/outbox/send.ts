import { addHours } from '#domain/time/instant.ts'
import type { App } from '#server/app.ts'
import { type Failure, failureOf, type NoticeSender } from '#server/outbox/mail.ts'
import { type Batch, claimBatch, LONGEST_WAIT_HOURS, updateBatch } from '#server/store/outbox.store.ts'

/** After this many tries a person has to look. */
export const MOST_ATTEMPTS = 12

/**
 * Sends everything that is due, one after another; a failure is put off, never lost. What is on its way when the
 * process is told to stop is given back.
 */
export async function sendDue(
  app: App,
  sender: NoticeSender,
  stopping: AbortSignal = new AbortController().signal,
): Promise<void> {
  while (!stopping.aborted) {
    const batch = await claim(app, sender)
    if (!batch) return
    if (batch === 'taken') continue
    const outcome = await orStopped(stopping, sendOne(sender, batch))
    if (outcome === 'sent') await finish(app, batch)
    else if (outcome === 'stopped') await updateBatch(app.db, batch.id, { locked_until: null })
    else await putOff(app, batch, outcome)
  }
}

async function sendOne(sender: NoticeSender, batch: Batch): Promise<'sent' | Failure> {
  try {
    await sender.send(batch)
    return 'sent'
  } catch (error) {
    return failureOf(error)
  }
}

/** What the work comes to, or that the process is told to stop first. */
function orStopped<Outcome>(stopping: AbortSignal, work: Promise<Outcome>): Promise<Outcome | 'stopped'> {
  return new Promise((resolve, reject) => {
    const stop = () => resolve('stopped')
    if (stopping.aborted) stop()
    stopping.addEventListener('abort', stop, { once: true })
    work.finally(() => stopping.removeEventListener('abort', stop)).then(resolve, reject)
  })
}

/** Takes what is due next for two minutes, so that no other process sends it meanwhile. */
function claim(app: App, { channel }: NoticeSender): Promise<Batch | 'taken' | undefined> {
  const now = app.now()
  return app.db.transaction().execute((trx) => claimBatch(trx, { channel, now }))
}

async function finish(app: App, { id }: Batch): Promise<void> {
  await updateBatch(app.db, id, { done_at: app.now(), locked_until: null, last_failure: null })
}

/** Waits twice as long each time, from half a minute to four hours; gives up aloud. */
async function putOff(app: App, { id, attempts }: Batch, failure: Failure): Promise<void> {
  const hours = Math.min(LONGEST_WAIT_HOURS, (0.5 / 60) * 2 ** (attempts - 1))
  const gaveUp = attempts >= MOST_ATTEMPTS
  await updateBatch(app.db, id, {
    next_at: addHours(app.now(), hours),
    locked_until: null,
    last_failure: failure,
    gave_up_at: gaveUp ? app.now() : null,
  })
  app.log.happened(gaveUp ? 'notice-given-up' : 'notice-put-off', { attempts, failure })
}
