import { armor, Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import { foldPassphrase } from '#domain/keys/passphrase.ts'

/**
 * 2^16 rounds of scrypt: half a second and 64 MB for one try. With 64 bits of chance in the passphrase that
 * is years of all the world's machines, and a slow office computer still opens its inbox at once.
 */
const PASSPHRASE_WORK = 16

/** An age key pair, as text. The identity never leaves this browser in clear. */
export type KeyPair = { readonly identity: string; readonly recipient: string }

/** Makes a key pair. */
export async function makeKeyPair(): Promise<KeyPair> {
  const identity = await generateX25519Identity()
  return { identity, recipient: await identityToRecipient(identity) }
}

/** Wraps a member's own identity under their passphrase. Slow by design: call it in the worker. */
export async function wrapIdentity(identity: string, passphrase: string): Promise<string> {
  const encrypter = new Encrypter()
  encrypter.setPassphrase(foldPassphrase(passphrase))
  encrypter.setScryptWorkFactor(PASSPHRASE_WORK)
  return armor.encode(await encrypter.encrypt(identity))
}

/**
 * Opens a member's own identity with their passphrase. Slow by design: call it in the worker.
 *
 * @returns undefined when the passphrase is wrong.
 */
export async function unwrapIdentity(wrapped: string, passphrase: string): Promise<string | undefined> {
  return openWithPassphrase(wrapped, foldPassphrase(passphrase))
}

/** Opens what the demonstration wrapped under the set-up link's token. @returns undefined for another token. */
export async function openWithToken(wrapped: string, token: string): Promise<string | undefined> {
  return openWithPassphrase(wrapped, token)
}

async function openWithPassphrase(wrapped: string, passphrase: string): Promise<string | undefined> {
  if (passphrase === '') return undefined
  const decrypter = new Decrypter()
  decrypter.addPassphrase(passphrase)
  return opened(decrypter, armor.decode(wrapped))
}

/** Seals an audience's private key to one member's own key. */
export async function sealIdentity(identity: string, recipient: string): Promise<string> {
  const encrypter = new Encrypter()
  encrypter.addRecipient(recipient)
  return armor.encode(await encrypter.encrypt(identity))
}

/** Opens an audience's private key with the member's own. @returns undefined when it is for somebody else. */
export async function openIdentity(wrapped: string, own: string): Promise<string | undefined> {
  const decrypter = new Decrypter()
  decrypter.addIdentity(own)
  return opened(decrypter, armor.decode(wrapped))
}

/**
 * Opens an envelope with any of these private keys.
 *
 * @returns the text that was sealed, or undefined when it was sealed to other keys.
 */
export async function openEnvelope(identities: readonly string[], sealed: Uint8Array): Promise<string | undefined> {
  if (identities.length === 0) return undefined
  const decrypter = new Decrypter()
  for (const identity of identities) decrypter.addIdentity(identity)
  return opened(decrypter, sealed)
}

async function opened(decrypter: Decrypter, sealed: Uint8Array): Promise<string | undefined> {
  try {
    return await decrypter.decrypt(sealed, 'text')
  } catch (error) {
    // The library's only sign of a wrong key; anything else is a damaged file, and that is thrown on.
    if (error instanceof Error && error.message.startsWith('no identity matched')) return undefined
    throw error
  }
}
