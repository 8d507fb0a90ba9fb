/** Chance that falls the same way every time: invented records are the same for everybody who makes them. */
export type Chance = {
  /** A number from 0, up to but not 1. */
  readonly next: () => number
  readonly pick: <T>(list: readonly T[]) => T
  /** A whole number from one to another, both included. */
  readonly between: (least: number, most: number) => number
  readonly happens: (share: number) => boolean
}

/** A small generator (mulberry32): enough for inventing, never for secrets. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  return {
    next,
    between,
    happens: (share) => next() < share,
    pick: (list) => {
      const picked = list[between(0, list.length - 1)]
      if (picked === undefined) throw new RangeError('there is nothing to pick from')
      return picked
    },
  }
}
