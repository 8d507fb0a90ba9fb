import { sql, type Transaction } from 'kysely'
import { parsePeriod, quarterOf } from '#domain/participation/period.ts'
import { type Instant, londonInstant } from '#domain/time/instant.ts'
import type { Database, DatabaseType, Reader } from '#server/store/database.ts'
import type { RecordTable, Tables } from '#server/store/tables.ts'

/** The form of the record that says that something was erased. Nobody fills it in. */
export const ERASURE = 'erasure'

/** The counted answers that say on which day something was, which an erased record no longer tells. */
const DAY = /^\d{4}-\d{2}-\d{2}/

/**
 * Erases a record and all that is about it: envelopes, codes, who had them and who recorded what, words for reports,
 * the reference. What stays says how many, of what kind and in which quarter.
 *
 * @param keeps - the questions whose free answers are figures, and stay.
 * @source DESIGN 6 "it deletes envelopes, cuts times to the quarter, drops staff ids"
 */
export async function eraseRecords(
  trx: Transaction<Tables>,
  rows: readonly RecordTable[],
  isKept: (form: string, question: string) => boolean,
): Promise<void> {
  for (const { id, form, received_at, occurred_at } of rows) {
    await trx.deleteFrom('envelope').where('record', '=', id).execute()
    await trx.deleteFrom('code').where('record', '=', id).execute()
    await trx.deleteFrom('access_log').where('record', '=', id).execute()
    await trx
      .updateTable('record')
      .set({
        received_at: quarterStart(received_at),
        occurred_at: quarterStart(occurred_at),
        by: null,
        reference: null,
      })
      .where('id', '=', id)
      .execute()
    const answers = await trx.selectFrom('answer').selectAll().where('record', '=', id).execute()
    for (const { question, value } of answers) {
      const isDay = DAY.test(value)
      if (isKept(form, question) && !isDay) continue
      await trx
        .deleteFrom('answer')
        .where('record', '=', id)
        .where('question', '=', question)
        .where('value', '=', value)
        .execute()
      if (isDay && isKept(form, question))
        await trx
          .insertInto('answer')
          .values({ record: id, question, value: startOfQuarterIn(value) })
          .onConflict((conflict) => conflict.doNothing())
          .execute()
    }
  }
}

/** The erasures there were, newest first: of which record, of what kind (the one answer they have), and when. */
export async function listErasures(db: Reader): Promise<readonly (RecordTable & { readonly kind: string })[]> {
  return db
    .selectFrom('record')
    .innerJoin('answer', 'answer.record', 'record.id')
    .selectAll('record')
    .select('answer.value as kind')
    .where('form', '=', ERASURE)
    .where('answer.question', '=', 'kind')
    .orderBy('received_at', 'desc')
    .execute()
}

/** Records of these forms that came before a moment and have not been erased, oldest first. */
export async function listUnerasedBefore(
  db: Reader,
  forms: readonly string[],
  before: Instant,
): Promise<readonly RecordTable[]> {
  return db
    .selectFrom('record')
    .selectAll()
    .where('form', 'in', forms)
    .where('received_at', '<', before)
    .where(
      'id',
      'not in',
      db
        .selectFrom('record')
        .select('about')
        .where('form', '=', ERASURE)
        .where('about', 'is not', null)
        .$castTo<{ about: string }>(),
    )
    .orderBy('received_at')
    .execute()
}

/** Clears away what either database keeps of rows that were changed: in the write-ahead log, or beside the new rows. */
export async function clearTraces(db: Database, type: DatabaseType): Promise<void> {
  if (type === 'sqlite') await sql`pragma wal_checkpoint(truncate)`.execute(db)
  else await sql`vacuum record, answer, envelope, code, access_log`.execute(db)
}

function quarterStart(moment: Instant): Instant {
  const quarter = parsePeriod(quarterOf(moment))
  return quarter ? londonInstant(quarter.from, '00:00') : moment
}

/** A day, or a moment, cut to the first day of its quarter in the same shape. */
function startOfQuarterIn(value: string): string {
  const isMoment = value.length > 10
  const start = quarterStart((isMoment ? value : `${value}T12:00:00.000Z`) as Instant)
  return isMoment ? start : new Date(Date.parse(start) + 12 * 3_600_000).toISOString().slice(0, 10)
}
