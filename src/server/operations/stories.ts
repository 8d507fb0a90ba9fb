import type { ReferralRecord, ReferralStory } from '#domain/referral/referral.ts'
import type { Reader } from '#server/store/database.ts'
import { findRecord, listAnswers, listRecordsAbout, listRecordsOfForm } from '#server/store/record.store.ts'
import type { RecordTable } from '#server/store/tables.ts'

/** The forms that start a referral's story. */
const REFERRAL_FORMS = ['self-referral'] as const

/** Every referral with all that was recorded about it. */
export async function listStories(db: Reader): Promise<readonly ReferralStory[]> {
  const rows = (await Promise.all(REFERRAL_FORMS.map((form) => listRecordsOfForm(db, form)))).flat()
  return toStories(db, rows)
}

/** @returns undefined when there is no such referral. */
export async function findStory(db: Reader, id: string): Promise<ReferralStory | undefined> {
  const row = await findRecord(db, id)
  if (!row || !REFERRAL_FORMS.some((form) => form === row.form)) return undefined
  const [story] = await toStories(db, [row])
  return story
}

async function toStories(db: Reader, rows: readonly RecordTable[]): Promise<readonly ReferralStory[]> {
  const about = await listRecordsAbout(
    db,
    rows.map(({ id }) => id),
  )
  const counted = groupAnswers(
    await listAnswers(
      db,
      [...rows, ...about].map(({ id }) => id),
    ),
  )
  const later = Map.groupBy(about, ({ about }) => about)
  return rows.map((row) => ({
    id: row.id,
    reference: row.reference ?? '',
    language: row.language,
    receivedAt: row.received_at,
    authority: row.authority ?? undefined,
    counted: counted.get(row.id) ?? {},
    records: (later.get(row.id) ?? []).map((record) => toReferralRecord(record, counted.get(record.id) ?? {})),
  }))
}

function toReferralRecord(row: RecordTable, counted: ReferralRecord['counted']): ReferralRecord {
  return { id: row.id, form: row.form, receivedAt: row.received_at, occurredAt: row.occurred_at, counted }
}

function groupAnswers(
  answers: readonly { readonly record: string; readonly question: string; readonly value: string }[],
): ReadonlyMap<string, Readonly<Record<string, readonly string[]>>> {
  const byRecord = new Map<string, Record<string, string[]>>()
  for (const { record, question, value } of answers) {
    const counted = byRecord.get(record) ?? {}
    byRecord.set(record, counted)
    counted[question] = [...(counted[question] ?? []), value]
  }
  return byRecord
}
