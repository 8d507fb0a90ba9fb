import { untoldPassings } from '#domain/referral/passing-on.ts'
import type { ReferralRecord, ReferralStory } from '#domain/referral/referral.ts'
import { isOffer, kindOfStory } from '#domain/referral/story-kind.ts'
import type { Service } from '#domain/service/service.ts'
import { type Instant, type IsoDate, londonDay } from '#domain/time/instant.ts'

/** The clocks of the service file, by what they run for. */
export type RetentionKind = keyof Service['retentionMonths']

/** What is kept for how long, and since when. */
export type Kept = { readonly kind: RetentionKind; readonly since: Instant }

/**
 * Which clock runs for something, and since when.
 *
 * @returns undefined while it is open: nothing that a person still has to deal with is ever due.
 * @source LW-14.3c (complaints), Q29; DESIGN 6 "Erasing is due by rules folded from records"
 */
export function keptSince(story: ReferralStory): Kept | undefined {
  const kind = kindOfStory(story.form)
  if (kind === undefined || isHeld(story.records) || untoldPassings(story.records).length > 0) return undefined
  if (kind === 'join-in') return { kind: 'joinIn', since: story.receivedAt }
  if (kind === 'feedback') return since('feedback', last(story, 'feedback-answer'))
  if (kind === 'advocate-change') return since('referral', last(story, 'advocate-change-answer'))
  return isOffer(story) ? offerSince(story) : caseSince(story)
}

function caseSince({ records }: ReferralStory): Kept | undefined {
  const closing = records.findLast(({ form }) => form === 'closure')
  if (closing) return since('referral', closing)
  const screening = records.findLast(({ form }) => form === 'screening')
  const isRefused = screening?.counted.decision?.[0] === 'not-accepted'
  const stopped = records.findLast(({ form }) => form === 'withdrawal-answer')
  if (stopped?.counted.decision?.[0] === 'stop')
    return since(screening && !isRefused ? 'referral' : 'notAccepted', stopped)
  return isRefused ? since('notAccepted', screening) : undefined
}

/** An offer that became a case, or that somebody works on, is kept as one; otherwise from its last step. */
function offerSince(story: ReferralStory): Kept | undefined {
  const isSettled =
    story.counted.optedOut?.[0] === 'yes' || story.records.some(({ form }) => form === 'active-offer-meeting')
  if (story.records.some(({ form }) => form === 'closure')) return caseSince(story)
  if (!isSettled) return undefined
  return { kind: 'activeOffer', since: story.records.at(-1)?.receivedAt ?? story.receivedAt }
}

/** Tells whether somebody has said that it has to be kept, and nobody has lifted that since. */
export function isHeld(records: readonly ReferralRecord[]): boolean {
  return records.findLast(({ form }) => form === 'legal-hold')?.counted.hold?.[0] === 'placed'
}

/** The first day on which it is erased: the same day of the month, so many months on. */
export function erasedFrom({ kind, since }: Kept, { retentionMonths }: Pick<Service, 'retentionMonths'>): IsoDate {
  return addMonths(londonDay(since), retentionMonths[kind])
}

/** So many months on; a day that the month has not is its last one. */
export function addMonths(day: IsoDate, months: number): IsoDate {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const lastDay = new Date(Date.UTC(year, month - 1 + months + 1, 0))
  const found = new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastDay.getUTCDate())))
  return found.toISOString().slice(0, 10) as IsoDate
}

function last({ records }: ReferralStory, form: string): ReferralRecord | undefined {
  return records.findLast((record) => record.form === form)
}

function since(kind: RetentionKind, record: ReferralRecord | undefined): Kept | undefined {
  return record && { kind, since: record.occurredAt }
}
