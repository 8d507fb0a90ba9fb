/**
 * An exact number of young people or of what they did. To types it is not a number: nothing can show it,
 * add it or put it in a sentence without {@link exact}, and no page for the public may import that
 * (held by tests/server/reports/raw-count.test.ts). What the public sees is made from it by the protection
 * of the public edition.
 *
 * @source DESIGN 2 "a public page renders only a PublishedCount", DESIGN 9 "Editions"
 */
export type RawCount = { readonly __rawCount: unique symbol }

/**
 * Makes an exact count.
 *
 * @throws RangeError when it is negative or not whole: a fault in the query.
 */
export function rawCount(count: number): RawCount {
  if (!Number.isInteger(count) || count < 0) throw new RangeError(`${count} is not a count`)
  return count as unknown as RawCount
}

/** Reads an exact count: for the commissioner's edition and for sums, never for a page of the public. */
export function exact(count: RawCount): number {
  return count as unknown as number
}
