import { type IsoDate, londonDay, londonInstant } from '#domain/time/instant.ts'
import { sealedByAudience } from '#forms/audience-for.ts'
import type { Answers, ResolvedForm } from '#forms/define-form.ts'
import type { App } from '#server/app.ts'
import type { NewEnvelope } from '#server/store/record.store.ts'
import type { RecordTable } from '#server/store/tables.ts'

type Filled = { readonly form: ResolvedForm; readonly answers: Answers }

/** Seals what is personal, an envelope for each audience, before anything touches the disk. */
export async function sealAnswers(
  app: Pick<App, 'seal'>,
  { form, answers }: Filled,
  record: RecordTable,
): Promise<readonly NewEnvelope[]> {
  return Promise.all(
    [...sealedByAudience(form, answers)].map(async ([audience, sealed]) => ({
      audience,
      sealed: await app.seal(audience, plaintextOf(audience === record.audience ? record : unnamed(record), sealed)),
    })),
  )
}

/** The record as another desk may know it: what is sealed for somebody else leads to no reference and no minute. */
function unnamed(record: RecordTable): RecordTable {
  const month = `${londonDay(record.received_at).slice(0, 7)}-01` as IsoDate
  return { ...record, reference: null, received_at: londonInstant(month, '00:00') }
}

/** What is inside an envelope: enough to be read on its own, with the paper key and nothing else. */
function plaintextOf(record: RecordTable, sealed: Answers): string {
  const { form, version, language, reference, received_at } = record
  return JSON.stringify({ form, version, language, reference, receivedAt: received_at, answers: sealed })
}
