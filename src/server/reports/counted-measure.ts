import type { Measure } from '#domain/participation/measure.ts'
import type { CountedPart } from '#server/reports/parts.ts'

/** A measure whose tables know how they are counted. */
export type CountedMeasure = Omit<Measure, 'parts'> & { readonly parts: readonly [CountedPart, ...CountedPart[]] }

/** Checks that types cannot see through to, and returns the measure unchanged. */
export function defineMeasure(measure: CountedMeasure): CountedMeasure {
  const parts = measure.parts.map(({ id }) => id)
  if (new Set(parts).size < parts.length) throw new Error(`${measure.id} has two parts of one name`)
  if (measure.sources.length === 0) throw new Error(`${measure.id} has no source`)
  return measure
}
