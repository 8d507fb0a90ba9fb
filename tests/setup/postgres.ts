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
  project.provide('postgresUrl', postgres.url)
  return postgres.remove
}
