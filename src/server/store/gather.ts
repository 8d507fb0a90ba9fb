import { sql, type Transaction } from 'kysely'
import type { Database, DatabaseType } from '#server/store/database.ts'
import type { Tables } from '#server/store/tables.ts'

type Work<Result> = (trx: Transaction<Tables>) => Promise<Result>

/** Work that waits for its turn, and how to say what came of it. */
type Waiting = {
  readonly work: Work<unknown>
  readonly resolve: (result: unknown) => void
  readonly reject: (error: unknown) => void
}

/** As many as are written in a few milliseconds. */
const MOST_TOGETHER = 32

const waitingFor = new WeakMap<Database, Waiting[]>()

/**
 * Does work in a transaction, all of it or none, and returns when it is on the disk. On SQLite, whose one writer waits
 * for the disk each time, those who come together wait for it together: one commit for all. What fails takes nobody
 * with it. PostgreSQL gathers by itself.
 *
 * @source DESIGN 12 "Commits may be gathered under load"
 */
export function inOneCommit<Result>(
  { db, databaseType }: { readonly db: Database; readonly databaseType: DatabaseType },
  work: Work<Result>,
): Promise<Result> {
  if (databaseType !== 'sqlite') return db.transaction().execute(work)
  return new Promise((resolve, reject) => {
    const waiting = { work, resolve: resolve as (result: unknown) => void, reject }
    const others = waitingFor.get(db)
    if (others) return void others.push(waiting)
    waitingFor.set(db, [waiting])
    // Not at once: those whose bytes have come in the same moment are only a step away.
    setImmediate(() => void writeAll(db))
  })
}

async function writeAll(db: Database): Promise<void> {
  for (;;) {
    const together = waitingFor.get(db)?.splice(0, MOST_TOGETHER) ?? []
    if (together.length === 0) break
    await writeTogether(db, together)
  }
  waitingFor.delete(db)
}

async function writeTogether(db: Database, together: readonly Waiting[]): Promise<void> {
  try {
    const ends = await db.transaction().execute(async (trx) => {
      const [only, another] = together
      // Its failure is the transaction's own.
      if (only && !another) return [await endOf(only, only.work(trx))]
      const said: (() => void)[] = []
      for (const waiting of together) said.push(await apart(trx, waiting))
      return said
    })
    for (const end of ends) end()
  } catch (error) {
    // The disk is full, or gone: nothing of it was stored.
    for (const { reject } of together) reject(error)
  }
}

/** Does one piece of work so that it can be taken back alone. @returns what to say once all is on the disk. */
async function apart(trx: Transaction<Tables>, waiting: Waiting): Promise<() => void> {
  await sql`savepoint apart`.execute(trx)
  try {
    return await endOf(waiting, waiting.work(trx))
  } catch (error) {
    await sql`rollback to apart`.execute(trx)
    return () => waiting.reject(error)
  } finally {
    await sql`release apart`.execute(trx)
  }
}

async function endOf({ resolve }: Waiting, working: Promise<unknown>): Promise<() => void> {
  const result = await working
  return () => resolve(result)
}
