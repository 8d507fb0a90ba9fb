import type { ReferralRecord, ReferralStatus, ReferralStory } from '#domain/referral/referral.ts'
import type { Service } from '#domain/service/service.ts'
import { addHours, type Instant } from '#domain/time/instant.ts'
import { endOfWorkingDayAfter, type IsHoliday } from '#domain/time/working-days.ts'

/** What a referral's records add up to. Both faces of the clock read this: staff's and the young person's. */
export type Progress = {
  readonly status: ReferralStatus
  readonly receivedAt: Instant
  /** When we have promised to look at it by: the end of the next working day. */
  readonly lookBy: Instant
  readonly acceptedAt?: Instant
  readonly notAcceptedAt?: Instant
  /** Acceptance plus 72 elapsed hours, or what the service file says. */
  readonly due?: Instant
  readonly contactedAt?: Instant
  readonly attempts: number
  /** When they asked us to stop, while nobody has confirmed it with them. */
  readonly withdrawAskedAt?: Instant
  readonly priority: Priority
  /** The days of meetings and decisions that we were told of, `2026-11-30`, in order. */
  readonly decisionDates?: readonly string[]
}

/** How pressing a referral is: what staff set, else what the young person said. */
export type Priority = 'crisis' | 'soon' | 'usual'

/** What the fold has to know of the service. */
export type Rules = {
  readonly service: Pick<Service, 'firstContactHours' | 'screeningWorkingDays' | 'openingHours' | 'hours'>
  readonly isHoliday: IsHoliday
}

/**
 * Folds the records of one referral.
 *
 * @source H3, LW-8.4, Q1 (starts at acceptance, elapsed hours), Q2 (what stops the clock)
 */
export function foldReferral(story: ReferralStory, { service, isHoliday }: Rules): Progress {
  const screenings = story.records.filter((record) => record.form === 'screening')
  const decision = screenings.at(-1)
  const accepted = decision && has(decision, 'decision', 'accepted') ? firstAcceptance(screenings) : undefined
  const notAccepted = decision && has(decision, 'decision', 'not-accepted') ? decision : undefined
  const contacts = story.records.filter((record) => record.form === 'contact')
  const reached = contacts
    .filter(isReached)
    .map((record) => record.occurredAt)
    .sort()[0]
  const withdraw = openWithdrawal(story.records)
  return {
    status: statusOf(accepted, notAccepted, reached),
    receivedAt: story.receivedAt,
    lookBy: endOfWorkingDayAfter(story.receivedAt, service.screeningWorkingDays, service, isHoliday),
    ...(accepted && { acceptedAt: accepted, due: addHours(accepted, service.firstContactHours) }),
    ...(notAccepted && { notAcceptedAt: notAccepted.occurredAt }),
    ...(reached && { contactedAt: reached }),
    attempts: contacts.filter((record) => !isReached(record)).length,
    ...(withdraw && { withdrawAskedAt: withdraw.receivedAt }),
    priority: priorityOf(story, decision),
    ...decisionDates(story),
  }
}

/** Tells whether a contact was two-way: an attempt does not stop the clock. */
export function isReached(record: ReferralRecord): boolean {
  return has(record, 'outcome', 'reached') || has(record, 'outcome', 'reached-named-person')
}

function has(record: ReferralRecord, question: string, value: string): boolean {
  return record.counted[question]?.includes(value) ?? false
}

/** A referral accepted again after a correction keeps its first clock: a later entry must not buy time. */
function firstAcceptance(screenings: readonly ReferralRecord[]): Instant | undefined {
  return screenings.find((record) => has(record, 'decision', 'accepted'))?.occurredAt
}

function statusOf(accepted?: Instant, notAccepted?: ReferralRecord, reached?: Instant): ReferralStatus {
  if (notAccepted) return 'not-accepted'
  if (!accepted) return 'received'
  return reached ? 'contacted' : 'accepted'
}

function priorityOf(story: ReferralStory, decision: ReferralRecord | undefined): Priority {
  const set = decision?.counted.priority?.[0]
  if (set === 'crisis' || set === 'soon' || set === 'usual') return set
  const said = story.counted.urgent?.[0]
  return said === 'very' ? 'crisis' : said === 'soon' ? 'soon' : 'usual'
}

/** What was answered, by a person who has reached them, is no longer asked. @source DESIGN 5 "Withdrawing is a request" */
function openWithdrawal(records: readonly ReferralRecord[]): ReferralRecord | undefined {
  const answered = records.findLastIndex(({ form }) => form === 'withdrawal-answer')
  return records.slice(answered + 1).find((record) => record.form === 'child-ask' && has(record, 'ask', 'withdraw'))
}

/** What the young person told us of, and what was planned at each meeting since. */
function decisionDates(story: ReferralStory): { decisionDates?: readonly string[] } {
  const days = [story, ...story.records].flatMap(({ counted }) => counted.meetingDate ?? [])
  return days.length > 0 ? { decisionDates: [...new Set(days)].sort() } : {}
}
