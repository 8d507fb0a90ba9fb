import type { Audience } from '#domain/audience.ts'
import type { MyKeys, WrappedKey } from '#domain/keys/keyring.ts'
import { openIdentity } from './age-keys.ts'

/** Opened private keys by audience, in memory only; earlier generations too, for what was sealed to them. */
export type OpenKeys = ReadonlyMap<Audience, readonly OpenKey[]>
export type OpenKey = { readonly generation: number; readonly identity: string }

/** Opens everything wrapped for a member with their own private key. */
export async function openKeyring(keys: Pick<MyKeys, 'keyring'>, own: string): Promise<OpenKeys> {
  const open = new Map<Audience, OpenKey[]>()
  for (const key of keys.keyring) {
    const identity = await openIdentity(key.wrapped, own)
    if (identity === undefined) continue
    open.set(key.audience, [...(open.get(key.audience) ?? []), { generation: key.generation, identity }])
  }
  return open
}

/** The private keys of an audience, to open its envelopes with. */
export function identitiesFor(open: OpenKeys, audience: Audience): readonly string[] {
  return (open.get(audience) ?? []).map(({ identity }) => identity)
}

/** All the private keys of a member, to open whatever they are handed. */
export function allIdentities(open: OpenKeys): readonly string[] {
  return [...open.values()].flatMap((keys) => keys.map(({ identity }) => identity))
}

/** The keys that somebody holds of these audiences, ready to be sealed to a newcomer. */
export function keysFor(
  open: OpenKeys,
  audiences: readonly Audience[],
): readonly (Omit<WrappedKey, 'wrapped'> & { readonly identity: string })[] {
  return audiences.flatMap((audience) => (open.get(audience) ?? []).map((key) => ({ audience, ...key })))
}
