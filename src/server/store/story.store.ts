import type { ReferralRecord, ReferralStory } from '#domain/referral/referral.ts'
import type { Reader } from '#server/store/database.ts'
import { inBatches } from '#server/store/in-batches.ts'
import { listAnswers, listRecordsAbout } from '#server/store/record.store.ts'
import type { RecordTable } from '#server/store/tables.ts'

/** A record with its counted answers, as it is read. */
export type Entry = { readonly row: RecordTable; readonly counted: ReferralRecord['counted'] }

/**
 * Puts together what was sent and everything recorded about it, in the order of these rows.
 *
 * @param isSeen - which of the records about them the reader may see.
 */
export async function toStories(
  db: Reader,
  rows: readonly RecordTable[],
  isSeen: (entry: Entry) => boolean,
): Promise<readonly ReferralStory[]> {
  const about = await inBatches(rows.map(idOf), (ids) => listRecordsAbout(db, ids))
  const counted = groupAnswers(await inBatches([...rows, ...about].map(idOf), (ids) => listAnswers(db, ids)))
  const entries = about.map((row) => ({ row, counted: counted.get(row.id) ?? {} })).filter(isSeen)
  const later = Map.groupBy(entries, ({ row }) => row.about)
  return rows.map((row) => toStory(row, counted.get(row.id) ?? {}, later.get(row.id) ?? []))
}

function idOf({ id }: RecordTable): string {
  return id
}

function toStory(row: RecordTable, counted: ReferralRecord['counted'], about: readonly Entry[]): ReferralStory {
  return {
    id: row.id,
    form: row.form,
    reference: row.reference ?? '',
    language: row.language,
    channel: row.channel,
    receivedAt: row.received_at,
    authority: row.authority ?? undefined,
    audience: row.audience,
    // Somebody who looks again may find out who it is: the last to say so is right.
    person: about.findLast((entry) => entry.row.person)?.row.person ?? row.person ?? undefined,
    counted,
    records: about.map(toReferralRecord),
  }
}

function toReferralRecord({ row, counted }: Entry): ReferralRecord {
  return {
    id: row.id,
    form: row.form,
    receivedAt: row.received_at,
    occurredAt: row.occurred_at,
    counted,
    ...(row.corrects && { corrects: row.corrects }),
    ...(row.by && { by: row.by }),
  }
}

/** The counted answers of records, by record and question, in the order in which they were read. */
export function groupAnswers(
  answers: readonly { readonly record: string; readonly question: string; readonly value: string }[],
): ReadonlyMap<string, ReferralRecord['counted']> {
  const byRecord = new Map<string, Record<string, string[]>>()
  for (const { record, question, value } of answers) {
    const counted = byRecord.get(record) ?? {}
    byRecord.set(record, counted)
    counted[question] = [...(counted[question] ?? []), value]
  }
  return byRecord
}
