import type { Counted, Observation, Shape } from '#domain/participation/measure.ts'
import type { CountedPart } from '#server/reports/parts.ts'

/**
 * Where the numbers of a report are added up: one cell for a row of a table and an authority, with a place for each
 * number that its shape has. Young people who are counted once in several authorities have a cell of these together,
 * for only the report knows which of them make up one area.
 */
export type Cell = {
  readonly part: CountedPart
  readonly row: string
  readonly authorities: readonly (string | null)[]
  /** The place of its first number, and how many it has. */
  readonly first: number
  readonly width: number
}

/** Every cell there is so far. They are numbered as they are met, and keep their places. */
export type Cells = {
  readonly cellOf: (part: CountedPart, row: string, ...authorities: readonly (string | null)[]) => Cell
  readonly all: () => readonly Cell[]
  /** How many places there are. */
  readonly size: () => number
}

/** How many numbers are added up for each shape. */
const widths: Readonly<Record<Shape, number>> = {
  count: 1,
  distinct: 1,
  share: 4,
  duration: 1,
  hours: 1,
  difference: 4,
}

export function emptyCells(): Cells {
  const byPart = new Map<CountedPart, Map<string, Map<string, Cell>>>()
  const all: Cell[] = []
  let size = 0
  return {
    cellOf: (part, row, ...authorities) => {
      const rows = inside(byPart, part, () => new Map<string, Map<string, Cell>>())
      const places = inside(rows, row, () => new Map<string, Cell>())
      return inside(places, nameOf(authorities), () => {
        const cell = { part, row, authorities, first: size, width: widths[part.shape] }
        size += cell.width
        all.push(cell)
        return cell
      })
    },
    all: () => all,
    size: () => size,
  }
}

function inside<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const found = map.get(key)
  if (found !== undefined) return found
  const made = make()
  map.set(key, made)
  return made
}

/** The same in any order. No authority's id has a space in it. */
function nameOf(authorities: readonly (string | null)[]): string {
  if (authorities.length === 1) return authorities[0] ?? ''
  return authorities
    .map((each) => each ?? '')
    .toSorted()
    .join(' ')
}

/** What was added up in a cell, from its numbers: those that nobody added to are undefined. */
export function countedIn(shape: Shape, numbers: readonly (number | undefined)[]): readonly Counted[] {
  const [first, second, third, fourth] = numbers
  switch (shape) {
    case 'count':
    case 'distinct':
      return [{ shape, count: first ?? 0 }]
    case 'share':
      return [
        {
          shape,
          numerator: first ?? 0,
          denominator: second ?? 0,
          ...(third !== undefined && { answered: third }),
          ...(fourth !== undefined && { asked: fourth }),
        },
      ]
    case 'duration':
      throw new TypeError('durations are not added up')
    case 'hours':
      return [{ shape, minutes: first ?? 0 }]
    case 'difference':
      return [
        { shape, of: 'respondents', numerator: first ?? 0, denominator: second ?? 0 },
        { shape, of: 'users', numerator: third ?? 0, denominator: fourth ?? 0 },
      ]
  }
}

/** What was counted for a row of a table, added up, and where. */
export type Summed = Pick<Observation, 'row'> & { readonly authorities: readonly (string | null)[] } & Counted
