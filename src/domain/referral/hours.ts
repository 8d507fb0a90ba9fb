import type { ReferralRecord } from '#domain/referral/referral.ts'

/** Every amount of time that a case can reach, by the choice that names it in the review. */
const thresholds = [
  // The update is due on reaching eight hours; the others count what is over them. @source Q20
  { id: 'eight-hours', isReached: (minutes: number) => minutes >= 8 * 60 },
  { id: 'twelve-hours', isReached: (minutes: number) => minutes > 12 * 60 },
  { id: 'fifteen-hours', isReached: (minutes: number) => minutes > 15 * 60 },
] as const

/** A threshold of hours, as `hours-review` names it. */
export type HoursThreshold = (typeof thresholds)[number]['id']

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
 * The highest threshold of hours that the case has reached and nobody has reviewed.
 *
 * @source LW-7.3, LW-7.17, LW-8.9, Q20
 */
export function hoursToReview(records: readonly ReferralRecord[]): HoursThreshold | undefined {
  const minutes = allMinutes(records)
  const highest = thresholds.findLast(({ isReached }) => isReached(minutes))
  const isReviewed = records.some(
    ({ form, counted }) => form === 'hours-review' && counted.threshold?.[0] === highest?.id,
  )
  return highest && !isReviewed ? highest.id : undefined
}
