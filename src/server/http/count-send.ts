import type { ResolvedForm } from '#forms/define-form.ts'
import type { App } from '#server/app.ts'
import { hasArrived } from '#server/operations/append-record.ts'

/** A send that is not made because too many were. */
export type TooMany = { readonly kind: 'too-many'; readonly retryAfterSeconds: number }

type Sending = { readonly form: ResolvedForm; readonly idempotencyKey: string; readonly address: string | undefined }

/**
 * Sends unless too many have been sent from this network. What did not arrive is not counted, and what has arrived
 * before is no new send: nobody is told to wait, and that nothing was stored, of what was.
 */
export async function countSend<Result extends { readonly kind: string }>(
  app: App,
  { form, idempotencyKey, address }: Sending,
  send: () => Promise<Result>,
): Promise<Result | TooMany> {
  if (await hasArrived(app, form, idempotencyKey)) return send()
  const retryAfterSeconds = app.sendLimit.take(address, Date.parse(app.now()))
  if (retryAfterSeconds) return { kind: 'too-many', retryAfterSeconds }
  let isStored = false
  try {
    const result = await send()
    isStored = result.kind === 'stored'
    return result
  } finally {
    if (!isStored) app.sendLimit.giveBack(address)
  }
}
