import { type HoursThreshold, hoursToReview } from '#domain/referral/hours.ts'
import { type Untold, untoldPassings } from '#domain/referral/passing-on.ts'
import { foldReferral, isReached, type Progress, type Rules } from '#domain/referral/progress.ts'
import type { ReferralRecord, ReferralStatus, ReferralStory } from '#domain/referral/referral.ts'
import { isFromChild, isOffer, kindOfStory } from '#domain/referral/story-kind.ts'
import { type Instant, londonDay, londonInstant } from '#domain/time/instant.ts'
import { endOfWorkingDayAfter } from '#domain/time/working-days.ts'

/** Where anything on a desk stands: a referral on its way, or something else that was answered or not. */
export type StandingStatus = ReferralStatus | 'answered' | 'closed' | 'withdrawn'

/**
 * What a person has to do by a moment: look at it, reach the young person, answer them, confirm that they want us to
 * stop, tell them of a passing-on, review the hours.
 */
export type OwedKind = 'look' | 'contact' | 'answer' | 'confirm' | 'tell' | 'review'
export type Owed = { readonly kind: OwedKind; readonly at: Instant }

/** What the inbox lists and orders by. */
export type Standing = Omit<Progress, 'status'> & {
  readonly status: StandingStatus
  /** What is owed, soonest first; empty when nothing is. */
  readonly owes: readonly Owed[]
  /** The highest threshold of hours reached and not reviewed. */
  readonly hoursToReview?: HoursThreshold
  /** Passings-on of which the young person has not been told. */
  readonly untold: readonly Untold[]
  /** Whether an advocate has been named. */
  readonly isAllocated: boolean
}

/**
 * Folds the records of one thing on a desk. Only a referral has the clock of first contact; everything else
 * is owed an answer by the end of the next working day.
 *
 * @source H3 (the clock is a referral's), NS-2d, NS-4f, NS-5b; AO-12 (an opt-out waits for nobody)
 */
export function foldStory(story: ReferralStory, rules: Rules): Standing {
  const isReferral = kindOfStory(story.form) === 'referral'
  const stands = isReferral ? foldCase(story, rules) : foldAnswerable(story, rules)
  const hours = hoursToReview(story.records, rules.service.hours)
  const untold = untoldPassings(story.records)
  return {
    ...stands,
    untold,
    isAllocated: story.records.some(({ form }) => form === 'allocation'),
    ...(hours && { hoursToReview: hours }),
    owes: owedBy(story, stands, rules, untold),
  }
}

type Stands = Omit<Progress, 'status'> & { readonly status: StandingStatus }

function foldCase(story: ReferralStory, rules: Rules): Stands {
  const progress = foldReferral(story, rules)
  if (isClosed(story)) return { ...progress, status: 'closed' }
  const lastAnswer = story.records.findLast(({ form }) => form === 'withdrawal-answer')
  if (lastAnswer?.counted.decision?.[0] === 'stop') return { ...progress, status: 'withdrawn' }
  const hasMet = story.records.some(({ form }) => form === 'active-offer-meeting')
  return isOffer(story) && hasMet ? { ...progress, status: 'answered' } : progress
}

/** Everything that somebody waits for, soonest first. A closing ends no duty to tell, and no message unread. */
function owedBy(story: ReferralStory, stands: Stands, rules: Rules, untold: readonly Untold[]): readonly Owed[] {
  const { service, isHoliday } = rules
  const workingDayAfter = (at: Instant) => endOfWorkingDayAfter(at, service.screeningWorkingDays, service, isHoliday)
  const owes: Owed[] = untold.map(({ tellBy }) => ({
    kind: 'tell',
    at: londonInstant(tellBy ?? londonDay(story.receivedAt), service.openingHours.until),
  }))
  if (stands.status === 'received')
    owes.push({ kind: kindOfStory(story.form) === 'referral' ? 'look' : 'answer', at: stands.lookBy })
  if (stands.status === 'accepted' && stands.due) owes.push({ kind: 'contact', at: stands.due })
  if (stands.withdrawAskedAt) owes.push({ kind: 'confirm', at: workingDayAfter(stands.withdrawAskedAt) })
  const [unread] = unansweredOf(story)
  if (unread && stands.status !== 'received') owes.push({ kind: 'answer', at: workingDayAfter(unread.receivedAt) })
  const lastHours = story.records.findLast(({ form }) => form === 'hours')
  if (lastHours && hoursToReview(story.records, rules.service.hours) && stands.status !== 'closed')
    owes.push({ kind: 'review', at: workingDayAfter(lastHours.receivedAt) })
  return owes.sort((a, b) => a.at.localeCompare(b.at))
}

/** What the young person has written or asked since staff last recorded anything. */
export function unansweredOf({ records }: ReferralStory): readonly ReferralRecord[] {
  return records.slice(records.findLastIndex(({ form }) => !isFromChild(form)) + 1)
}

function isClosed({ counted, records }: ReferralStory): boolean {
  return records.some(({ form }) => form === 'closure') || (counted.optedOut?.includes('yes') ?? false)
}

function foldAnswerable(story: ReferralStory, { service, isHoliday }: Rules): Stands {
  const contacts = story.records.filter(({ form }) => form === 'contact')
  return {
    status: story.records.some(isAnswer) ? 'answered' : 'received',
    receivedAt: story.receivedAt,
    lookBy: endOfWorkingDayAfter(story.receivedAt, service.screeningWorkingDays, service, isHoliday),
    attempts: contacts.filter((record) => !isReached(record)).length,
    priority: 'usual',
  }
}

/** What answers each kind: its own form, or for "join in" that somebody was reached. */
function isAnswer(record: ReferralRecord): boolean {
  return (
    record.form === 'feedback-answer' ||
    record.form === 'advocate-change-answer' ||
    (record.form === 'contact' && isReached(record))
  )
}
