import type { RawCount } from '#domain/participation/raw-count.ts'
import { type Bounds, boundsOf, MOST_WITHHELD, type PublishedCount, suppress } from '#domain/participation/suppress.ts'

/**
 * Cells that add up: the sum of the parts is the whole. Each is named by a text of its own. A part that is published
 * nowhere has a name too: anything may be in it.
 */
export type AddsUp = { readonly whole: string; readonly parts: readonly string[] }

/**
 * Values that a withheld number has to keep open here: all that it has. Three are asked for; sums that are looked at one
 * by one find less than somebody does who takes all of them together, and what was published before cannot be taken
 * back. With five, one invented year of three left two values in a dozen places; with seven one year of five still did
 * in two. So the other small numbers of a sum are taken to be known a little better than they are ({@link slimmer}).
 */
const LEAST_OPEN = MOST_WITHHELD

type Published = Map<string, PublishedCount>
type Settled = ReadonlyMap<string, PublishedCount>
type Open = ReadonlyMap<string, Bounds>

/**
 * Protects cells that add up. Each is protected by itself; where what is published round a withheld one would leave
 * too few values open for it, what gives it away is kept back too: the largest part beside it, or else the whole.
 *
 * @param cells - every cell of what is published together, by name.
 * @param settled - what was published before of some of them, which cannot be taken back.
 * @returns each cell as it may be published.
 */
export function keepBack(
  cells: ReadonlyMap<string, RawCount>,
  sums: readonly AddsUp[],
  settled: Settled = new Map(),
): ReadonlyMap<string, PublishedCount> {
  const published: Published = new Map([...cells].map(([name, count]) => [name, settled.get(name) ?? suppress(count)]))
  const sumsOf = byCell(sums)
  for (;;) {
    const narrowed = narrow(published, sums)
    const open = slimmer(published, narrowed)
    const next = [...published]
      .filter(([, count]) => isFew(count))
      .map(([name]) => ({ name, sums: sumsOf.get(name) ?? [] }))
      .filter(
        (each) =>
          hasFew(narrowed.get(each.name)) ||
          each.sums.some((sum) => isMany(sum, open) && doesDrawIn(sum, each.name, open)),
      )
      .flatMap((each) => toKeepBack(each.name, each.sums, { published, settled, open }) ?? [])
    if (next.length === 0) return published
    for (const name of next) published.set(name, { withheld: 'kept-back' })
  }
}

function byCell(sums: readonly AddsUp[]): ReadonlyMap<string, readonly AddsUp[]> {
  const found = new Map<string, AddsUp[]>()
  for (const sum of sums)
    for (const name of [sum.whole, ...sum.parts]) {
      const those = found.get(name)
      if (those) those.push(sum)
      else found.set(name, [sum])
    }
  return found
}

/** Whether too few values are left. */
function hasFew(bounds: Bounds = anything): boolean {
  return bounds.most - bounds.least + 1 < LEAST_OPEN
}

/** Whether a sum has so many parts that are not nothing that it leaves room for what only all sums together give away. */
function isMany({ parts }: AddsUp, open: Open): boolean {
  return parts.filter((part) => open.get(part)?.most !== 0).length > 2
}

/** The bounds of small numbers without their outermost values: a margin for what only all sums together give away. */
function slimmer(published: Published, open: Open): Open {
  return new Map(
    [...open].map(([name, { least, most }]) => {
      const count = published.get(name)
      const isWide = count !== undefined && isFew(count) && most - least >= 2
      return [name, isWide ? { least: least + 1, most: most - 1 } : { least, most }]
    }),
  )
}

/**
 * What to keep back beside a number that is given away, of the sums that draw it in: the largest part that is shown, the
 * whole, then even that another is few; at last that it is few itself.
 */
function toKeepBack(
  name: string,
  sums: readonly AddsUp[],
  { published, settled, open }: { readonly published: Published; readonly settled: Settled; readonly open: Open },
): string | undefined {
  const cutting = sums.filter((sum) => doesDrawIn(sum, name, open))
  const mayKeepBack = (is: (count: PublishedCount) => boolean) => (cell: string) => {
    const count = published.get(cell)
    return count !== undefined && !settled.has(cell) && is(count)
  }
  const largest = (cells: readonly string[]) =>
    cells.toSorted((a, b) => (open.get(b)?.most ?? 0) - (open.get(a)?.most ?? 0))[0]
  for (const is of [isShown, isFew]) {
    const others = mayKeepBack(is)
    for (const { whole, parts } of cutting) {
      const found = largest(parts.filter((part) => part !== name && others(part)))
      if (is === isShown && found) return found
      // Many small rows make a total large: that it is few is what gives them away.
      if (whole !== name && others(whole)) return whole
      if (found) return found
    }
  }
  return mayKeepBack(isFew)(name) ? name : undefined
}

/** Whether a sum alone leaves less than all of one to seven. */
function doesDrawIn({ whole, parts }: AddsUp, name: string, open: Open): boolean {
  const of = (cells: readonly string[], end: keyof Bounds) => total(cells, (cell) => open.get(cell)?.[end] ?? 0)
  if (whole === name) return of(parts, 'least') > 1 || of(parts, 'most') < MOST_WITHHELD
  const others = parts.filter((part) => part !== name)
  const { least, most } = open.get(whole) ?? anything
  return least - of(others, 'most') > 1 || most - of(others, 'least') < MOST_WITHHELD
}

function isShown(count: PublishedCount): boolean {
  return 'shown' in count && count.shown > 0
}

function isFew(count: PublishedCount): boolean {
  return 'withheld' in count && count.withheld === 'few'
}

const anything: Bounds = { least: 0, most: Number.POSITIVE_INFINITY }

/** What anybody can work out from the sums: bounds are drawn in until none moves any more. */
function narrow(published: Published, sums: readonly AddsUp[]): Open {
  const open = new Map([...published].map(([name, count]) => [name, boundsOf(count)]))
  for (const { whole, parts } of sums)
    for (const name of [whole, ...parts]) if (!open.has(name)) open.set(name, anything)
  for (let moved = true; moved; ) {
    moved = false
    for (const { whole, parts } of sums) {
      const least = total(parts, (name) => open.get(name)?.least ?? 0)
      const most = total(parts, (name) => open.get(name)?.most ?? 0)
      moved = draw(open, whole, { least, most }) || moved
      const { least: from, most: until } = open.get(whole) ?? anything
      for (const part of parts) {
        const own = open.get(part) ?? { least: 0, most: 0 }
        const othersMost = most === Number.POSITIVE_INFINITY ? mostOfOthers(parts, part, open) : most - own.most
        moved = draw(open, part, { least: from - othersMost, most: until - (least - own.least) }) || moved
      }
    }
  }
  return open
}

function mostOfOthers(parts: readonly string[], part: string, open: Open): number {
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
