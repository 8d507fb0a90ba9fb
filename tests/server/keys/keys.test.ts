import { describe, expect, test } from 'vitest'
import { createAudienceKey } from '#server/operations/keys/create-audience-key.ts'
import { ensureSetUp } from '#server/operations/keys/ensure-set-up.ts'
import { readMyKeys } from '#server/operations/keys/read-my-keys.ts'
import { rotateAudienceKey } from '#server/operations/keys/rotate-audience-key.ts'
import { forgetMemberKey, saveMemberKey } from '#server/operations/keys/save-member-key.ts'
import { shareAudienceKeys } from '#server/operations/keys/share-audience-key.ts'
import { listPeople, removeMember } from '#server/operations/staff/people.ts'
import { currentRecipients } from '#server/store/keys.store.ts'
import { makeKeyPair, openEnvelope, sealIdentity, wrapIdentity } from '../../../src/islands/staff/keys/age-keys.ts'
import { identitiesFor, keysFor, openKeyring } from '../../../src/islands/staff/keys/open-keys.ts'
import { aKeyedMember, aReadyService, sealFor } from '../../builders/key-holders.ts'
import { aServer, everyRow } from '../../builders/staff-server.ts'
import { aMember } from '../../builders/staff-sign-in.ts'

describe('a live service', () => {
  test('has no key until a holder has made one in their browser', async () => {
    const app = await aServer('live')

    await ensureSetUp(app)

    expect(await currentRecipients(app.db, 'team')).toBeUndefined()
  })

  test('opens for its first holder what was sealed after they made the key', async () => {
    const { app, first, made } = await aReadyService()
    const envelope = await sealFor(app, '{"name":"Gwen"}')

    const open = await openKeyring(await readMyKeys(app, first), first.identity)

    expect(made).toEqual({ ok: true })
    expect(JSON.parse((await openEnvelope(identitiesFor(open, 'team'), envelope)) ?? '')).toEqual({ name: 'Gwen' })
  })

  test('opens with the recovery key on paper', async () => {
    const { app, recovery } = await aReadyService()

    const envelope = await sealFor(app, '{"name":"Gwen"}')

    expect(await openEnvelope([recovery.identity], envelope)).toContain('Gwen')
  })

  test('keeps no private key in clear', async () => {
    const { app } = await aReadyService()
    await sealFor(app, '{"name":"Gwen"}')

    expect(await everyRow(app)).not.toContain('AGE-SECRET-KEY')
  })

  test('refuses a second first pair', async () => {
    const { app, first, team, recovery } = await aReadyService()

    const again = await createAudienceKey(app, first, {
      audience: 'team',
      recipient: team.recipient,
      recoveryRecipient: recovery.recipient,
      wrapped: await sealIdentity(team.identity, first.recipient),
    })

    expect(again).toEqual({ ok: false, why: 'key-exists' })
  })

  test.each([
    ['an administrator', ['administrator']],
    ['a survey reader', ['survey-reader']],
  ] as const)('lets %s hold no key of the team', async (_, roles) => {
    const { app, team, recovery } = await aReadyService()

    const made = await createAudienceKey(
      app,
      { id: 'somebody', roles },
      {
        audience: 'team',
        recipient: team.recipient,
        recoveryRecipient: recovery.recipient,
        wrapped: await sealIdentity(team.identity, team.recipient),
      },
    )

    expect(made).toEqual({ ok: false, why: 'not-yours' })
  })
})

describe('a newcomer', () => {
  test('opens nothing until a member lets them in', async () => {
    const { app } = await aReadyService()
    const newcomer = await aKeyedMember(app, 'second@example.test')

    expect((await readMyKeys(app, newcomer)).keyring).toEqual([])
  })

  test('opens what a member has shared with them', async () => {
    const { app, first } = await aReadyService()
    const newcomer = await aKeyedMember(app, 'second@example.test')
    const envelope = await sealFor(app, '{"name":"Gwen"}')
    const open = await openKeyring(await readMyKeys(app, first), first.identity)
    const keys = await Promise.all(
      keysFor(open, ['team']).map(async ({ identity, ...key }) => ({
        ...key,
        wrapped: await sealIdentity(identity, newcomer.recipient),
      })),
    )

    const shared = await shareAudienceKeys(app, first, { member: newcomer.id, recipient: newcomer.recipient, keys })

    expect(shared).toEqual({ ok: true })
    const theirs = await openKeyring(await readMyKeys(app, newcomer), newcomer.identity)
    expect(await openEnvelope(identitiesFor(theirs, 'team'), envelope)).toContain('Gwen')
  })

  test('is refused a key that their roles do not belong to', async () => {
    const { app, first, team } = await aReadyService()
    const { id } = await aMember(app, 'officer@example.test', ['participation-officer'])
    const own = await makeKeyPair()
    await saveMemberKey(
      app,
      { id },
      { recipient: own.recipient, wrappedIdentity: await wrapIdentity(own.identity, 'x') },
    )
    const keys = [
      { audience: 'team', generation: 1, wrapped: await sealIdentity(team.identity, own.recipient) } as const,
    ]

    const shared = await shareAudienceKeys(app, first, { member: id, recipient: own.recipient, keys })

    expect(shared).toEqual({ ok: false, why: 'not-yours' })
  })

  test('gets nothing from a member who does not hold the key', async () => {
    const { app, team } = await aReadyService()
    const stranger = await aKeyedMember(app, 'stranger@example.test')
    const newcomer = await aKeyedMember(app, 'second@example.test')
    const keys = [
      { audience: 'team', generation: 1, wrapped: await sealIdentity(team.identity, newcomer.recipient) } as const,
    ]

    const shared = await shareAudienceKeys(app, stranger, { member: newcomer.id, recipient: newcomer.recipient, keys })

    expect(shared).toEqual({ ok: false, why: 'no-such-key' })
  })

  test('gets nothing that was sealed to another key than theirs', async () => {
    const { app, first, team } = await aReadyService()
    const newcomer = await aKeyedMember(app, 'second@example.test')
    const keys = [
      { audience: 'team', generation: 1, wrapped: await sealIdentity(team.identity, first.recipient) } as const,
    ]

    const shared = await shareAudienceKeys(app, first, { member: newcomer.id, recipient: first.recipient, keys })

    expect(shared).toEqual({ ok: false, why: 'changed-meanwhile' })
  })
})

describe('a member who leaves', () => {
  async function twoHolders() {
    const ready = await aReadyService()
    const second = await aKeyedMember(ready.app, 'second@example.test')
    const keys = [
      { audience: 'team', generation: 1, wrapped: await sealIdentity(ready.team.identity, second.recipient) } as const,
    ]
    await shareAudienceKeys(ready.app, ready.first, { member: second.id, recipient: second.recipient, keys })
    return { ...ready, second }
  }

  test('loses their keys, and a new pair is asked for', async () => {
    const { app, first, second } = await twoHolders()

    expect(await removeMember(app, first, second.id)).toBeUndefined()

    expect((await readMyKeys(app, second)).keyring).toEqual([])
    expect((await readMyKeys(app, first)).audiences).toMatchObject([{ audience: 'team', rotationDue: true }])
    expect((await listPeople(app)).map(({ id }) => id)).toEqual([first.id])
  })

  test('cannot open what is sealed after the next pair was made', async () => {
    const { app, first, second, team, recovery } = await twoHolders()
    const before = await sealFor(app, '{"name":"Gwen"}')
    await removeMember(app, first, second.id)
    const next = await makeKeyPair()

    const rotated = await rotateAudienceKey(app, first, {
      audience: 'team',
      after: 1,
      recipient: next.recipient,
      wrapped: [{ member: first.id, wrapped: await sealIdentity(next.identity, first.recipient) }],
    })

    expect(rotated).toEqual({ ok: true })
    const after = await sealFor(app, '{"name":"Ifan"}')
    expect(await openEnvelope([team.identity], after)).toBeUndefined()
    expect(await openEnvelope([recovery.identity], after)).toContain('Ifan')
    const identities = identitiesFor(await openKeyring(await readMyKeys(app, first), first.identity), 'team')
    expect(await openEnvelope(identities, before)).toContain('Gwen')
    expect(await openEnvelope(identities, after)).toContain('Ifan')
  })

  test('cannot be the only one who holds a key', async () => {
    const { app, first } = await aReadyService()

    expect(await removeMember(app, { id: 'the administrator' }, first.id)).toBe('last-holder')
    expect(await forgetMemberKey(app, first)).toBe(false)
  })

  test('leaves no holder out of the next pair', async () => {
    const { app, first } = await twoHolders()
    const next = await makeKeyPair()

    const rotated = await rotateAudienceKey(app, first, {
      audience: 'team',
      after: 1,
      recipient: next.recipient,
      wrapped: [{ member: first.id, wrapped: await sealIdentity(next.identity, first.recipient) }],
    })

    expect(rotated).toEqual({ ok: false, why: 'changed-meanwhile' })
  })
})
