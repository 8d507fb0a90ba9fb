import { ALL } from '#domain/participation/measure.ts'
import { pictured } from '#domain/participation/pictured.ts'
import type { SaidMeasure, SaidPart } from '#server/reports/say-report.ts'
import type { Drawn } from '#server/reports/to-tables.ts'

/** One bar: a number with its name, and what it is measured against. A withheld number has no length. */
export type Bar = {
  readonly name: string
  readonly length?: number
  readonly says: string
  readonly target?: number
}

/** Bars under each other, all of one kind. */
export type Bars = {
  readonly id: string
  readonly title: string
  readonly unit: 'number' | 'percent'
  readonly bars: readonly Bar[]
}

/** Whether there is something to compare: two numbers at least that are not withheld. */
export function canCompare(bars: readonly Bar[]): boolean {
  return bars.filter(({ length }) => length !== undefined).length > 1
}

/** The pictures of a measure: the whole service's rows, where there is something to compare. */
export function barsOf<Figures extends { readonly area: string }>(
  drawn: Drawn<Figures>,
  measure: SaidMeasure<Figures>,
): readonly Bars[] {
  return measure.parts
    .filter(({ id }) => pictured[measure.id]?.includes(id))
    .map((part) => ({
      id: `${measure.id}-${part.id}-picture`,
      title: part.title,
      unit: part.shape === 'share' ? ('percent' as const) : ('number' as const),
      bars: barsIn(drawn, part),
    }))
    .filter(({ bars }) => canCompare(bars))
}

function barsIn<Figures extends { readonly area: string }>(
  { report, edition }: Drawn<Figures>,
  { rows }: SaidPart<Figures>,
): readonly Bar[] {
  return rows.flatMap(({ name, figures }) => {
    const whole = figures.find(({ area }) => area === ALL)
    return whole && edition.hasAny(whole) ? [{ name, ...edition.bar(whole, report.language) }] : []
  })
}
