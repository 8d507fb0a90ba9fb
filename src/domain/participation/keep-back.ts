import type { RawCount } from '#domain/participation/raw-count.ts'
import { type Bounds, boundsOf, MOST_WITHHELD, type PublishedCount, suppress } from '#domain/participation/suppress.ts'

/** Cells that add up: the sum of the parts is the whole. Each is named by a text of its own. */
export type AddsUp = { readonly whole: string; readonly parts: readonly string[] }

/**
 * Values that a withheld number has to keep open here: all that it has. Three are asked for; sums that are looked at
 * one by one find less than somebody does who takes all of them together, and what was published before cannot be taken
 * back. With five, a year split by council left two values in one invented year of six.
 * tests/server/reports/public-edition.test.ts takes all of them together.
 */
const LEAST_OPEN = MOST_WITHHELD

/**
 * Protects cells that add up. Each is protected by itself; where what is published round a withheld one would leave
 * too few values open for it, the whole that gives it away is kept back too, or else its largest part.
 *
 * @param cells - every cell of what is published together, by name.
 * @param settled - what was published before of some of them, which cannot be taken back.
 * @returns each cell as it may be published.
 */
export function keepBack(
  cells: ReadonlyMap<string, RawCount>,
  sums: readonly AddsUp[],
  settled: ReadonlyMap<string, PublishedCount> = new Map(),
): ReadonlyMap<string, PublishedCount> {
  const published = new Map([...cells].map(([name, count]) => [name, settled.get(name) ?? suppress(count)]))
  for (;;) {
    const open = narrow(published, sums)
    const next = sums
      .filter((sum) => [sum.whole, ...sum.parts].some((name) => isGivenAway(name, published, open)))
      .map((sum) => toKeepBack(sum, published, settled, open))
      .find((name) => name !== undefined)
    if (!next) return published
    published.set(next, { withheld: 'kept-back' })
  }
}

/** Tells whether a withheld number has too few values left. */
function isGivenAway(
  name: string,
  published: ReadonlyMap<string, PublishedCount>,
  open: ReadonlyMap<string, Bounds>,
): boolean {
  const count = published.get(name)
  const bounds = open.get(name)
  if (!count || !bounds || !('withheld' in count) || count.withheld !== 'few') return false
  return bounds.most - bounds.least + 1 < LEAST_OPEN
}

/** The whole first: it gives most away. Then the largest part that is shown. */
function toKeepBack(
  { whole, parts }: AddsUp,
  published: ReadonlyMap<string, PublishedCount>,
  settled: ReadonlyMap<string, PublishedCount>,
  open: ReadonlyMap<string, Bounds>,
): string | undefined {
  const isOpen = (name: string) => !settled.has(name) && isShown(published.get(name))
  if (isOpen(whole)) return whole
  return parts.filter(isOpen).toSorted((a, b) => (open.get(b)?.most ?? 0) - (open.get(a)?.most ?? 0))[0]
}

function isShown(count: PublishedCount | undefined): boolean {
  return count !== undefined && 'shown' in count && count.shown > 0
}

/** What anybody can work out from the sums: bounds are drawn in until none moves any more. */
function narrow(published: ReadonlyMap<string, PublishedCount>, sums: readonly AddsUp[]): ReadonlyMap<string, Bounds> {
  const open = new Map([...published].map(([name, count]) => [name, boundsOf(count)]))
  for (let moved = true; moved; ) {
    moved = false
    for (const { whole, parts } of sums) {
      const least = total(parts, (name) => open.get(name)?.least ?? 0)
      const most = total(parts, (name) => open.get(name)?.most ?? 0)
      moved = draw(open, whole, { least, most }) || moved
      const { least: from, most: until } = open.get(whole) ?? { least: 0, most: Number.POSITIVE_INFINITY }
      for (const part of parts) {
        const own = open.get(part) ?? { least: 0, most: 0 }
        const othersMost = most === Number.POSITIVE_INFINITY ? mostOfOthers(parts, part, open) : most - own.most
        moved = draw(open, part, { least: from - othersMost, most: until - (least - own.least) }) || moved
      }
    }
  }
  return open
}

function mostOfOthers(parts: readonly string[], part: string, open: ReadonlyMap<string, Bounds>): number {
  return total(
    parts.filter((name) => name !== part),
    (name) => open.get(name)?.most ?? 0,
  )
}

/** Draws bounds in. @returns whether they moved. */
function draw(open: Map<string, Bounds>, name: string, to: Bounds): boolean {
  const now = open.get(name)
  if (!now) return false
  const [least, most] = [Math.max(now.least, to.least), Math.min(now.most, to.most)]
  if (least === now.least && most === now.most) return false
  open.set(name, { least, most })
  return true
}

function total(names: readonly string[], of: (name: string) => number): number {
  return names.reduce((sum, name) => sum + of(name), 0)
}
