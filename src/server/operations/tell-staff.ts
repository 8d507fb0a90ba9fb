import { randomUUID } from 'node:crypto'
import type { Transaction } from 'kysely'
import { atOnce } from '#domain/notice.ts'
import type { Answers, ResolvedForm } from '#forms/define-form.ts'
import type { App } from '#server/app.ts'
import { enqueue, nextQuarter } from '#server/outbox/queue.ts'
import type { RecordTable, Tables } from '#server/store/tables.ts'

/**
 * Queues the notice of a new record, in the record's own transaction. What is pressing goes at once and says so; all
 * else waits for the quarter of an hour.
 */
export async function tellStaff(
  trx: Transaction<Tables>,
  app: Pick<App, 'config'>,
  { form, answers, record }: { readonly form: ResolvedForm; readonly answers: Answers; readonly record: RecordTable },
): Promise<void> {
  if (!form.notice) return
  const kind = answers.urgent === 'very' ? 'urgent' : form.notice
  const { audience, language, received_at: at } = record
  const goesAt = atOnce.includes(kind) ? at : nextQuarter(at)
  await enqueue(trx, { id: randomUUID(), kind, audience, language, at, goesAt }, app.config)
}
