import { randomUUID } from 'node:crypto'
import { afterEach, describe, expect, test } from 'vitest'
import type { App } from '#server/app.ts'
import { ensureSetUp } from '#server/operations/keys/ensure-set-up.ts'
import { rotateAudienceKey } from '#server/operations/keys/rotate-audience-key.ts'
import { forgetMemberKey } from '#server/operations/keys/save-member-key.ts'
import { shareAudienceKeys } from '#server/operations/keys/share-audience-key.ts'
import { receiveForm } from '#server/operations/receive-form.ts'
import { removeMember } from '#server/operations/staff/people.ts'
import type { NoticeSender } from '#server/outbox/mail.ts'
import { enqueue } from '#server/outbox/queue.ts'
import { sendDue } from '#server/outbox/send.ts'
import { type Database, openDatabase } from '#server/store/database.ts'
import { listAudienceKeys, listHoldings } from '#server/store/keys.store.ts'
import { migrate } from '#server/store/migrate.ts'
import type { Tables } from '#server/store/tables.ts'
import { aKeyedMember, aReadyService } from '../../builders/key-holders.ts'
import { aServer } from '../../builders/staff-server.ts'
import { makeTestApp, type TestApp } from '../../builders/test-app.ts'
import { newDatabase } from '../../builders/test-database.ts'

const opened: Database[] = []
afterEach(async () => {
  for (const db of opened.splice(0)) await db.destroy()
})

/**
 * The same server as a second process runs it: its own connections to the same database. SQLite is for one process,
 * whose acts take turns on one connection: there it is the server itself.
 */
function beside<Server extends Pick<App, 'db' | 'config'>>(server: Server): Server {
  if (!server.config.databaseUrl) return server
  const { db } = openDatabase(server.config)
  opened.push(db)
  return { ...server, db }
}

const countOf = async (app: TestApp, table: keyof Tables) =>
  (await app.db.selectFrom(table).selectAll().execute()).length

function send(app: TestApp, key: string, answers: Readonly<Record<string, unknown>> = {}) {
  const form = app.forms.get('self-referral')
  if (!form) throw new Error('no form')
  return receiveForm(app, {
    form,
    language: 'cy',
    answers: { name: 'Gwen', contactMethods: ['come-back'], ...answers },
    receipt: { version: app.service.confidentiality.version, language: 'cy', format: 'text', answer: 'understood' },
    trackingCode: true,
    idempotencyKey: key,
  })
}

describe('a hundred referrals at once, at two servers', () => {
  test('are each stored once, with envelope, codes and notice', async () => {
    const app = await makeTestApp()
    const servers = [app, beside(app)]

    const received = await Promise.all(
      Array.from({ length: 100 }, (_, index) => send(servers[index % 2] ?? app, randomUUID())),
    )

    expect(received.filter(({ kind }) => kind !== 'stored')).toEqual([])
    expect(new Set(received.map((each) => each.kind === 'stored' && each.reference)).size).toBe(100)
    expect(
      await Promise.all((['record', 'envelope', 'outbox', 'code'] as const).map((each) => countOf(app, each))),
    ).toEqual([100, 100, 100, 200])
  })

  test('with one key are one referral, and all are told the same', async () => {
    const app = await makeTestApp()
    const [key, servers] = [randomUUID(), [app, beside(app)]]

    const received = await Promise.all(Array.from({ length: 20 }, (_, index) => send(servers[index % 2] ?? app, key)))

    const told = received.map((each) => each.kind === 'stored' && [each.reference, each.trackingCode, each.receivedAt])
    expect(new Set(told.map((each) => JSON.stringify(each))).size).toBe(1)
    expect([told[0] === false, await countOf(app, 'record'), await countOf(app, 'outbox')]).toEqual([false, 1, 1])
  })

  test('add up in the tally', async () => {
    const app = await makeTestApp()
    const servers = [app, beside(app)]

    await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        send(servers[index % 2] ?? app, randomUUID(), { gender: 'girl', ethnicity: index % 4 < 2 ? 'asian' : 'arab' }),
      ),
    )

    expect(await app.db.selectFrom('tally').select(['value', 'n']).orderBy('value').execute()).toEqual([
      { value: 'arab', n: 20 },
      { value: 'asian', n: 20 },
      { value: 'girl', n: 40 },
    ])
  })
})

describe('a notice', () => {
  test('is sent once, whichever of four processes is first', async () => {
    const app = await makeTestApp()
    const ids = Array.from({ length: 40 }, () => randomUUID())
    for (const id of ids)
      await app.db
        .transaction()
        .execute((trx) => enqueue(trx, { id, kind: 'new-referral', audience: 'team', language: 'cy', at: app.now() }))
    const sent: string[] = []
    const sender: NoticeSender = {
      channel: 'mail',
      // Several notices go as one: what was claimed is what the database then says of them.
      send: async ({ id }) => void sent.push(id),
      close: () => undefined,
    }

    await Promise.all([app, beside(app), beside(app), beside(app)].map((server) => sendDue(server, sender)))

    const rows = await app.db.selectFrom('outbox').select(['batch', 'done_at']).execute()
    expect([rows.length, rows.filter((row) => row.done_at === null)]).toEqual([40, []])
    expect(sent.toSorted()).toEqual([...new Set(rows.map(({ batch }) => batch))].toSorted())
  })
})

describe('a first start', () => {
  test('of four processes at once makes the tables once', async () => {
    const place = await newDatabase()
    const servers = Array.from({ length: place.databaseUrl ? 4 : 1 }, () => openDatabase(place))
    opened.push(...servers.map(({ db }) => db))

    await Promise.all(servers.map(({ db, type }) => migrate(db, type)))

    expect(await servers[0]?.db.selectFrom('record').selectAll().execute()).toEqual([])
  })

  test('of four processes at once makes one set-up link and one pair of keys', async () => {
    const app = await aServer('demonstration')

    const links = await Promise.all([app, beside(app), beside(app), beside(app)].map((server) => ensureSetUp(server)))

    expect([new Set(links).size, links[0]?.includes('#')]).toEqual([1, true])
    expect((await app.db.selectFrom('invitation').selectAll().execute()).length).toBe(1)
    const keys = await listAudienceKeys(app.db)
    expect(new Set(keys.map(({ audience }) => audience)).size).toBe(keys.length)
  })
})

describe('two holders of a key', () => {
  /** A service whose team's key two members hold, one of them an administrator too. */
  async function twoHolders() {
    const { app, first } = await aReadyService()
    const second = await aKeyedMember(app, 'second@example.test')
    const [held] = await listHoldings(app.db)
    if (!held) throw new Error('nobody holds a key')
    const wrapped = '-----BEGIN AGE ENCRYPTED FILE-----\nAA==\n-----END AGE ENCRYPTED FILE-----\n'
    await shareAudienceKeys(app, first, {
      member: second.id,
      recipient: second.recipient,
      keys: [{ audience: held.audience, generation: held.generation, wrapped }],
    })
    return { app, first, second, wrapped }
  }

  test('cannot both forget it at once: one of them keeps it', async () => {
    const { app, first, second } = await twoHolders()

    const forgotten = await Promise.all([forgetMemberKey(app, first), forgetMemberKey(beside(app), second)])

    expect([forgotten.toSorted(), (await listHoldings(app.db)).length]).toEqual([[false, true], 1])
  })

  test('cannot remove each other at once: one of them stays', async () => {
    const { app, first, second } = await twoHolders()

    const refusals = await Promise.all([
      removeMember(app, first, second.id),
      removeMember(beside(app), second, first.id),
    ])

    expect([refusals.filter((each) => each === undefined).length, (await listHoldings(app.db)).length]).toEqual([1, 1])
  })

  test('cannot both put the next pair in its place: the second is told that it changed', async () => {
    const { app, first, second, wrapped } = await twoHolders()
    const rotation = {
      audience: 'team',
      after: 1,
      recipient: first.recipient,
      wrapped: [first, second].map(({ id }) => ({ member: id, wrapped })),
    } as const

    const results = await Promise.all([
      rotateAudienceKey(app, first, rotation),
      rotateAudienceKey(beside(app), second, rotation),
    ])

    expect(results).toContainEqual({ ok: true })
    expect(results).toContainEqual({ ok: false, why: 'changed-meanwhile' })
  })
})
