import { randomUUID } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { expect, inject, onTestFinished } from 'vitest'
import { tableNames } from '#server/store/table-names.ts'

/** Where an empty database is: what `openDatabase` takes. */
export type TestDatabase = { readonly databaseUrl: string | undefined; readonly dataDir: string }

/**
 * A place for one test's database: a folder for SQLite or, where the run is about PostgreSQL (vitest.config.ts),
 * also a database there.
 */
export async function newDatabase(): Promise<TestDatabase> {
  const postgresUrl = inject('postgresUrl')
  return {
    dataDir: mkdtempSync(join(tmpdir(), 'llafar-test-')),
    databaseUrl: postgresUrl === undefined ? undefined : await newPostgresDatabase(postgresUrl),
  }
}

/** An empty database on a PostgreSQL server: one that a finished test has left, or a new one. @returns its address. */
export async function newPostgresDatabase(postgresUrl: string): Promise<string> {
  const name = await asKeeper(postgresUrl, async (keeper) => (await takeFree(keeper)) ?? (await create(keeper)))
  const url = Object.assign(new URL(postgresUrl), { pathname: name }).href
  // Making one costs more than most tests do. What is opened before all tests of a file is not given back.
  if (expect.getState().currentTestName !== undefined) onTestFinished(() => giveBack(postgresUrl, { name, url }))
  return url
}

async function takeFree(keeper: pg.Client): Promise<string | undefined> {
  const { rows } = await keeper.query<{ name: string }>(
    'delete from free_database where ctid = (select ctid from free_database limit 1 for update skip locked) returning name',
  )
  return rows[0]?.name
}

async function create(keeper: pg.Client): Promise<string> {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await keeper.query(`create database ${name}`)
  return name
}

async function giveBack(postgresUrl: string, { name, url }: { readonly name: string; readonly url: string }) {
  await asKeeper(url, async (keeper) => {
    const { rows } = await keeper.query<{ there: boolean }>(`select to_regclass('record') is not null as there`)
    if (rows[0]?.there) await keeper.query(emptyAll)
  })
  await asKeeper(postgresUrl, (keeper) => keeper.query('insert into free_database values ($1)', [name]))
}

const emptyAll = [...tableNames]
  .reverse()
  .map((table) => `delete from ${table};`)
  .join(' ')

async function asKeeper<Result>(url: string, act: (keeper: pg.Client) => Promise<Result>): Promise<Result> {
  const keeper = new pg.Client({ connectionString: url })
  await keeper.connect()
  try {
    return await act(keeper)
  } finally {
    await keeper.end()
  }
}
