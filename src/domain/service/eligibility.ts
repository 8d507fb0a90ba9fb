import type { Service } from './service.ts'

/**
 * What the gentle check says. Nobody is turned away: after each of them one can ask, and staff decide (H9).
 * `yes-likely`: the service is for you. `ask-anyway`: perhaps, a person looks. `other-help-too`: probably somebody
 * else helps, and here they are.
 */
export type Eligibility = 'yes-likely' | 'ask-anyway' | 'other-help-too'

/** What a person has said of themselves; anything may be left out. `age` in whole years. */
export type AboutSelf = { readonly age?: number | undefined; readonly group?: string | undefined }

/** The answer of who is in no group of the service. Its id is the same in every service file. */
const NONE_OF_THESE = 'none-of-these'

/**
 * Weighs an age and a group against those of a service. "Until the 17th birthday" holds at 16 and not at 17.
 *
 * @source P6, FW-3, LW-7.5, LW-7.8, H9, Q4, Q5
 */
export function eligibilityOf(
  { age, group }: AboutSelf,
  { groups, oldestAge }: Pick<Service, 'groups' | 'oldestAge'>,
): Eligibility {
  if (group === NONE_OF_THESE || (age !== undefined && age >= oldestAge)) return 'other-help-too'
  const ages = groups.find(({ id }) => id === group)?.ages
  if (!ages || age === undefined) return 'ask-anyway'
  if (age >= ages.from && age < ages.until) return 'yes-likely'
  const { perhapsFrom = ages.from, perhapsUntil = ages.until } = ages
  return age >= perhapsFrom && age < perhapsUntil ? 'ask-anyway' : 'other-help-too'
}
