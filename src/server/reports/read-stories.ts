import type { ReferralRecord, ReferralStory } from '#domain/referral/referral.ts'
import { isOffer } from '#domain/referral/story-kind.ts'
import { REFERRAL_FORMS } from '#server/reports/received.ts'
import type { Reader } from '#server/store/database.ts'
import { listAnswers, listRecordsAbout } from '#server/store/record.store.ts'
import type { RecordTable } from '#server/store/tables.ts'

/** Ids in one query: both databases limit how many values a query may carry, SQLite at 32,766. */
const IDS_AT_ONCE = 500

/** Reads these referrals with everything in clear that was recorded about them. Other ids are passed over. */
export async function readStories(db: Reader, ids: readonly string[]): Promise<readonly ReferralStory[]> {
  const referrals = (await inBatches(ids, (some) => listReferrals(db, some))).flat()
  const about = (
    await inBatches(
      referrals.map(({ id }) => id),
      (some) => listRecordsAbout(db, some),
    )
  ).flat()
  const everyId = [...referrals, ...about].map(({ id }) => id)
  const answers = (await inBatches(everyId, (some) => listAnswers(db, some))).flat()
  const counted = countedByRecord(answers)
  const later = Map.groupBy(about, (record) => record.about)
  const stories = referrals.map((row) => ({
    id: row.id,
    form: row.form,
    reference: row.reference ?? '',
    language: row.language,
    receivedAt: row.received_at,
    authority: row.authority ?? undefined,
    counted: counted.get(row.id) ?? {},
    records: (later.get(row.id) ?? []).map((record) => toReferralRecord(record, counted.get(record.id) ?? {})),
  }))
  return stories.filter((story) => !isOffer(story))
}

/** The form is looked at here: asked for in the query, SQLite would take the index on forms and read them all. */
async function listReferrals(db: Reader, ids: readonly string[]): Promise<readonly RecordTable[]> {
  const rows = await db.selectFrom('record').selectAll().where('id', 'in', ids).execute()
  return rows.filter((row) => row.audience === 'team' && REFERRAL_FORMS.some((form) => form === row.form))
}

async function inBatches<T>(ids: readonly string[], read: (some: readonly string[]) => Promise<T>): Promise<T[]> {
  const results: T[] = []
  for (let from = 0; from < ids.length; from += IDS_AT_ONCE)
    results.push(await read(ids.slice(from, from + IDS_AT_ONCE)))
  return results
}

function toReferralRecord(row: RecordTable, counted: ReferralRecord['counted']): ReferralRecord {
  return { id: row.id, form: row.form, receivedAt: row.received_at, occurredAt: row.occurred_at, counted }
}

function countedByRecord(
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
