import type { Span } from '#domain/participation/span.ts'
import type { Service } from '#domain/service/service.ts'
import type { Instant } from '#domain/time/instant.ts'
import { ahead } from '#server/reports/ahead.ts'
import { allMeasures } from '#server/reports/all-measures.ts'
import { type Case, whoIs } from '#server/reports/case.ts'
import { type Cells, emptyCells, type Summed } from '#server/reports/cells.ts'
import { type Contribution, contributionsOf, sumUp } from '#server/reports/contribution.ts'
import { toFacts } from '#server/reports/facts.ts'
import type { CountedPart } from '#server/reports/parts.ts'
import {
  countLongStored,
  type Group,
  isOnlyWhenFinal,
  type LongStored,
  listGroups,
  listStoredSince,
  readCases,
  stillStored,
} from '#server/reports/reading.ts'
import { isSettled } from '#server/reports/settled.ts'
import type { Reader } from '#server/store/database.ts'
import { groupByPerson } from '#server/store/people.store.ts'

/** What is counted: the spans of a period's report, as they stand at a moment. */
export type Asked = {
  readonly db: Reader
  readonly service: Service
  readonly period: string
  readonly spans: readonly Span[]
  readonly now: Instant
  readonly isFinal: boolean
  /** Told how far it is, from 0 to 1. */
  readonly onProgress?: ((share: number) => void) | undefined
}

/** What was counted for a table in each of the spans that were asked for. */
export type Sums = (part: CountedPart) => readonly (readonly Summed[])[]

/** Counts, and keeps what each young person adds to a period's figures, so that only what changed is counted again. */
export type KeptCounts = { readonly count: (asked: Asked) => Promise<Sums> }

/** Periods that are kept: a year's public edition is made of five. */
const MOST_PERIODS = 6
/** Things counted at once. More take more memory, and are no faster. */
const COUNTED_AT_ONCE = 1000

const parts = allMeasures.flatMap((measure) => measure.parts)

/** What a group adds, span by span. */
type Added = {
  readonly group: Group
  readonly contributions: readonly (Contribution | undefined)[]
  readonly isOnlyWhenFinal: boolean
  /** Whether it stays as it is however much later the report is made, while nothing is recorded. */
  readonly isSettled: boolean
}

type Period = {
  readonly cells: Cells
  readonly groups: Map<string, Added>
  /** The name of the group that a story is in. */
  readonly groupOf: Map<string, string>
  readonly spans: readonly Span[]
  readonly readAt: Instant
  /** The records of late that were read then: whatever else says it came by then was stored since. */
  readonly seen: ReadonlySet<string>
  readonly longStored: LongStored
}

/** @param atOnce - how many things are counted at once, a young person's always together. */
export function keepCounts(atOnce = COUNTED_AT_ONCE): KeptCounts {
  const kept = new Map<string, Period>()
  return {
    count: async (asked) => {
      const known = kept.get(asked.period)
      kept.delete(asked.period)
      const period = await upToDate(known, asked, atOnce)
      kept.set(asked.period, period)
      for (const oldest of kept.keys()) if (kept.size > MOST_PERIODS) kept.delete(oldest)
      return sumsOf(period, asked)
    },
  }
}

async function upToDate(known: Period | undefined, asked: Asked, atOnce: number): Promise<Period> {
  const { db, now, spans } = asked
  const [isSame, since] = await Promise.all([
    known !== undefined && isWhole(db, known, now),
    listStoredSince(db, known?.readAt ?? now),
  ])
  const before = isSame ? known : undefined
  const stored = before || !known ? since : await listStoredSince(db, now)
  const groups = before ? await listChanged(db, before, { stored, spans }) : await listGroups(db, spans)
  const period: Period = {
    ...(before ?? { cells: emptyCells(), groups: new Map(), groupOf: new Map() }),
    longStored: before?.longStored ?? (await countLongStored(db, now)),
    spans,
    readAt: now,
    seen: new Set(stored.keys()),
  }
  let done = 0
  const read = (handful: readonly Group[]) => readCases(db, handful.flat(), asked.service)
  for await (const { item: handful, result: cases } of ahead(inHandfuls(groups, atOnce), read)) {
    countHandful(period, { handful, cases }, asked)
    done += handful.length
    asked.onProgress?.(done / groups.length)
  }
  return period
}

/** Whether what was read long ago is as it was: no clock was turned back, and nothing was put in or taken out by hand. */
async function isWhole(db: Reader, { readAt, longStored }: Period, now: Instant): Promise<boolean> {
  return readAt <= now && (await stillStored(db, longStored)).count === longStored.count
}

/** Whoever something happened to, and whose figures time alone may have moved. */
async function listChanged(
  db: Reader,
  { seen, groups, spans: before }: Period,
  { stored, spans }: { readonly stored: ReadonlyMap<string, string>; readonly spans: readonly Span[] },
): Promise<readonly Group[]> {
  const touched = stored.entries().flatMap(([record, story]) => (seen.has(record) ? [] : [story]))
  const hasMoved = spans.some(({ cut }, index) => cut !== before[index]?.cut)
  const unsettled = groups.values().flatMap(({ group, isSettled }) => (hasMoved && !isSettled ? group : []))
  return groupByPerson(db, [...touched, ...unsettled])
}

function* inHandfuls(groups: readonly Group[], atOnce: number): Generator<readonly Group[]> {
  let handful: Group[] = []
  let stories = 0
  for (const group of groups) {
    handful.push(group)
    stories += group.length
    if (stories < atOnce) continue
    yield handful
    handful = []
    stories = 0
  }
  if (handful.length > 0) yield handful
}

type Handful = { readonly handful: readonly Group[]; readonly cases: readonly Case[] }

function countHandful(period: Period, { handful, cases }: Handful, { service, spans }: Asked): void {
  const nameOf = new Map(handful.flatMap((group) => group.map((story) => [story, group[0] ?? ''] as const)))
  const groupOfWho = new Map(cases.map((story) => [whoIs(story), nameOf.get(story.id) ?? '']))
  const facts = toFacts(service, { stories: cases })
  const added = spans.map((span) =>
    contributionsOf({ facts, span, parts, cells: period.cells }, (who) => groupOfWho.get(who) ?? ''),
  )
  const byGroup = Map.groupBy(cases, ({ id }) => nameOf.get(id) ?? '')
  for (const group of handful) forget(period, group)
  for (const group of handful) {
    const name = group[0] ?? ''
    const stories = byGroup.get(name)
    if (!stories) continue
    period.groups.set(name, {
      group,
      contributions: added.map((bySpan) => bySpan.get(name)),
      isOnlyWhenFinal: stories.every(isOnlyWhenFinal),
      isSettled: stories.every((story) => isSettled(story, spans)),
    })
    for (const id of group) period.groupOf.set(id, name)
  }
}

/** Two groups that have turned out to be one young person's go together. */
function forget({ groups, groupOf }: Period, group: Group): void {
  for (const story of group) {
    groups.delete(groupOf.get(story) ?? '')
    groupOf.delete(story)
  }
}

/** The figures of all groups, and those of what is kept as counts alone. */
async function sumsOf({ groups, cells }: Period, { db, service, spans, isFinal }: Asked): Promise<Sums> {
  const counted = [...groups.values()].filter((added) => isFinal || !added.isOnlyWhenFinal)
  const bySpan = spans.map((_, index) =>
    sumUp(
      counted.flatMap(({ contributions }) => contributions[index] ?? []),
      cells,
    ),
  )
  const counts = toFacts(service, { tally: await db.selectFrom('tally').selectAll().execute() })
  return (part) =>
    spans.map((span, index) => [
      ...(bySpan[index]?.get(part) ?? []),
      ...part.count(counts, span).map(({ authority, ...each }) => ({ ...each, authorities: [authority] })),
    ])
}
