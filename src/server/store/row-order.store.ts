import { sql } from 'kysely'
import type { Database } from '#server/store/database.ts'

/**
 * Writes counts and surveys anew, all in one transaction, and lets go of how they were: PostgreSQL keeps beside every
 * row the number of the transaction that wrote it, and so between which records with a time it came.
 *
 * @param surveys - the forms whose records must not be placed among the others.
 * @source H12; docs/threat-model.md "On PostgreSQL"
 */
export async function rewriteUntimed(db: Database, surveys: readonly string[]): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await trx.updateTable('tally').set({ n: sql`n` }).execute()
    if (surveys.length === 0) return
    const ofSurvey = trx.selectFrom('record').select('id').where('form', 'in', surveys)
    await trx.updateTable('answer').set({ value: sql`value` }).where('record', 'in', ofSurvey).execute()
    await trx.updateTable('envelope').set({ sealed: sql`sealed` }).where('record', 'in', ofSurvey).execute()
    await trx.updateTable('code').set({ kind: sql`kind` }).where('record', 'in', ofSurvey).execute()
    await trx.updateTable('record').set({ form: sql`form` }).where('form', 'in', surveys).execute()
  })
  await sql`vacuum tally, answer, envelope, code, record`.execute(db)
}
