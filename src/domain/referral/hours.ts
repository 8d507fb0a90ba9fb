import type { ReferralRecord } from '#domain/referral/referral.ts'
import type { Service } from '#domain/service/service.ts'

const MINUTES = 60

/** Every amount of time that a case can reach, by the choice that names it in the review. */
export const hoursThresholds = ['review', 'approval', 'conferences'] as const

/** A threshold of hours, as `hours-review` and the service file name it. */
export type HoursThreshold = (typeof hoursThresholds)[number]

/** How many hours each threshold is. */
type HoursLimits = Service['hours']

/** The update is due on reaching its hours; the others count what is over them. @source Q20 */
function isReached(threshold: HoursThreshold, minutes: number, limits: HoursLimits): boolean {
  const limit = limits[threshold] * MINUTES
  return threshold === 'review' ? minutes >= limit : minutes > limit
}

const kinds = ['minutesWithChild', 'minutesOtherWork', 'minutesTravel'] as const

/** Time spent on a case, in minutes, by what it was spent on. */
export type Minutes = Readonly<Record<(typeof kinds)[number], number>>

/** The time recorded on a case. @source LW-17.5, Q21 */
export function minutesOf(records: readonly ReferralRecord[]): Minutes {
  const hours = records.filter(({ form }) => form === 'hours')
  const sum = (kind: (typeof kinds)[number]) =>
    hours.reduce((minutes, { counted }) => minutes + Number(counted[kind]?.[0] ?? 0), 0)
  return {
    minutesWithChild: sum('minutesWithChild'),
    minutesOtherWork: sum('minutesOtherWork'),
    minutesTravel: sum('minutesTravel'),
  }
}

/** All of it together, travel included, in minutes. @source Q20 */
export function allMinutes(records: readonly ReferralRecord[]): number {
  return Object.values(minutesOf(records)).reduce((sum, minutes) => sum + minutes, 0)
}

/**
 * The highest threshold of hours that the case has reached and nobody has reviewed. How many hours each is stands in
 * the service file.
 *
 * @source LW-7.3, LW-7.17, LW-8.9, Q20
 */
export function hoursToReview(records: readonly ReferralRecord[], limits: HoursLimits): HoursThreshold | undefined {
  const minutes = allMinutes(records)
  const highest = hoursThresholds.findLast((threshold) => isReached(threshold, minutes, limits))
  const isReviewed = records.some(({ form, counted }) => form === 'hours-review' && counted.threshold?.[0] === highest)
  return isReviewed ? undefined : highest
}
