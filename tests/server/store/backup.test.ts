import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { sql } from 'kysely'
import { afterEach, describe, expect, inject, test } from 'vitest'
import { backUp, CopyError, move, restore } from '#server/store/backup.ts'
import { digestTables } from '#server/store/copy-tables.ts'
import { type Database, type DatabasePlace, openDatabase } from '#server/store/database.ts'
import { sqliteFile } from '#server/store/sqlite.ts'
import { acts, arrives } from '../../builders/desk.ts'
import { openEnvelope } from '../../builders/opened-envelopes.ts'
import { aBrowser, aMember, aSignIn, PASSWORD, setSecondFactor } from '../../builders/staff-sign-in.ts'
import { makeTestApp, type TestApp } from '../../builders/test-app.ts'
import { newPostgresDatabase } from '../../builders/test-database.ts'

const postgresUrl = inject('postgresUrl')
const opened: Database[] = []
afterEach(async () => {
  for (const db of opened.splice(0)) await db.destroy()
})

/** Opens a place as it is, to look into it. */
function look(place: DatabasePlace): Database {
  const { db } = openDatabase(place)
  opened.push(db)
  return db
}

const newFolder = () => mkdtempSync(join(tmpdir(), 'llafar-backup-'))
const newFile = () => join(newFolder(), 'backup.sqlite')

/** A service in which things have happened: a referral that is screened and allocated, a complaint, equality answers. */
async function aService(): Promise<{ readonly app: TestApp; readonly referral: string }> {
  const app = await makeTestApp()
  const { id } = await arrives(app, 'self-referral', { gender: 'girl', ethnicity: 'asian', name: 'Gŵen 😀' })
  const screened = await acts(app, {
    form: 'screening',
    about: id,
    answers: { decision: 'accepted', priority: 'soon' },
  })
  if (screened.kind !== 'stored') throw new Error(JSON.stringify(screened))
  await arrives(app, 'feedback')
  return { app, referral: id }
}

/** Every kind of database that a backup of this run can be put into. */
const places: readonly (readonly [string, () => Promise<DatabasePlace>])[] = [
  ['SQLite', async () => ({ dataDir: newFolder() })],
  ...(postgresUrl === undefined
    ? []
    : [
        [
          'PostgreSQL',
          async () => ({ dataDir: newFolder(), databaseUrl: await newPostgresDatabase(postgresUrl) }),
        ] as const,
      ]),
]

describe.each(places)('a backup that is put into %s', (_name, newPlace) => {
  test('holds every row of every table, exactly', async () => {
    const { app } = await aService()
    const [file, place] = [newFile(), await newPlace()]

    await backUp(app.config, file)
    await restore(file, place)

    expect([...(await digestTables(look(place)))]).toEqual([...(await digestTables(app.db))])
    expect((await look(place).selectFrom('record').select('id').execute()).length).toBeGreaterThan(2)
  })

  test('opens with the key on paper, by the age program', async () => {
    const { app, referral } = await aService()
    const [file, place] = [newFile(), await newPlace()]
    await backUp(app.config, file)
    await restore(file, place)

    const { sealed } = await look(place)
      .selectFrom('envelope')
      .select('sealed')
      .where('record', '=', referral)
      .executeTakeFirstOrThrow()

    expect(await openEnvelope(sealed, await app.paperKeyOf('team'))).toContain('"name":"Gŵen 😀"')
  })

  test('lets a member sign in anew with password and second factor, and keeps nobody signed in', async () => {
    const server = await aSignIn()
    await aMember(server, 'mari@example.test', ['coordinator'])
    await setSecondFactor(server, 'mari@example.test', aBrowser())
    const [file, place] = [newFile(), await newPlace()]

    await backUp(server.place, file)
    await restore(file, place)

    const restored = await aSignIn(place)
    opened.push(restored.db)
    expect(await restored.db.selectFrom('staff_session').selectAll().execute()).toEqual([])
    const answer = await restored.signIn.tryPassword(
      { email: 'mari@example.test', password: PASSWORD },
      aBrowser().visitor(),
    )
    expect(answer.outcome).toBe('second-factor')
  })
})

describe('a backup', () => {
  test('is of one moment: what comes while it is made is wholly in or wholly out', async () => {
    const { app } = await aService()
    const file = newFile()

    const [, ...sent] = await Promise.all([
      backUp(app.config, file),
      ...Array.from({ length: 10 }, () => arrives(app, 'self-referral')),
    ])

    const copy = new DatabaseSync(file, { readOnly: true })
    const count = (table: string) => Number(copy.prepare(`select count(*) as n from ${table}`).get()?.n)
    expect([sent.length, count("code where kind = 'idempotency'")]).toEqual([10, count('record')])
    copy.close()
  })

  test('is one file for its owner alone, with nothing beside it', async () => {
    const { app } = await aService()
    const file = newFile()

    await backUp(app.config, file)

    expect([readdirSync(join(file, '..')), statSync(file).mode & 0o777]).toEqual([['backup.sqlite'], 0o600])
  })

  test('is never written over another', async () => {
    const { app } = await aService()
    const file = newFile()
    writeFileSync(file, 'an earlier one')

    await expect(backUp(app.config, file)).rejects.toThrow(CopyError)

    expect(readFileSync(file, 'utf8')).toBe('an earlier one')
  })

  test('has no session in its bytes', async () => {
    const server = await aSignIn()
    await aMember(server, 'mari@example.test', ['coordinator'])
    await setSecondFactor(server, 'mari@example.test', aBrowser())
    const sessions = await server.db.selectFrom('staff_session').select('token').execute()
    const file = newFile()

    await backUp(server.place, file)

    const bytes = readFileSync(file, 'latin1')
    expect([sessions.length > 0, sessions.filter(({ token }) => bytes.includes(token))]).toEqual([true, []])
  })
})

describe('a restore is refused', () => {
  const refused = async (file: string, place: DatabasePlace) =>
    restore(file, place).then(
      () => 'taken',
      (error: unknown) => (error instanceof CopyError ? error.message : error),
    )

  test('where there is a database already', async () => {
    const { app } = await aService()
    const file = newFile()
    await backUp(app.config, file)

    const said = await refused(file, app.config)

    expect(said).toMatch(postgresUrl ? /is not empty/ : /is there already/)
  })

  test('of a damaged backup, and nothing is written', async () => {
    const { app } = await aService()
    const file = newFile()
    await backUp(app.config, file)
    const bytes = readFileSync(file)
    bytes.fill(0xff, 8192, 16_384)
    writeFileSync(file, bytes)
    const dataDir = newFolder()

    expect(await refused(file, { dataDir })).toMatch(/is damaged/)
    expect(existsSync(sqliteFile(dataDir))).toBe(false)
  })

  test('of something that is none', async () => {
    const [letter, empty] = [newFile(), newFile()]
    writeFileSync(letter, 'a letter')
    new DatabaseSync(empty).close()

    expect(await refused(letter, { dataDir: newFolder() })).toMatch(/is damaged/)
    expect(await refused(empty, { dataDir: newFolder() })).toMatch(/is no backup of Llafar/)
  })

  test('of a backup that a newer Llafar made', async () => {
    const { app } = await aService()
    const file = newFile()
    await backUp(app.config, file)
    const copy = new DatabaseSync(file)
    copy.exec("insert into kysely_migration values ('9999-later', '2030-01-01')")
    copy.close()

    expect(await refused(file, { dataDir: newFolder() })).toMatch(/newer Llafar \(it has 9999-later\)/)
  })
})

if (postgresUrl === undefined) {
  describe('a service on SQLite', () => {
    test('is not moved while something has its file open', async () => {
      const { app } = await aService()

      await expect(move(app.config.dataDir, 'postgresql://nobody@127.0.0.1:1/none')).rejects.toThrow(/is in use/)
    })
  })
} else {
  describe('a service that moves to PostgreSQL', () => {
    /** A folder with a SQLite service in it, whatever this run is about. */
    async function aFolder(): Promise<string> {
      const { app } = await aService()
      const [file, dataDir] = [newFile(), newFolder()]
      await backUp(app.config, file)
      copyFileSync(file, sqliteFile(dataDir))
      return dataDir
    }

    test('has every row there, and the file stays as it was', async () => {
      const dataDir = await aFolder()
      const databaseUrl = await newPostgresDatabase(postgresUrl)

      await move(dataDir, databaseUrl)

      expect([...(await digestTables(look({ dataDir, databaseUrl })))]).toEqual([
        ...(await digestTables(look({ dataDir }))),
      ])
    })

    test('is refused by a database that holds anything', async () => {
      const { app } = await aService()

      await expect(move(await aFolder(), app.config.databaseUrl ?? '')).rejects.toThrow(/is not empty/)
    })

    test('that breaks off leaves the new database empty', async () => {
      const dataDir = await aFolder()
      const databaseUrl = await newPostgresDatabase(postgresUrl)
      const broken = move(dataDir, databaseUrl, (table) => {
        if (table === 'envelope') throw new Error('the power goes')
      })

      await expect(broken).rejects.toThrow('the power goes')
      const { rows } = await sql`select id from record`.execute(look({ dataDir, databaseUrl }))
      expect(rows).toEqual([])
    })
  })
}
