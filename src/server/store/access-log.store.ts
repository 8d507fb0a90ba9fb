import { randomUUID } from 'node:crypto'
import type { Instant } from '#domain/time/instant.ts'
import type { Reader } from '#server/store/database.ts'

/** What a member of staff did that has to be seen afterwards. */
export type Act =
  | 'opened-referral'
  | 'compared'
  | 'listed-for-council'
  | 'opened-survey-words'
  | 'key-made'
  | 'key-shared'
  | 'key-rotated'
  | 'key-forgotten'
  | 'invited'
  | 'way-in-renewed'
  | 'member-removed'

/** One line of the access log: who did what when, and to which records. */
export type Access = {
  readonly at: Instant
  readonly staff: string
  readonly act: Act
  /** The records that were handed out; empty for an act that is not about one. */
  readonly records?: readonly string[]
}

/** Writes who was handed which envelopes, or did what with keys and people: one row for each record. */
export async function logAccess(db: Reader, { at, staff, act, records = [] }: Access): Promise<void> {
  const named = records.length > 0 ? records : [null]
  await db
    .insertInto('access_log')
    .values(named.map((record) => ({ id: randomUUID(), at, staff, act, record })))
    .execute()
}

/** When the envelopes of a record were handed out, oldest first. Who had them is not said. */
export async function listOpenings(db: Reader, record: string): Promise<readonly Instant[]> {
  const rows = await db
    .selectFrom('access_log')
    .select('at')
    .where('record', '=', record)
    .where('act', '=', 'opened-referral')
    .orderBy('at')
    .execute()
  return rows.map(({ at }) => at)
}
