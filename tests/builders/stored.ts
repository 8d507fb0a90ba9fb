import { DatabaseSync } from 'node:sqlite'
import pg from 'pg'
import type { DatabasePlace } from '#server/store/database.ts'
import { sqliteFile } from '#server/store/sqlite.ts'

/** Looks into a server's database from outside, while it runs or after, whichever of the two it is. */
export async function stored<Row>({ databaseUrl, dataDir }: DatabasePlace, sql: string): Promise<readonly Row[]> {
  if (databaseUrl) {
    const client = new pg.Client({ connectionString: databaseUrl })
    await client.connect()
    try {
      return (await client.query(sql)).rows as Row[]
    } finally {
      await client.end()
    }
  }
  const file = new DatabaseSync(sqliteFile(dataDir), { readOnly: true })
  try {
    return file.prepare(sql).all() as Row[]
  } finally {
    file.close()
  }
}

/** The settings with which a server uses a database. */
export function settingsFor({ databaseUrl }: DatabasePlace): Readonly<Record<string, string>> {
  return databaseUrl
    ? { DATABASE_URL: databaseUrl, APP_SECRET: 'a secret of a test, thirty-two characters or more' }
    : {}
}
