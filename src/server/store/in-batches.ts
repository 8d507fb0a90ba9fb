import { setImmediate as turn } from 'node:timers/promises'

/** Values in one query: both databases limit how many it may carry, SQLite at 32,766. */
const MOST_AT_ONCE = 500

/** Does something with many ids or rows, some at a time and in their order. @returns what came of all of it. */
export async function inBatches<Item, Result>(
  items: readonly Item[],
  work: (some: readonly Item[]) => Promise<readonly Result[]>,
): Promise<readonly Result[]> {
  const results: Result[] = []
  for (let from = 0; from < items.length; from += MOST_AT_ONCE) {
    for (const result of await work(items.slice(from, from + MOST_AT_ONCE))) results.push(result)
    // SQLite answers at once and never lets go: whoever sends something now is answered between two batches.
    if (from + MOST_AT_ONCE < items.length) await turn()
  }
  return results
}
