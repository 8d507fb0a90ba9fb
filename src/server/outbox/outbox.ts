import type { App } from '#server/app.ts'
import { makeMailSender, type NoticeSender } from '#server/outbox/mail.ts'
import { sendDue } from '#server/outbox/send.ts'
import { makeWebhookSender } from '#server/outbox/webhook.ts'

/** The loop that sends what is queued. */
export type Outbox = { readonly wake: () => void; readonly stop: () => Promise<void> }

const ROUND_MILLISECONDS = 15_000
/** How long a notice that is on its way may take to get there when the server is told to stop. */
const GRACE_MILLISECONDS = 5_000

/** A sender for each channel that is set. What goes by another waits, and the inbox says so. */
export function makeSenders(app: Pick<App, 'config' | 'service' | 'now'>): readonly NoticeSender[] {
  return [makeMailSender(app.config, app.service), makeWebhookSender(app.config, app.now)].filter(
    (sender) => sender !== undefined,
  )
}

/** Sends what is due, now and every fifteen seconds. */
export function startOutbox(app: App): Outbox {
  const senders = makeSenders(app)
  let running: Promise<void> = Promise.resolve()
  let stopped = false
  const stopping = new AbortController()
  const round = () => {
    if (stopped) return
    for (const sender of senders)
      running = running
        .then(() => (stopped ? undefined : sendDue(app, sender, stopping.signal)))
        .catch((error: unknown) => app.log.failed('outbox', error))
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
      const grace = setTimeout(() => stopping.abort(), GRACE_MILLISECONDS)
      await running
      clearTimeout(grace)
      for (const sender of senders) sender.close()
    },
  }
}
