import { armor, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'

/** An age key pair, as text: `AGE-SECRET-KEY-1…` and `age1…`. */
export type KeyPair = { readonly identity: string; readonly recipient: string }

/** Makes a key pair. On the server only for the demonstration: a live service's keys are made in browsers. */
export async function makeKeyPair(): Promise<KeyPair> {
  const identity = await generateX25519Identity()
  return { identity, recipient: await identityToRecipient(identity) }
}

/**
 * Wraps a private key under the token of a one-time link, in the age format (armored).
 * The token is 256 random bits, so the work that slows guessing a passphrase is not needed.
 */
export async function wrapUnderToken(identity: string, token: string): Promise<string> {
  const encrypter = new Encrypter()
  encrypter.setPassphrase(token)
  encrypter.setScryptWorkFactor(1)
  return armor.encode(await encrypter.encrypt(identity))
}
