/**
 * The key of one sending, made when a person begins: a UUID of version 7, whose front is the moment it was made.
 * The moment travels in the page and nowhere else: of the key only a keyed hash is kept.
 *
 * @param began - milliseconds since 1970.
 * @param random - ten bytes of chance.
 * @source RFC 9562 5.7
 */
export function newSubmissionKey(began: number, random: Uint8Array): string {
  const time = began.toString(16).padStart(12, '0').slice(-12)
  const [a = 0, b = 0, c = 0, ...rest] = random
  const version = `7${hex(a, b).slice(1)}`
  const variant = hex(0x80 | (c & 0x3f), rest[0] ?? 0)
  return `${time.slice(0, 8)}-${time.slice(8)}-${version}-${variant}-${hex(...rest.slice(1, 7))}`
}

/** When a key of ours was made, in milliseconds. @returns undefined for any other key. */
export function beganAt(key: string): number | undefined {
  const found = /^([0-9a-f]{8})-([0-9a-f]{4})-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i.exec(key)
  return found ? Number.parseInt(`${found[1]}${found[2]}`, 16) : undefined
}

function hex(...bytes: readonly number[]): string {
  return bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
