/**
 * Does something with one item after another, and begins with the next before what came of this one is taken: a
 * database that works by itself reads while we count.
 */
export async function* ahead<Item, Result>(
  items: Iterable<Item>,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<{ readonly item: Item; readonly result: Result }> {
  let begun: { readonly item: Item; readonly result: Promise<Result> } | undefined
  for (const item of items) {
    const before = begun
    begun = { item, result: work(item) }
    // Whoever stops taking is not told of a failure: nobody would hear it.
    begun.result.catch(() => undefined)
    if (before) yield { item: before.item, result: await before.result }
  }
  if (begun) yield { item: begun.item, result: await begun.result }
}
