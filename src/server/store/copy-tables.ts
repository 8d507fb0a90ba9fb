import { createHash } from 'node:crypto'
import { sql, type Transaction } from 'kysely'
import type { Database, DatabaseType, Reader } from '#server/store/database.ts'
import { tableNames } from '#server/store/table-names.ts'
import type { Tables } from '#server/store/tables.ts'

/** How many rows a table has, and a sum over what is in them: the same for the same rows, whatever their order. */
export type Digest = { readonly rows: number; readonly sum: string }
export type Digests = ReadonlyMap<keyof Tables, Digest>

/** By what rows are told apart: a copy is read page by page along it. */
const keys: Readonly<Record<keyof Tables, readonly string[]>> = {
  record: ['id'],
  answer: ['record', 'question', 'value'],
  envelope: ['record', 'audience'],
  tally: ['form', 'period', 'authority', 'question', 'value'],
  code: ['mac'],
  outbox: ['id'],
  audience_key: ['audience', 'generation'],
  keyring: ['audience', 'generation', 'member'],
  member_key: ['staff'],
  staff: ['id'],
  staff_session: ['id'],
  staff_account: ['id'],
  staff_challenge: ['id'],
  second_factor: ['id'],
  sign_in_rate: ['id'],
  sign_in_wait: ['account_mac'],
  used_code: ['mac'],
  staff_role: ['staff', 'role'],
  invitation: ['id'],
  access_log: ['id'],
  setting: ['name'],
  api_token: ['id'],
}

/** Who is signed in at this moment: a copy lets nobody in. */
export const momentary = ['staff_session', 'staff_challenge', 'sign_in_rate'] as const

const PAGE_ROWS = 500

type Row = Record<string, unknown>

/**
 * Copies every row of one database into another that has the same tables and nothing in them, sessions left out.
 *
 * @param from - a transaction that sees one moment, so that what is written meanwhile is wholly in or wholly out.
 * @returns what was read.
 */
export async function copyTables(
  from: Reader,
  to: { readonly trx: Transaction<Tables>; readonly type: DatabaseType },
  told: (table: string, rows: number) => void = () => undefined,
): Promise<Digests> {
  await deferReferences(to)
  const digests = new Map<keyof Tables, Digest>()
  for (const table of tableNames.filter((name) => !isMomentary(name))) {
    const adding = startDigest()
    for await (const rows of pagesOf(from, table)) {
      for (const row of rows) adding.add(row)
      await to.trx
        .insertInto(table)
        .values(rows as never)
        .execute()
    }
    digests.set(table, adding.end())
    told(table, adding.end().rows)
  }
  await checkReferences(to)
  return digests
}

/** Adds up every table of a database, sessions left out. */
export async function digestTables(db: Reader): Promise<Digests> {
  const digests = new Map<keyof Tables, Digest>()
  for (const table of tableNames.filter((name) => !isMomentary(name))) {
    const adding = startDigest()
    for await (const rows of pagesOf(db, table)) for (const row of rows) adding.add(row)
    digests.set(table, adding.end())
  }
  return digests
}

/** The tables in which two databases differ. */
export function differences(one: Digests, other: Digests): readonly (keyof Tables)[] {
  return [...one].filter(([table, digest]) => digest.sum !== other.get(table)?.sum).map(([table]) => table)
}

/** Tells whether a database has no record and no member. */
export async function isEmpty(db: Database): Promise<boolean> {
  const [record, staff, link] = await Promise.all([
    db.selectFrom('record').select('id').limit(1).executeTakeFirst(),
    db.selectFrom('staff').select('id').limit(1).executeTakeFirst(),
    db.selectFrom('invitation').select('id').limit(1).executeTakeFirst(),
  ])
  return !record && !staff && !link
}

function isMomentary(table: keyof Tables): boolean {
  return (momentary as readonly string[]).includes(table)
}

async function* pagesOf(db: Reader, table: keyof Tables): AsyncGenerator<Row[]> {
  const key = keys[table]
  const columns = sql.join(key.map((name) => sql.ref(name)))
  let last: Row | undefined
  for (;;) {
    const after = last
    const beyond = after ? sql`where (${columns}) > (${sql.join(key.map((name) => after[name]))})` : sql``
    const page = await sql<Row>`
      select * from ${sql.table(table)} ${beyond} order by ${columns} limit ${sql.lit(PAGE_ROWS)}`.execute(db)
    const rows = page.rows.map(plain)
    if (rows.length > 0) yield rows
    if (rows.length < PAGE_ROWS) return
    last = rows.at(-1)
  }
}

/** A row in the values that both databases take: moments as text, true and false as 1 and 0. */
function plain(row: Row): Row {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plainValue(value)]))
}

function plainValue(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString()
  return typeof value === 'boolean' ? Number(value) : value
}

const MODULUS = 2n ** 256n

function startDigest() {
  let [rows, sum] = [0, 0n]
  return {
    add(row: Row) {
      const text = JSON.stringify(
        Object.entries(row)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([name, value]) => [name, value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value]),
      )
      rows += 1
      sum = (sum + BigInt(`0x${createHash('sha256').update(text).digest('hex')}`)) % MODULUS
    },
    end: (): Digest => ({ rows, sum: sum.toString(16) }),
  }
}

type Target = { readonly trx: Transaction<Tables>; readonly type: DatabaseType }

/** Records refer to each other: in the order of their random ids one may come before the one that it is about. */
async function deferReferences({ trx, type }: Target): Promise<void> {
  if (type === 'sqlite') await sql`pragma defer_foreign_keys = on`.execute(trx)
  else
    for (const name of ['record_about_fkey', 'record_corrects_fkey'])
      await sql`alter table record alter constraint ${sql.ref(name)} deferrable initially deferred`.execute(trx)
}

async function checkReferences({ trx, type }: Target): Promise<void> {
  if (type === 'sqlite') return
  await sql`set constraints all immediate`.execute(trx)
  for (const name of ['record_about_fkey', 'record_corrects_fkey'])
    await sql`alter table record alter constraint ${sql.ref(name)} not deferrable`.execute(trx)
}
