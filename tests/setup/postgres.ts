import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startPostgres } from '../builders/postgres.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of the PostgreSQL that was started for this run; absent where SQLite is tested. */
    postgresUrl: string | undefined
  }
}

/** Starts one PostgreSQL for all files of a run; each test makes a database of its own in it. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const postgres = await startPostgres()
  const keeper = new pg.Client({ connectionString: postgres.url })
  await keeper.connect()
  // Those that finished tests have left: tests/builders/test-database.ts.
  await keeper.query('create table free_database (name text)')
  await keeper.end()
  project.provide('postgresUrl', postgres.url)
  return postgres.remove
}
