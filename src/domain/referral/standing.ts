import { foldReferral, isReached, type Progress, type Rules } from '#domain/referral/progress.ts'
import type { ReferralRecord, ReferralStatus, ReferralStory } from '#domain/referral/referral.ts'
import { isOffer, kindOfStory } from '#domain/referral/story-kind.ts'
import { endOfWorkingDayAfter } from '#domain/time/working-days.ts'

/** Where anything on a desk stands: a referral on its way, or something else that was answered or not. */
export type StandingStatus = ReferralStatus | 'answered' | 'closed'

/** What the inbox lists and orders by. A referral's {@link Progress} is one. */
export type Standing = Omit<Progress, 'status'> & { readonly status: StandingStatus }

/**
 * Folds the records of one thing on a desk. Only a referral has the clock of first contact; everything else
 * is owed an answer by the end of the next working day.
 *
 * @source H3 (the clock is a referral's), NS-2d, NS-4f, NS-5b; AO-12 (an opt-out waits for nobody)
 */
export function foldStory(story: ReferralStory, rules: Rules): Standing {
  if (kindOfStory(story.form) !== 'referral') return foldAnswerable(story, rules)
  const progress = foldReferral(story, rules)
  if (isClosed(story)) return { ...progress, status: 'closed' }
  const hasMet = story.records.some(({ form }) => form === 'active-offer-meeting')
  return isOffer(story) && hasMet ? { ...progress, status: 'answered' } : progress
}

function isClosed({ counted, records }: ReferralStory): boolean {
  return records.some(({ form }) => form === 'closure') || (counted.optedOut?.includes('yes') ?? false)
}

function foldAnswerable(story: ReferralStory, { service, isHoliday }: Rules): Standing {
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
