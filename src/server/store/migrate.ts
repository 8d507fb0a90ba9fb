import { sql } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import type { Database, DatabaseType } from '#server/store/database.ts'
import * as firstTables from '#server/store/migrations/0001-first-tables.ts'
import * as notices from '#server/store/migrations/0002-notices.ts'
import * as apiTokens from '#server/store/migrations/0003-api-tokens.ts'
import * as people from '#server/store/migrations/0004-people.ts'

const migrations: Record<string, Migration> = {
  '0001-first-tables': firstTables,
  '0002-notices': notices,
  '0003-api-tokens': apiTokens,
  '0004-people': people,
}

/** The names of every migration, in their order. */
export const migrationNames: readonly string[] = Object.keys(migrations).sort()

/**
 * Brings the tables up to date. Safe to run at every start and by several processes at once.
 *
 * @throws the first migration's error; the database is then as it was.
 */
export async function migrate(db: Database, type: DatabaseType): Promise<void> {
  const schema = type === 'postgres' ? await currentSchema(db) : undefined
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => migrations },
    ...(schema !== undefined && { migrationTableSchema: schema }),
  })
  const { error } = await migrator.migrateToLatest()
  if (error) throw error
}

/** The schema that tables are made in. Unnamed, the migrator would take another schema's migrations for ours. */
async function currentSchema(db: Database): Promise<string | undefined> {
  const { rows } = await sql<{ name: string }>`select current_schema() as name`.execute(db)
  return rows[0]?.name
}
