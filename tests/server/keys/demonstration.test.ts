import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { takeWaitingKeys } from '#server/operations/keys/create-audience-key.ts'
import { ensureSetUp } from '#server/operations/keys/ensure-set-up.ts'
import { readMyKeys } from '#server/operations/keys/read-my-keys.ts'
import { saveMemberKey } from '#server/operations/keys/save-member-key.ts'
import { currentRecipients } from '#server/store/keys.store.ts'
import {
  makeKeyPair,
  openEnvelope,
  openIdentity,
  openWithToken,
  sealIdentity,
  wrapIdentity,
} from '../../../src/islands/staff/keys/age-keys.ts'
import { PASSPHRASE, sealFor } from '../../builders/key-holders.ts'
import { aServer, everyRow } from '../../builders/staff-server.ts'

describe('the demonstration', () => {
  test('takes forms before anybody has signed in', async () => {
    const app = await aServer('demonstration')

    await ensureSetUp(app)

    expect(await currentRecipients(app.db, 'team')).toEqual({
      current: expect.stringMatching(/^age1/),
      recovery: expect.stringMatching(/^age1/),
    })
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
    const accepted = await app.signIn.createFromInvitation(token, {
      name: 'Mari',
      email: 'mari@example.test',
      password: 'a long pass phrase',
    })
    if (!accepted.ok) throw new Error(accepted.why)
    const holder = { id: accepted.staff, roles: accepted.roles }
    const own = await makeKeyPair()
    await saveMemberKey(app, holder, {
      recipient: own.recipient,
      wrappedIdentity: await wrapIdentity(own.identity, PASSPHRASE),
    })
    const [waiting] = (await readMyKeys(app, holder)).waiting
    if (!waiting) throw new Error('nothing waits')
    const team = (await openWithToken(waiting.identity, token)) ?? ''
    const recovery = (await openWithToken(waiting.recoveryIdentity, token)) ?? ''

    const taken = await takeWaitingKeys(app, holder, [
      { audience: 'team', generation: 1, wrapped: await sealIdentity(team, own.recipient) },
    ])

    expect(taken).toEqual({ ok: true })
    expect(await openEnvelope([recovery], envelope)).toContain('Gwen')
    const keys = await readMyKeys(app, holder)
    expect(keys.waiting).toEqual([])
    expect(await openIdentity(keys.keyring[0]?.wrapped ?? '', own.identity)).toBe(team)
    expect(await ensureSetUp(app)).toBeUndefined()
    expect(await app.db.selectFrom('setting').selectAll().execute()).toEqual([])
  })

  test('does not open its keys with another token', async () => {
    const app = await aServer('demonstration')
    await ensureSetUp(app)
    const [waiting] = (await readMyKeys(app, { id: 'x', roles: ['coordinator'] })).waiting

    expect(await openWithToken(waiting?.identity ?? '', randomBytes(32).toString('base64url'))).toBeUndefined()
  })
})
