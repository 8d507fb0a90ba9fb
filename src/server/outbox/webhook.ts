import { createHmac } from 'node:crypto'
import type { Config } from '#server/config.ts'
import type { NoticeSender } from '#server/outbox/mail.ts'

/** Thrown when the other system did not say that it has it. */
class WebhookRefusedError extends Error {
  override name = 'WebhookRefusedError'
  /** As a mail server's: the failure is a refusal. */
  readonly responseCode: number
  constructor(status: number) {
    super('the webhook was refused')
    this.responseCode = status
  }
}

const PATIENCE_MILLISECONDS = 10_000

/**
 * A sender that tells another system when to ask `/api/records`. @returns undefined when none is set.
 *
 * The call says what kind of thing happened and on whose desk: `{id, kinds, audience}`. It is signed as Standard
 * Webhooks does it, over `id.timestamp.body`, so that a forged one can be told; a repeat has the same `webhook-id`.
 *
 * @source DESIGN 5 "a webhook (HMAC-signed, content-free) says when to ask"; https://www.standardwebhooks.com
 */
export function makeWebhookSender({ webhook }: Pick<Config, 'webhook'>, now: () => string): NoticeSender | undefined {
  if (!webhook) return undefined
  return {
    channel: 'webhook',
    send: async ({ id, kinds, audience }) => {
      const body = JSON.stringify({ id, kinds, audience })
      const timestamp = String(Math.floor(Date.parse(now()) / 1000))
      const response = await fetch(webhook.url, {
        method: 'POST',
        redirect: 'error',
        signal: AbortSignal.timeout(PATIENCE_MILLISECONDS),
        headers: {
          'content-type': 'application/json',
          'webhook-id': id,
          'webhook-timestamp': timestamp,
          'webhook-signature': `v1,${signature(webhook.secret, `${id}.${timestamp}.${body}`)}`,
        },
        body,
      })
      await response.body?.cancel()
      if (!response.ok) throw new WebhookRefusedError(response.status)
    },
    close: () => undefined,
  }
}

function signature(secret: string, signed: string): string {
  return createHmac('sha256', secret).update(signed).digest('base64')
}
