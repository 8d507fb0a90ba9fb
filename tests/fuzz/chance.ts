/** Seeded chance: the same run again shows the same fault again. */
export type Chance = {
  /** A number from 0 up to, and without, 1. */
  readonly next: () => number
  /** A whole number from 0 up to, and without, `below`. */
  readonly below: (below: number) => number
  readonly pick: <Thing>(things: readonly Thing[]) => Thing
  readonly is: (share: number) => boolean
}

/** Makes chance from a seed (mulberry32). */
export function makeChance(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number) => Math.floor(next() * limit)
  const pick = <Thing>(things: readonly Thing[]): Thing => {
    const thing = things[below(things.length)]
    if (thing === undefined) throw new RangeError('nothing to pick from')
    return thing
  }
  return { next, below, pick, is: (share) => next() < share }
}
