import { Kysely } from 'kysely'
import { describe, expect, test } from 'vitest'
import { type DatabaseType, openDatabase } from '#server/store/database.ts'
import { inOneCommit } from '#server/store/gather.ts'
import { migrate } from '#server/store/migrate.ts'
import { sqliteDialect } from '#server/store/sqlite.ts'
import type { Tables } from '#server/store/tables.ts'
import { newDatabase } from '../../builders/test-database.ts'

async function aStore() {
  const place = await newDatabase()
  const { db, type: databaseType } = openDatabase(place)
  await migrate(db, databaseType)
  return { db, databaseType }
}

type Store = { readonly db: Kysely<Tables>; readonly databaseType: DatabaseType }

const put = (store: Store, name: string) =>
  inOneCommit(store, async (trx) => {
    await trx.insertInto('setting').values({ name, value: 'x' }).execute()
    return name
  })
const namesIn = async ({ db }: Store) =>
  (await db.selectFrom('setting').select('name').where('name', 'like', 'a%').orderBy('name').execute()).map(
    ({ name }) => name,
  )

describe('what is written at once', () => {
  test('is all there, and each is told its own result', async () => {
    const store = await aStore()
    const names = Array.from({ length: 100 }, (_, index) => `a${index}`)

    expect(await Promise.all(names.map((name) => put(store, name)))).toEqual(names)
    expect(await namesIn(store)).toEqual(names.toSorted())
  })

  test('is not taken back with one that fails half way', async () => {
    const store = await aStore()
    const fails = inOneCommit(store, async (trx) => {
      await trx.insertInto('setting').values({ name: 'a-half', value: 'x' }).execute()
      throw new Error('half way')
    })

    const ends = await Promise.allSettled([put(store, 'a1'), fails, put(store, 'a2')])

    expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(await namesIn(store)).toEqual(['a1', 'a2'])
  })

  test('is refused alone where the database refuses it, and those after it are written', async () => {
    const store = await aStore()

    const ends = await Promise.allSettled([put(store, 'a1'), put(store, 'a1'), put(store, 'a2')])

    expect(ends.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'fulfilled', 'rejected'])
    expect(await namesIn(store)).toEqual(['a1', 'a2'])
  })

  test('alone and failing is taken back, and the next one is written', async () => {
    const store = await aStore()
    await expect(
      inOneCommit(store, async (trx) => {
        await trx.insertInto('setting').values({ name: 'a1', value: 'x' }).execute()
        throw new Error('half way')
      }),
    ).rejects.toThrow('half way')

    await put(store, 'a2')

    expect(await namesIn(store)).toEqual(['a2'])
  })
})

describe('on SQLite', () => {
  async function aWatchedStore() {
    const { dataDir } = await newDatabase()
    const said: string[] = []
    const db = new Kysely<Tables>({ dialect: sqliteDialect(dataDir), log: ({ query }) => void said.push(query.sql) })
    await migrate(db, 'sqlite')
    said.length = 0
    return { store: { db, databaseType: 'sqlite' as const }, said }
  }

  test('those who come together wait for the disk once', async () => {
    const { store, said } = await aWatchedStore()

    await Promise.all(Array.from({ length: 20 }, (_, index) => put(store, `a${index}`)))

    expect(said.filter((sql) => sql === 'commit')).toHaveLength(1)
  })

  test('nobody is told before the disk has it', async () => {
    const { store, said } = await aWatchedStore()
    const told: number[] = []

    await Promise.all(
      ['a1', 'a2', 'a3'].map((name) => put(store, name).then(() => told.push(said.lastIndexOf('commit')))),
    )

    expect(told).toHaveLength(3)
    expect(told.every((place) => place > said.lastIndexOf('release apart'))).toBe(true)
  })

  test('nothing of them is there when the disk refuses', async () => {
    const { store } = await aWatchedStore()
    const refuse = put(store, 'a2').then(
      () => 'told',
      () => 'refused',
    )
    const closing = store.db.destroy()

    await closing
    expect(await refuse).toBe('refused')
  })
})
