/**
 * Age bands kept in clear in place of an age: coarse for children, finer from 16, where the
 * Lewisham eligibility rules and its baseline (mean age 17) need it.
 *
 * @source DESIGN 4 "Least asked"; LW-2.4, LW-7.5
 */
export const ageBands = ['0-5', '6-10', '11-15', '16-17', '18-20', '21-24', '25-over'] as const

export type AgeBand = (typeof ageBands)[number]

const lowerBounds: readonly (readonly [number, AgeBand])[] = [
  [25, '25-over'],
  [21, '21-24'],
  [18, '18-20'],
  [16, '16-17'],
  [11, '11-15'],
  [6, '6-10'],
]

/** The band of an age in whole years. */
export function ageBand(years: number): AgeBand {
  return lowerBounds.find(([from]) => years >= from)?.[1] ?? '0-5'
}
