import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { WaitingKey } from '#domain/keys/keyring.ts'
import { audiencesOf } from '#domain/roles.ts'
import { takeWaitingKeys } from '#server/operations/keys/create-audience-key.ts'
import { ensureSetUp } from '#server/operations/keys/ensure-set-up.ts'
import { readMyKeys } from '#server/operations/keys/read-my-keys.ts'
import { saveMemberKey } from '#server/operations/keys/save-member-key.ts'
import { shareAudienceKeys } from '#server/operations/keys/share-audience-key.ts'
import { seal } from '#server/sealing/seal.ts'
import { currentRecipients, listAudienceKeys } from '#server/store/keys.store.ts'
import {
  makeKeyPair,
  openEnvelope,
  openWithToken,
  sealIdentity,
  wrapIdentity,
} from '../../../src/islands/staff/keys/age-keys.ts'
import { identitiesFor, keysFor, openKeyring } from '../../../src/islands/staff/keys/open-keys.ts'
import { aKeyedMember, PASSPHRASE, sealFor } from '../../builders/key-holders.ts'
import { aServer, everyRow, type TestServer } from '../../builders/staff-server.ts'

/** Follows the set-up link and makes a key, as the first browser does. */
async function aFirstHolder(app: TestServer, token: string) {
  const accepted = await app.signIn.createFromInvitation(token, {
    name: 'Mari',
    email: 'mari@example.test',
    password: 'a long pass phrase',
  })
  if (!accepted.ok) throw new Error(accepted.why)
  const own = await makeKeyPair()
  const wrappedIdentity = await wrapIdentity(own.identity, PASSPHRASE)
  await saveMemberKey(app, { id: accepted.staff }, { recipient: own.recipient, wrappedIdentity })
  return { id: accepted.staff, roles: accepted.roles, ...own }
}

/** Opens what waits under the link and seals it to the holder. */
async function wrapFor({ recipient }: { recipient: string }, waiting: readonly WaitingKey[], token: string) {
  return Promise.all(
    waiting.map(async ({ audience, generation, identity }) => ({
      audience,
      generation,
      wrapped: await sealIdentity((await openWithToken(identity, token)) ?? '', recipient),
    })),
  )
}

describe('the demonstration', () => {
  test.each(['team', 'complaints-lead', 'complaints-deputy', 'survey-reader'] as const)(
    'takes forms for %s before anybody has signed in',
    async (audience) => {
      const app = await aServer('demonstration')

      await ensureSetUp(app)

      expect(await currentRecipients(app.db, audience)).toEqual({
        current: expect.stringMatching(/^age1/),
        recovery: expect.stringMatching(/^age1/),
      })
    },
  )

  test('makes a key for the participation manager only where professionals write to them', async () => {
    const without = await aServer('demonstration')
    const server = await aServer('demonstration')
    const withManager = { ...server, service: { ...server.service, professionalsToParticipationManager: true } }

    await ensureSetUp(without)
    await ensureSetUp(withManager)

    expect(await currentRecipients(without.db, 'participation-manager')).toBeUndefined()
    expect(await currentRecipients(withManager.db, 'participation-manager')).toBeDefined()
  })

  test('has one recovery key for all of them: one sheet of paper', async () => {
    const app = await aServer('demonstration')

    await ensureSetUp(app)

    const keys = await listAudienceKeys(app.db)
    expect(new Set(keys.map(({ recipient }) => recipient)).size).toBe(4)
    expect(new Set(keys.map(({ recoveryRecipient }) => recoveryRecipient)).size).toBe(1)
  })

  test('prints the same link at every start until it is used', async () => {
    const app = await aServer('demonstration')

    const link = await ensureSetUp(app)

    expect(link).toMatch(/^http:\/\/localhost:4321\/cy\/staff\/gosod#[\w-]{43}$/)
    expect(await ensureSetUp(app)).toBe(link)
  })

  test('keeps neither the token nor a private key in clear', async () => {
    const app = await aServer('demonstration')
    const [, token = ''] = (await ensureSetUp(app))?.split('#') ?? []

    const rows = await everyRow(app)

    expect(rows).not.toContain(token)
    expect(rows).not.toContain('AGE-SECRET-KEY')
  })

  test('hands its keys to the first member, and forgets what the link opened', async () => {
    const app = await aServer('demonstration')
    const [, token = ''] = (await ensureSetUp(app))?.split('#') ?? []
    const envelope = await sealFor(app, '{"name":"Gwen"}')
    const holder = await aFirstHolder(app, token)
    const { waiting } = await readMyKeys(app, holder)
    const recovery = (await openWithToken(waiting[0]?.recoveryIdentity ?? '', token)) ?? ''

    const taken = await takeWaitingKeys(app, holder, await wrapFor(holder, waiting, token))

    expect(taken).toEqual({ ok: true })
    expect(await openEnvelope([recovery], envelope)).toContain('Gwen')
    const keys = await readMyKeys(app, holder)
    expect(keys.waiting).toEqual([])
    expect(keys.keyring.map(({ audience }) => audience)).toEqual([
      'complaints-deputy',
      'complaints-lead',
      'survey-reader',
      'team',
    ])
    const open = await openKeyring(keys, holder.identity)
    expect(await openEnvelope(identitiesFor(open, 'team'), envelope)).toContain('Gwen')
    expect(await ensureSetUp(app)).toBeUndefined()
    expect(await app.db.selectFrom('setting').selectAll().execute()).toEqual([])
  })

  test('refuses a first holder who leaves a key behind: it would be lost', async () => {
    const app = await aServer('demonstration')
    const [, token = ''] = (await ensureSetUp(app))?.split('#') ?? []
    const holder = await aFirstHolder(app, token)
    const { waiting } = await readMyKeys(app, holder)

    const taken = await takeWaitingKeys(app, holder, (await wrapFor(holder, waiting, token)).slice(0, 1))

    expect(taken).toEqual({ ok: false, why: 'no-such-key' })
  })

  test('gives no waiting key to somebody who opens nothing', async () => {
    const app = await aServer('demonstration')
    await ensureSetUp(app)

    expect((await readMyKeys(app, { id: 'x', roles: ['participation-officer'] })).waiting).toEqual([])
  })

  test.each(['complaints-lead', 'complaints-deputy', 'survey-reader'] as const)(
    'lets its first holder let a %s in, without being one',
    async (role) => {
      const app = await aServer('demonstration')
      const [, token = ''] = (await ensureSetUp(app))?.split('#') ?? []
      const holder = await aFirstHolder(app, token)
      await takeWaitingKeys(app, holder, await wrapFor(holder, (await readMyKeys(app, holder)).waiting, token))
      const newcomer = await aKeyedMember(app, 'newcomer@example.test', [role])
      const recipients = await currentRecipients(app.db, role)
      if (!recipients) throw new Error('no key')
      const envelope = await seal(recipients, '{"whatHappened":"…"}')
      const open = await openKeyring(await readMyKeys(app, holder), holder.identity)
      const keys = await Promise.all(
        keysFor(open, audiencesOf([role])).map(async ({ identity, ...key }) => ({
          ...key,
          wrapped: await sealIdentity(identity, newcomer.recipient),
        })),
      )

      const shared = await shareAudienceKeys(app, holder, { member: newcomer.id, recipient: newcomer.recipient, keys })

      expect(shared).toEqual({ ok: true })
      const theirs = await openKeyring(await readMyKeys(app, newcomer), newcomer.identity)
      expect(await openEnvelope(identitiesFor(theirs, role), envelope)).toContain('whatHappened')
    },
  )

  test('does not open its keys with another token', async () => {
    const app = await aServer('demonstration')
    await ensureSetUp(app)
    const [waiting] = (await readMyKeys(app, { id: 'x', roles: ['coordinator'] })).waiting

    expect(await openWithToken(waiting?.identity ?? '', randomBytes(32).toString('base64url'))).toBeUndefined()
  })
})
