const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i

/** Tells whether a header is a UUID, as an idempotency key must be. */
export function isIdempotencyKey(text: string): boolean {
  return UUID.test(text)
}
