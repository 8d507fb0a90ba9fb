import { sql } from 'kysely'
import type { App } from '#server/app.ts'

/** Tells whether a write would reach the disk: begins a write transaction, and takes it back. */
export async function canStore(app: App): Promise<boolean> {
  const probe = new ProbeDone()
  try {
    await app.db.transaction().execute(async (trx) => {
      await trx
        .insertInto('setting')
        .values({ name: `probe-${crypto.randomUUID()}`, value: '' })
        .execute()
      await sql`select 1`.execute(trx)
      throw probe
    })
  } catch (error) {
    if (error === probe) return true
    app.log.failed('cannot-store', error)
  }
  return false
}

/** Thrown to take the probe back. */
class ProbeDone extends Error {
  override name = 'ProbeDone'
}
