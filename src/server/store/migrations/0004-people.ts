import type { Kysely } from 'kysely'

/** Whose a case is, and which cases are one young person's, found without reading every record about them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createIndex('record_of_person')
    .on('record')
    .columns(['person', 'about'])
    .where('person', 'is not', null)
    .execute()
  await db.schema
    .createIndex('record_person_of')
    .on('record')
    .columns(['about', 'person'])
    .where('person', 'is not', null)
    .execute()
}
