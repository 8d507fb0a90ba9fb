import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { serviceSchema } from '#domain/service/service.ts'
import { readConfig } from '#server/config.ts'
import type { Database } from '#server/store/database.ts'
import { tableNames } from '#server/store/table-names.ts'
import { aSignIn } from './staff-sign-in.ts'

/** As much of a running server as keys and people need, over a database of its own. */
export async function aServer(kind: 'demonstration' | 'live') {
  const file: unknown = parse(readFileSync('content/services/cymru-demo.yaml', 'utf8'))
  const signIn = await aSignIn()
  return {
    ...signIn,
    config: { ...readConfig({}), ...signIn.place },
    service: { ...serviceSchema.parse(file), kind },
  }
}

export type TestServer = Awaited<ReturnType<typeof aServer>>

/** Everything in the database, as one text to look for something in. */
export async function everyRow({ db }: { readonly db: Database }): Promise<string> {
  const rows = await Promise.all(tableNames.map((name) => db.selectFrom(name).selectAll().execute()))
  return JSON.stringify(rows)
}
