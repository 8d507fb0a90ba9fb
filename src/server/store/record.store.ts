import type { Transaction } from 'kysely'
import type { Audience } from '#domain/audience.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { Envelope } from '#server/sealing/seal.ts'
import type { Reader } from '#server/store/database.ts'
import type { RecordTable, Tables } from '#server/store/tables.ts'

/** One counted choice of a record. */
export type StoredAnswer = { readonly question: string; readonly value: string }

/** What is sealed for one audience. */
export type NewEnvelope = { readonly audience: Audience; readonly sealed: Envelope }

/** Everything that is written for one record. Nothing sealed can be among the answers: types hold the line. */
export type NewRecord = {
  readonly record: RecordTable
  readonly answers: readonly StoredAnswer[]
  readonly envelopes: readonly NewEnvelope[]
}

/** Takes a transaction, not a database: a record is never stored without what goes with it. */
export async function insertRecord(trx: Transaction<Tables>, { record, answers, envelopes }: NewRecord): Promise<void> {
  await trx.insertInto('record').values(record).execute()
  if (answers.length > 0)
    await trx
      .insertInto('answer')
      .values(answers.map(({ question, value }) => ({ record: record.id, question, value })))
      .execute()
  if (envelopes.length > 0)
    await trx
      .insertInto('envelope')
      .values(envelopes.map((envelope) => ({ record: record.id, ...envelope })))
      .execute()
}

/** @returns undefined when there is no such record. */
export async function findRecord(db: Reader, id: string): Promise<RecordTable | undefined> {
  return db.selectFrom('record').selectAll().where('id', '=', id).executeTakeFirst()
}

/** These records, in the order of their ids here. */
export async function listRecords(db: Reader, ids: readonly string[]): Promise<readonly RecordTable[]> {
  if (ids.length === 0) return []
  const rows = await db.selectFrom('record').selectAll().where('id', 'in', ids).execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** The young person's random id, as the newest screening of a referral has it. @returns undefined before a screening. */
export async function findPersonOf(db: Reader, referral: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('record')
    .select('person')
    .where('about', '=', referral)
    .where('person', 'is not', null)
    .orderBy('received_at', 'desc')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return row?.person ?? undefined
}

/** Records on these desks that came after a place and before a moment, oldest first, but of these forms none. */
export async function listRecordsAfter(
  db: Reader,
  asked: {
    readonly place: { readonly receivedAt: Instant; readonly id: string }
    readonly before: Instant
    readonly audiences: readonly Audience[]
    readonly except: readonly string[]
    readonly limit: number
  },
): Promise<readonly RecordTable[]> {
  const { place, before, audiences, except, limit } = asked
  if (audiences.length === 0) return []
  return db
    .selectFrom('record')
    .selectAll()
    .where('audience', 'in', audiences)
    .where('form', 'not in', except.length > 0 ? except : [''])
    .where('received_at', '<=', before)
    .where((eb) =>
      eb.or([
        eb('received_at', '>', place.receivedAt),
        eb.and([eb('received_at', '=', place.receivedAt), eb('id', '>', place.id)]),
      ]),
    )
    .orderBy('received_at')
    .orderBy('id')
    .limit(limit)
    .execute()
}

/** Records about any of these records, oldest first. */
export async function listRecordsAbout(db: Reader, ids: readonly string[]): Promise<readonly RecordTable[]> {
  if (ids.length === 0) return []
  return db.selectFrom('record').selectAll().where('about', 'in', ids).orderBy('received_at').orderBy('id').execute()
}

/** Counted answers of these records. */
export async function listAnswers(
  db: Reader,
  ids: readonly string[],
): Promise<readonly (StoredAnswer & { readonly record: string })[]> {
  if (ids.length === 0) return []
  return db.selectFrom('answer').selectAll().where('record', 'in', ids).execute()
}

/** An envelope as stored. */
export type StoredEnvelope = { readonly record: string; readonly audience: Audience; readonly sealed: Uint8Array }

/** Envelopes of these records that one of these audiences may open. */
export async function listEnvelopes(
  db: Reader,
  ids: readonly string[],
  audiences: readonly Audience[],
): Promise<readonly StoredEnvelope[]> {
  if (ids.length === 0 || audiences.length === 0) return []
  return db.selectFrom('envelope').selectAll().where('record', 'in', ids).where('audience', 'in', audiences).execute()
}
