import { type PictureWord, wordsFromBytes } from '#domain/tracking-code/tracking-code.ts'
import type { ResolvedForm } from '#forms/define-form.ts'
import type { App } from '#server/app.ts'
import { canonicalJson } from '#server/operations/canonical-json.ts'
import type { Appended, Submission } from '#server/operations/submission.ts'
import { trackingCodeMac } from '#server/operations/tracking-code-mac.ts'
import { findCode } from '#server/store/code.store.ts'
import { findRecord } from '#server/store/record.store.ts'
import type { RecordTable } from '#server/store/tables.ts'

/** What a sending is known by when it comes again, and the tracking code that follows from it. */
export type SendingMacs = {
  readonly key: string
  readonly body: string
  readonly words: readonly PictureWord[]
  readonly code: string
}

/** Works out the keyed hashes of a sending. */
export function macsOf(
  app: App,
  { form, idempotencyKey, language, answers, receipt, trackingCode, about }: Submission,
): SendingMacs {
  // The code is derived from the key, so that a retry shows the same one and nothing has to be kept.
  const words = wordsFromBytes(app.macs.bytes('tracking-code', `${form.id} ${idempotencyKey}`), app.pictureWords)
  return {
    key: keyMac(app, form, idempotencyKey),
    body: app.macs.of(
      'body',
      canonicalJson({ language, answers, receipt, trackingCode: trackingCode ?? false, about }),
    ),
    words,
    code: trackingCodeMac(app, words),
  }
}

function keyMac(app: Pick<App, 'macs'>, form: ResolvedForm, idempotencyKey: string): string {
  return app.macs.of('idempotency', `${form.id} ${idempotencyKey}`)
}

/** Tells whether a sending with this key has been stored. */
export async function hasArrived(
  app: Pick<App, 'db' | 'macs'>,
  form: ResolvedForm,
  idempotencyKey: string,
): Promise<boolean> {
  return (await findCode(app.db, keyMac(app, form, idempotencyKey))) !== undefined
}

/** What the sender was told when this sending came before. @returns undefined when it has not. */
export async function findEarlier(app: App, submission: Submission, macs: SendingMacs): Promise<Appended | undefined> {
  const code = await findCode(app.db, macs.key)
  if (!code) return undefined
  if (code.body_mac !== macs.body) return { kind: 'key-reused' }
  const record = await findRecord(app.db, code.record)
  return record && stored(record, submission.trackingCode ? macs.words : undefined, true)
}

/** What the sender is told of a stored record. */
export function stored(
  record: RecordTable,
  trackingCode: readonly PictureWord[] | undefined,
  replayed: boolean,
): Appended {
  const { id, reference, received_at } = record
  return {
    kind: 'stored',
    record: id,
    reference: reference ?? undefined,
    receivedAt: received_at,
    trackingCode,
    replayed,
  }
}
