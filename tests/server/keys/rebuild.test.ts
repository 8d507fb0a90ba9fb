import { describe, expect, test } from 'vitest'
import { challengeRebuild, rebuildAudienceKey } from '#server/operations/keys/rebuild-audience-key.ts'
import { forgetMemberKey } from '#server/operations/keys/save-member-key.ts'
import { listKeyring } from '#server/store/keys.store.ts'
import { makeKeyPair, openEnvelope, openIdentity, sealIdentity } from '../../../src/islands/staff/keys/age-keys.ts'
import { aKeyedMember, aReadyService, sealFor } from '../../builders/key-holders.ts'

/** What a member's browser sends, with the answer to the challenge that this paper gives. */
async function rebuilding(
  service: Awaited<ReturnType<typeof aReadyService>>,
  member: { id: string; recipient: string; roles: 'coordinator'[] },
  paper: string,
) {
  const asked = await challengeRebuild(service.app, member, 'team')
  if (!asked.ok) throw new Error(asked.why)
  const opened = await openEnvelope([paper], new Uint8Array(Buffer.from(asked.challenge, 'base64')))
  const [pair, recovery] = [await makeKeyPair(), await makeKeyPair()]
  const sent = {
    audience: 'team',
    after: 1,
    recipient: pair.recipient,
    recoveryRecipient: recovery.recipient,
    wrapped: await sealIdentity(pair.identity, member.recipient),
    wrappedRecovery: await sealIdentity(paper, member.recipient),
    proof: opened === undefined ? 'guessed' : (JSON.parse(opened) as { proof: string }).proof,
  } as const
  return { sent, pair, recovery }
}

describe('a group whose every key is lost', () => {
  test('opens again with the paper: what came before, and what comes now', async () => {
    const service = await aReadyService()
    const before = await sealFor(service.app, 'Gwen')
    const newcomer = { ...(await aKeyedMember(service.app, 'new@example.test')), roles: ['coordinator' as const] }
    const { sent, recovery } = await rebuilding(service, newcomer, service.recovery.identity)

    expect(await rebuildAudienceKey(service.app, newcomer, sent)).toEqual({ ok: true })

    const now = await sealFor(service.app, 'Ifan')
    const keyring = await listKeyring(service.app.db, newcomer.id)
    const identities = await Promise.all(keyring.map(({ wrapped }) => openIdentity(wrapped, newcomer.identity)))
    const own = identities.filter((identity) => identity !== undefined)
    expect([await openEnvelope(own, before), await openEnvelope(own, now)].map((text) => text?.trim())).toEqual([
      'Gwen',
      'Ifan',
    ])
    // The old paper opens nothing that comes from now on; the new one does.
    expect(await openEnvelope([service.recovery.identity], now)).toBeUndefined()
    expect((await openEnvelope([recovery.identity], now))?.trim()).toBe('Ifan')
  })

  test('stays shut to a member who has another paper, or none', async () => {
    const service = await aReadyService()
    const newcomer = { ...(await aKeyedMember(service.app, 'new@example.test')), roles: ['coordinator' as const] }
    const { sent } = await rebuilding(service, newcomer, (await makeKeyPair()).identity)

    expect(await rebuildAudienceKey(service.app, newcomer, sent)).toEqual({ ok: false, why: 'not-yours' })
  })

  test('stays shut to somebody of another role, even with the paper', async () => {
    const service = await aReadyService()
    const officer = { id: service.first.id, roles: ['participation-officer' as const] }

    expect(await challengeRebuild(service.app, officer, 'team')).toEqual({ ok: false, why: 'not-yours' })
  })

  test('is not rebuilt twice by the same answer', async () => {
    const service = await aReadyService()
    const newcomer = { ...(await aKeyedMember(service.app, 'new@example.test')), roles: ['coordinator' as const] }
    const { sent } = await rebuilding(service, newcomer, service.recovery.identity)
    await rebuildAudienceKey(service.app, newcomer, sent)

    expect(await rebuildAudienceKey(service.app, newcomer, sent)).toEqual({ ok: false, why: 'changed-meanwhile' })
    expect(await rebuildAudienceKey(service.app, newcomer, { ...sent, after: 2 })).toEqual({
      ok: false,
      why: 'not-yours',
    })
  })
})

describe('a member who has lost their words', () => {
  test('makes a new key and waits to be let in, unless nobody else is left to do it', async () => {
    const service = await aReadyService()

    expect(await forgetMemberKey(service.app, service.first)).toBe(false)
  })
})
