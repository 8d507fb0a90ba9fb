import { Encrypter } from 'age-encryption'

/** Bytes in the age format. Only {@link seal} makes one, and the store takes nothing else. */
export type Envelope = Uint8Array & { readonly __envelope: unique symbol }

/** The two public keys that every envelope is sealed to. */
export type Recipients = { readonly current: string; readonly recovery: string }

/** Sizes that plaintext is padded up to, in bytes, so that length tells nothing of what was written. */
const PADDED_SIZES = [4_096, 16_384, 98_304]

/**
 * Seals text to an audience's current key and to its recovery key, which exists on paper only.
 * The text must end where spaces do no harm (JSON): it is padded with spaces.
 *
 * @throws RangeError when the text is larger than the largest size.
 * @source DESIGN 7
 */
export async function seal(recipients: Recipients, plaintext: string): Promise<Envelope> {
  const encrypter = new Encrypter()
  encrypter.addRecipient(recipients.current)
  encrypter.addRecipient(recipients.recovery)
  return (await encrypter.encrypt(pad(plaintext))) as Envelope
}

function pad(plaintext: string): Uint8Array {
  const bytes = new TextEncoder().encode(plaintext)
  const size = PADDED_SIZES.find((candidate) => candidate >= bytes.length)
  if (size === undefined) throw new RangeError('too long to seal')
  const padded = new Uint8Array(size).fill(0x20)
  padded.set(bytes)
  return padded
}
