import { sql } from 'kysely'
import type { ReferralRecord, ReferralStory } from '#domain/referral/referral.ts'
import { isSqlite, type Reader } from '#server/store/database.ts'
import { inBatches } from '#server/store/in-batches.ts'
import type { RecordTable } from '#server/store/tables.ts'

/** A record about something, as far as a story tells of it. */
type Row = Pick<
  RecordTable,
  'id' | 'form' | 'about' | 'person' | 'corrects' | 'audience' | 'received_at' | 'occurred_at' | 'by'
>

/** A record with its counted answers, as it is read. */
export type Entry = { readonly row: Row; readonly counted: ReferralRecord['counted'] }

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
  const ids = rows.map(({ id }) => id)
  const [owned, about] = await Promise.all([
    inBatches(ids, (some) => listOwnAnswers(db, some)),
    inBatches(ids, (some) => listAboutWithAnswers(db, some)),
  ])
  const own = new Map(owned.map(({ id, said }) => [id, said]))
  const entries = about.map(({ said, ...row }) => ({ row, counted: countedIn(said) })).filter(isSeen)
  const later = Map.groupBy(entries, ({ row }) => row.about)
  return rows.map((row) => toStory(row, countedIn(own.get(row.id) ?? null), later.get(row.id) ?? []))
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

function listOwnAnswers(db: Reader, ids: readonly string[]) {
  return db
    .selectFrom('record')
    .select(['id', saidIn(db)])
    .where('id', 'in', ids)
    .execute()
}

/** Records about any of these, oldest first, each with its answers. */
function listAboutWithAnswers(db: Reader, ids: readonly string[]) {
  return db
    .selectFrom('record')
    .select(['id', 'form', 'about', 'person', 'corrects', 'audience', 'received_at', 'occurred_at', 'by', saidIn(db)])
    .where('about', 'in', ids)
    .orderBy('received_at')
    .orderBy('id')
    .execute()
}

/** All counted answers of a record as one JSON text: ten times as fast to read as a row for each. */
function saidIn(db: Reader) {
  const all = isSqlite(db)
    ? sql`json_group_array(json_array(question, value))`
    : sql`json_agg(json_build_array(question, value))::text`
  return sql<string | null>`(select ${all} from answer where answer.record = record.id)`.as('said')
}

function countedIn(said: string | null): ReferralRecord['counted'] {
  const counted: Record<string, string[]> = {}
  for (const [question, value] of JSON.parse(said ?? '[]') as readonly (readonly [string, string])[]) {
    const values = counted[question]
    if (values) values.push(value)
    else counted[question] = [value]
  }
  return counted
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
