import type { MeasureId } from '#domain/participation/measure.ts'
import type { Service } from '#domain/service/service.ts'

/** A chapter of a report: its measures in their order. Words: `layouts.<id>` in `locales/<language>/reports.json`. */
export type Chapter = { readonly id: string; readonly measures: readonly MeasureId[] }

/** What of a measure says where it stands. */
export type Placed = { readonly id: MeasureId; readonly sources: readonly string[] }

/** Rows of Appendix 1 under each aim, then its outputs: the last row of each. @source LW-5.3, LW-A1.1 to LW-A1.36 */
const appendixOne = [
  ['aim-1', 6],
  ['aim-2', 13],
  ['aim-3', 21],
  ['aim-4', 22],
  ['outputs', 36],
] as const

/**
 * Puts measures into chapters as the service's contract has them. Where a measure stands is read off the clauses it
 * answers, so that a new one needs no list. What no chapter asks for stands at the end: nothing is left out.
 *
 * @source FW-7 (five outcome statements), LW-5.3 and Appendix 1 (four aims, then outputs), Q34
 */
export function toChapters(measures: readonly Placed[], layout: Service['report']['layout']): readonly Chapter[] {
  const placed = measures.map((measure) => ({
    id: measure.id,
    ...(layout === 'four-aims' ? inAppendixOne(measure) : inStatement(measure)),
  }))
  const order = layout === 'four-aims' ? [...appendixOne.map(([id]) => id), 'more'] : STATEMENTS
  return order
    .map((id) => ({
      id,
      measures: placed
        .filter(({ chapter }) => chapter === id)
        .toSorted((a, b) => a.row - b.row || a.id.localeCompare(b.id))
        .map((measure) => measure.id),
    }))
    .filter((chapter) => chapter.measures.length > 0)
}

type Place = { readonly chapter: string; readonly row: number }

const STATEMENTS = ['statement-1', 'active-offer', 'statement-2', 'statement-3', 'statement-4', 'statement-5', 'more']

/** By the first standard it answers. Measures of the Active Offer are a block of their own (AO-30). */
function inStatement({ sources }: Placed): Place {
  if (sources.includes('AO-30')) return { chapter: 'active-offer', row: 0 }
  const standard = sources.find((source) => /^NS-[1-5]/.test(source))
  return { chapter: standard ? `statement-${standard[3]}` : 'more', row: 0 }
}

/** By its row of Appendix 1. */
function inAppendixOne({ sources }: Placed): Place {
  const row = Number(sources.find((source) => source.startsWith('LW-A1.'))?.slice('LW-A1.'.length) ?? 0)
  const found = appendixOne.find(([, last]) => row <= last)
  return row > 0 && found ? { chapter: found[0], row } : { chapter: 'more', row: 0 }
}
