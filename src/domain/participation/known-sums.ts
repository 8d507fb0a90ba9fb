import sums from './known-sums.json' with { type: 'json' }

/**
 * A number of a report without its period and area: `M02 total | all | count`.
 */
export type CountKey = string

/** What follows from what measures count: which numbers of different tables are the same, and which make up which. */
export type KnownSums = {
  /** Numbers that are the same wherever they stand; the first stands for all. */
  readonly same: readonly (readonly CountKey[])[]
  readonly sums: readonly { readonly whole: CountKey; readonly parts: readonly CountKey[] }[]
}

/**
 * Sums across the tables of a report that anybody can know who knows what is counted: as many answered one question of a
 * survey as sent it; referrals by reason are the referrals. They were found by looking at invented years, each place
 * and period of them (tests/server/reports/whole-year.test.ts finds them again and says when this file is out of date).
 * Where one does not hold exactly, it is not supposed to be known.
 */
export const knownSums: KnownSums = sums
