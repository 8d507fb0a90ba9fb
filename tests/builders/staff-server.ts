import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { parse } from 'yaml'
import { serviceSchema } from '#domain/service/service.ts'
import { readConfig } from '#server/config.ts'
import type { Database } from '#server/store/database.ts'
import { aSignIn } from './staff-sign-in.ts'

/** As much of a running server as keys and people need, over a database of its own. */
export async function aServer(kind: 'demonstration' | 'live') {
  const file: unknown = parse(readFileSync('content/services/cymru-demo.yaml', 'utf8'))
  return {
    ...(await aSignIn()),
    config: readConfig({}),
    service: { ...serviceSchema.parse(file), kind },
  }
}

export type TestServer = Awaited<ReturnType<typeof aServer>>

/** Everything in the database, as one text to look for something in. */
export async function everyRow({ db }: { readonly db: Database }): Promise<string> {
  const tables = await db.introspection.getTables()
  const rows = await Promise.all(tables.map(({ name }) => sql`select * from ${sql.table(name)}`.execute(db)))
  return JSON.stringify(rows.map((result) => result.rows))
}
