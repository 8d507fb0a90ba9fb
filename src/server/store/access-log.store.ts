import { randomUUID } from 'node:crypto'
import type { Audience } from '#domain/audience.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { Reader } from '#server/store/database.ts'
import { inBatches } from '#server/store/in-batches.ts'

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
  | 'token-made'
  | 'token-revoked'
  | 'read-by-system'
  | 'found-damaged'
  | 'signed-out-everywhere'
  | 'key-rebuilt'
  | 'exported-names'

/** By which names leave us, for the council. */
const disclosures: readonly Act[] = ['listed-for-council', 'exported-names']

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
  await inBatches(named, (some) =>
    db
      .insertInto('access_log')
      .values(some.map((record) => ({ id: randomUUID(), at, staff, act, record })))
      .execute(),
  )
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

/** A line with the reference of what it was about. */
export type StoredAccess = {
  readonly at: Instant
  readonly staff: string
  readonly act: string
  readonly record: string | null
  readonly reference: string | null
  /** Whose desk the record is on. */
  readonly audience: string | null
}

/** Lines about records on these desks, and those about none where they are wanted; newest first. */
export async function listAccesses(
  db: Reader,
  asked: {
    readonly audiences: readonly Audience[]
    readonly withGeneral: boolean
    readonly offset: number
    readonly limit: number
  },
): Promise<readonly StoredAccess[]> {
  return db
    .selectFrom('access_log')
    .leftJoin('record', 'record.id', 'access_log.record')
    .leftJoin('record as begun', 'begun.id', 'record.about')
    .select((eb) => [
      'access_log.at',
      'access_log.staff',
      'access_log.act',
      'access_log.record',
      'record.audience',
      eb.fn.coalesce('record.reference', 'begun.reference').as('reference'),
    ])
    .where((eb) =>
      eb.or([
        ...(asked.audiences.length > 0 ? [eb('record.audience', 'in', asked.audiences)] : []),
        ...(asked.withGeneral ? [eb('access_log.record', 'is', null)] : []),
      ]),
    )
    .orderBy('access_log.at', 'desc')
    .orderBy('access_log.id')
    .offset(asked.offset)
    .limit(asked.limit)
    .execute()
}

/** One list of names that was made for the council: by whom, when, of how many cases. */
export type StoredDisclosure = {
  readonly at: Instant
  readonly staff: string
  readonly act: string
  readonly cases: number
}

/** The lists that were made for the council of cases on these desks, newest first. @source LW-9.6 */
export async function listDisclosures(
  db: Reader,
  asked: { readonly audiences: readonly Audience[]; readonly offset: number; readonly limit: number },
): Promise<readonly StoredDisclosure[]> {
  if (asked.audiences.length === 0) return []
  const rows = await db
    .selectFrom('access_log')
    .innerJoin('record', 'record.id', 'access_log.record')
    .select((eb) => [
      'access_log.at',
      'access_log.staff',
      'access_log.act',
      // A list may hand out much of a case; it is one case all the same.
      eb.fn.count(eb.fn.coalesce('record.about', 'record.id')).distinct().as('cases'),
    ])
    .where('access_log.act', 'in', disclosures)
    .where('record.audience', 'in', asked.audiences)
    .groupBy(['access_log.at', 'access_log.staff', 'access_log.act'])
    .orderBy('access_log.at', 'desc')
    .orderBy('access_log.staff')
    .offset(asked.offset)
    .limit(asked.limit)
    .execute()
  return rows.map(({ cases, ...row }) => ({ ...row, cases: Number(cases) }))
}

/** The records that somebody found damaged, each once, the latest first. */
export async function listDamaged(db: Reader): Promise<readonly { readonly record: string; readonly at: Instant }[]> {
  const rows = await db
    .selectFrom('access_log')
    .select((eb) => ['record', eb.fn.max('at').as('at')])
    .where('act', '=', 'found-damaged')
    .where('record', 'is not', null)
    .groupBy('record')
    .orderBy('at', 'desc')
    .execute()
  return rows.flatMap(({ record, at }) => (record ? [{ record, at }] : []))
}
