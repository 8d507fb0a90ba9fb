import { quarterOf } from '#domain/participation/period.ts'
import { kindOfStory } from '#domain/referral/story-kind.ts'
import type { Service } from '#domain/service/service.ts'
import type { Instant } from '#domain/time/instant.ts'

/** So many are expected in a quarter before equality answers are counted for one authority alone. @source DESIGN 6 "tally" */
const ENOUGH_TO_STAND_ALONE = 10

/**
 * Where the equality answers of a form are counted: the authority and quarter where ten referrals and more are
 * expected, otherwise the whole service and the year. One answer alone in its place would be as good as a name.
 *
 * @source DESIGN 6 "tally": "service and year instead of authority and quarter where fewer than ten are expected"
 */
export function tallyPlace(
  { authorities }: Pick<Service, 'authorities'>,
  { form, authority, at }: { readonly form: string; readonly authority: string | null; readonly at: Instant },
): { readonly form: string; readonly period: string; readonly authority: string } {
  const quarter = quarterOf(at)
  const expected = authorities.find(({ id }) => id === authority)?.expectedEachQuarter ?? 0
  const isAlone = kindOfStory(form) === 'referral' && expected >= ENOUGH_TO_STAND_ALONE
  return isAlone && authority
    ? { form, period: quarter, authority }
    : { form, period: quarter.slice(0, '2026-27'.length), authority: '' }
}
