import type { ExpressionBuilder, Transaction } from 'kysely'
import type { Audience } from '#domain/audience.ts'
import { addHours, type Instant } from '#domain/time/instant.ts'
import type { Reader } from '#server/store/database.ts'
import { oneAtATime } from '#server/store/setting.store.ts'
import type { OutboxTable, Tables } from '#server/store/tables.ts'

/** Notices that go together, as one mail or one call: the first to be due names them. */
export type Batch = {
  readonly id: string
  readonly channel: OutboxTable['channel']
  readonly audience: Audience
  /** What happened, each kind once, in order of the notices. */
  readonly kinds: readonly string[]
  readonly attempts: number
}

/** Puts a notice in; one that is there stays as it is. @returns false when it was there. */
export async function insertNotice(db: Reader, notice: OutboxTable): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('outbox')
    .values(notice)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** How long a claim holds. A sender gives up well before, so that no two processes send one notice. */
const LEASE_HOURS = 2 / 60
/** The longest that a notice is put off. */
export const LONGEST_WAIT_HOURS = 4
/** The longest that a new notice waits for others. */
const GATHERING_HOURS = 0.25

/**
 * Takes the next notice that is due, with all others for the same people that wait, for two minutes. Once they
 * go together they stay together, so that a repeat is the same mail under the same Message-ID.
 *
 * @returns undefined when nothing is due; 'taken' when another process took it meanwhile: ask again.
 */
export async function claimBatch(
  trx: Transaction<Tables>,
  { channel, now }: { readonly channel: OutboxTable['channel']; readonly now: Instant },
): Promise<Batch | 'taken' | undefined> {
  const due = await findDue(trx, channel, now)
  if (!due) return undefined
  // Gathering touches many notices: two processes that did it at once would take each other's, or wait crosswise.
  await oneAtATime(trx, 'outbox')
  const attempts = due.attempts + 1
  const { numUpdatedRows } = await trx
    .updateTable('outbox')
    .set({ locked_until: addHours(now, LEASE_HOURS), attempts, batch: due.id })
    .where('id', '=', due.id)
    .where('attempts', '=', due.attempts)
    .where('done_at', 'is', null)
    .where((eb) => eb.or([eb('batch', 'is', null), eb('batch', '=', due.id)]))
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) return 'taken'
  await trx
    .updateTable('outbox')
    .set({ batch: due.id })
    .where('batch', 'is', null)
    .where('done_at', 'is', null)
    .where('next_at', '<=', now)
    .where('audience', '=', due.audience)
    .where('channel', '=', due.channel)
    .execute()
  const together = await trx
    .selectFrom('outbox')
    .select('kind')
    .where('batch', '=', due.id)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  const kinds = [...new Set(together.map(({ kind }) => kind))]
  return { id: due.id, channel: due.channel, audience: due.audience, kinds, attempts }
}

function findDue(trx: Transaction<Tables>, channel: OutboxTable['channel'], now: Instant) {
  return trx
    .selectFrom('outbox')
    .selectAll()
    .where('channel', '=', channel)
    .where('done_at', 'is', null)
    .where('gave_up_at', 'is', null)
    .where((eb) => isDue(eb, now))
    .where((eb) => eb.or([eb('batch', 'is', null), eb('batch', '=', eb.ref('id'))]))
    .where((eb) => isFree(eb, now))
    .orderBy('next_at')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
}

type Outbox = ExpressionBuilder<Tables, 'outbox'>

/** A moment further off than we ever set was set by a clock that has been put back since: it counts for nothing. */
function isDue(eb: Outbox, now: Instant) {
  return eb.or([
    eb('next_at', '<=', now),
    eb('next_at', '>', addHours(now, LONGEST_WAIT_HOURS)),
    eb.and([eb('attempts', '=', 0), eb('next_at', '>', addHours(now, GATHERING_HOURS))]),
  ])
}

function isFree(eb: Outbox, now: Instant) {
  return eb.or([
    eb('locked_until', 'is', null),
    eb('locked_until', '<', now),
    eb('locked_until', '>', addHours(now, LEASE_HOURS)),
  ])
}

/** Notes on every notice of a batch what became of it. */
export async function updateBatch(
  db: Reader,
  batch: string,
  values: Partial<Pick<OutboxTable, 'done_at' | 'next_at' | 'locked_until' | 'last_failure' | 'gave_up_at'>>,
): Promise<void> {
  await db.updateTable('outbox').set(values).where('batch', '=', batch).execute()
}

/** Notices that have not gone: waiting after a failure, or given up. Oldest first. */
export async function listStuckNotices(db: Reader): Promise<readonly OutboxTable[]> {
  return db
    .selectFrom('outbox')
    .selectAll()
    .where('done_at', 'is', null)
    .where((eb) => eb.or([eb('gave_up_at', 'is not', null), eb('last_failure', 'is not', null)]))
    .orderBy('created_at')
    .orderBy('id')
    .limit(200)
    .execute()
}

/** The moment since which the oldest notice has been due without going. @returns undefined when none waits. */
export async function oldestWaiting(db: Reader, now: Instant): Promise<Instant | undefined> {
  const row = await db
    .selectFrom('outbox')
    .select('created_at')
    .where('done_at', 'is', null)
    .where((eb) => eb.or([eb('next_at', '<=', now), eb('last_failure', 'is not', null)]))
    .orderBy('created_at')
    .limit(1)
    .executeTakeFirst()
  return row?.created_at
}

/** Lets every notice that was given up be tried anew. @returns how many. */
export async function retryGivenUp(db: Reader, now: Instant): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('outbox')
    .set({ gave_up_at: null, attempts: 0, next_at: now })
    .where('gave_up_at', 'is not', null)
    .where('done_at', 'is', null)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

/** How many notices have not gone: those that wait, and those that were given up. */
export async function countOutbox(db: Reader): Promise<{ readonly waiting: number; readonly givenUp: number }> {
  const row = await db
    .selectFrom('outbox')
    .select((eb) => [eb.fn.countAll<number>().as('open'), eb.fn.count<number>('gave_up_at').as('givenUp')])
    .where('done_at', 'is', null)
    .executeTakeFirstOrThrow()
  return { waiting: Number(row.open) - Number(row.givenUp), givenUp: Number(row.givenUp) }
}
