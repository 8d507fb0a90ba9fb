import type { Kysely } from 'kysely'

/** A notice goes by mail or by webhook, and with others that are due at the same time. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('outbox')
    .addColumn('channel', 'text', (c) => c.notNull().defaultTo('mail'))
    .execute()
  await db.schema.alterTable('outbox').addColumn('batch', 'text').execute()
  await db.schema.createIndex('outbox_batch').on('outbox').column('batch').execute()
}
