import type { Counted, Observation } from '#domain/participation/measure.ts'
import type { Span } from '#domain/participation/span.ts'
import { type Cell, type Cells, countedIn, type Summed } from '#server/reports/cells.ts'
import type { Facts } from '#server/reports/facts.ts'
import type { CountedPart } from '#server/reports/parts.ts'

/**
 * What some young people's records add to the figures of one span, as small as it can be kept: the places that grow by
 * one, then pairs of a place and how much it grows by.
 */
export type Contribution = { readonly ones: Uint32Array; readonly others: Float64Array }

type Growing = { readonly ones: number[]; readonly others: number[] }

const nothing: Contribution['others'] = new Float64Array()

/**
 * Counts facts of many young people at once, and says what each group of them adds.
 *
 * @param groupOf - the group of somebody or something that was counted.
 */
export function contributionsOf(
  { facts, span, parts, cells }: { facts: Facts; span: Span; parts: readonly CountedPart[]; cells: Cells },
  groupOf: (who: string) => string,
): ReadonlyMap<string, Contribution> {
  const growing = new Map<string, Growing>()
  const growingOf = (who: string | null): Growing => {
    const group = groupOf(who ?? '')
    const known = growing.get(group)
    if (known) return known
    const made = { ones: [], others: [] }
    growing.set(group, made)
    return made
  }
  for (const part of parts) {
    const observations = part.count(facts, span)
    if (part.shape === 'distinct') {
      for (const [cell, who] of eachOnce(observations, part, cells)) growingOf(who).ones.push(cell.first)
      continue
    }
    for (const each of observations)
      addTo(growingOf(each.who), each, cells.cellOf(part, each.row, each.authority).first)
  }
  return new Map(
    growing
      .entries()
      .map(([group, { ones, others }]) => [
        group,
        { ones: Uint32Array.from(ones), others: others.length > 0 ? Float64Array.from(others) : nothing },
      ]),
  )
}

/** Adds the numbers of something counted at their places, as {@link countedIn} reads them. */
function addTo(growing: Growing, counted: Counted, first: number): void {
  switch (counted.shape) {
    case 'count':
    case 'distinct':
      add(growing, first, counted.count)
      break
    case 'hours':
      add(growing, first, counted.minutes)
      break
    case 'duration':
      add(growing, first, counted.hours)
      break
    case 'share': {
      const { numerator, denominator, answered, asked } = counted
      // A part of nothing is a part all the same: that it was counted is what gives its row a place in the table.
      if (numerator !== 0) add(growing, first, numerator)
      add(growing, first + 1, denominator)
      if (answered !== undefined) add(growing, first + 2, answered)
      if (asked !== undefined) add(growing, first + 3, asked)
      break
    }
    case 'difference': {
      const { of, numerator, denominator } = counted
      const place = of === 'respondents' ? first : first + 2
      if (numerator !== 0) add(growing, place, numerator)
      add(growing, place + 1, denominator)
    }
  }
}

function add({ ones, others }: Growing, place: number, number: number): void {
  if (number === 1) ones.push(place)
  else others.push(place, number)
}

/** Each young person once in each row, in all the authorities where they were observed. */
function* eachOnce(
  observations: readonly Observation[],
  part: CountedPart,
  cells: Cells,
): Generator<readonly [Cell, string]> {
  const seen = new Map<string, Map<string, Observation[]>>()
  for (const observation of observations) {
    const who = observation.who ?? ''
    const rows = seen.get(who) ?? new Map<string, Observation[]>()
    seen.set(who, rows)
    const those = rows.get(observation.row)
    if (those) those.push(observation)
    else rows.set(observation.row, [observation])
  }
  for (const [who, rows] of seen)
    for (const [row, those] of rows)
      yield [cells.cellOf(part, row, ...new Set(those.map(({ authority }) => authority))), who]
}

/** Adds contributions up. @returns what was counted, by table. */
export function sumUp(
  contributions: Iterable<Contribution>,
  cells: Cells,
): ReadonlyMap<CountedPart, readonly Summed[]> {
  const { totals, isCounted, hours } = addUp(contributions, cells)
  const summed = new Map<CountedPart, Summed[]>()
  for (const { part, row, authorities, first, width } of cells.all()) {
    const numbers = Array.from({ length: width }, (_, index) =>
      isCounted[first + index] ? totals[first + index] : undefined,
    )
    if (numbers.every((number) => number === undefined)) continue
    const those = summed.get(part) ?? []
    summed.set(part, those)
    const counted = hours.get(first)?.map((each) => ({ shape: 'duration', hours: each }) as const)
    for (const each of counted ?? countedIn(part.shape, numbers)) those.push({ ...each, row, authorities })
  }
  return summed
}

/** The totals of all places; how long each thing took is not added, but kept beside it. */
function addUp(contributions: Iterable<Contribution>, cells: Cells) {
  const [totals, isCounted] = [new Float64Array(cells.size()), new Uint8Array(cells.size())]
  const durations = cells.all().filter(({ part }) => part.shape === 'duration')
  const hours = new Map(durations.map(({ first }) => [first, [] as number[]]))
  const isDuration = new Uint8Array(cells.size())
  for (const { first } of durations) isDuration[first] = 1
  const grow = (place: number, by: number) => {
    isCounted[place] = 1
    totals[place] = (totals[place] ?? 0) + by
    if (isDuration[place]) hours.get(place)?.push(by)
  }
  for (const { ones, others } of contributions) {
    for (const place of ones) grow(place, 1)
    for (let index = 0; index < others.length; index += 2) grow(others[index] ?? 0, others[index + 1] ?? 0)
  }
  return { totals, isCounted, hours }
}
