import type { App } from '#server/app.ts'
import { makeMailSender } from '#server/outbox/mail.ts'
import { sendDue } from '#server/outbox/send.ts'

/** The loop that sends what is queued. */
export type Outbox = { readonly wake: () => void; readonly stop: () => Promise<void> }

const ROUND_MILLISECONDS = 15_000

/**
 * Sends what is due, now and every fifteen seconds. With no mail server set, notices wait, and the
 * inbox says so.
 */
export function startOutbox(app: App): Outbox {
  const sender = makeMailSender(app.config, app.service)
  let running: Promise<void> = Promise.resolve()
  let stopped = false
  const round = () => {
    if (stopped || !sender) return
    running = running.then(() => sendDue(app, sender)).catch((error: unknown) => app.log.failed('outbox', error))
  }
  const timer = setInterval(round, ROUND_MILLISECONDS)
  round()
  return {
    wake: () => {
      setImmediate(round)
    },
    stop: async () => {
      stopped = true
      clearInterval(timer)
      await running
      sender?.close()
    },
  }
}
