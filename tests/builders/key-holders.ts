import type { Role } from '#domain/roles.ts'
import { createAudienceKey } from '#server/operations/keys/create-audience-key.ts'
import { saveMemberKey } from '#server/operations/keys/save-member-key.ts'
import { NotReadyError } from '#server/sealing/not-ready.ts'
import { seal } from '#server/sealing/seal.ts'
import { currentRecipients } from '#server/store/keys.store.ts'
import { makeKeyPair, sealIdentity, wrapIdentity } from '../../src/islands/staff/keys/age-keys.ts'
import { aServer, type TestServer } from './staff-server.ts'
import { aMember } from './staff-sign-in.ts'

/** The words of every member of these tests. */
export const PASSPHRASE = 'ci cath pêl haul sgwâr llyfr draig môr'

/** A member whose browser has made their key. */
export async function aKeyedMember(app: TestServer, email: string, roles: Role[] = ['coordinator']) {
  const { id } = await aMember(app, email, roles)
  const pair = await makeKeyPair()
  const wrappedIdentity = await wrapIdentity(pair.identity, PASSPHRASE)
  await saveMemberKey(app, { id }, { recipient: pair.recipient, wrappedIdentity })
  return { id, roles, ...pair }
}

/** A live service whose first coordinator has made the team's pair in their browser. */
export async function aReadyService() {
  const app = await aServer('live')
  const first = await aKeyedMember(app, 'first@example.test')
  const [team, recovery] = [await makeKeyPair(), await makeKeyPair()]
  const made = await createAudienceKey(app, first, {
    audience: 'team',
    recipient: team.recipient,
    recoveryRecipient: recovery.recipient,
    wrapped: await sealIdentity(team.identity, first.recipient),
  })
  return { app, first, team, recovery, made }
}

/** Seals text to the team's present keys, as the server does. */
export async function sealFor(app: TestServer, text: string) {
  const recipients = await currentRecipients(app.db, 'team')
  if (!recipients) throw new NotReadyError('team')
  return seal(recipients, text)
}
