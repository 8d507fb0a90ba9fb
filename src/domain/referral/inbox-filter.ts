import type { Audience } from '#domain/audience.ts'
import type { Language } from '#domain/language/language.ts'
import { byUrgency, byWaiting, isOnWaitingList } from '#domain/referral/inbox-order.ts'
import type { Standing } from '#domain/referral/standing.ts'
import { kindOfStory } from '#domain/referral/story-kind.ts'
import type { IsoDate } from '#domain/time/instant.ts'

/** The lists of the inbox: everything, what is owed, who waits for an advocate, and what is to be answered in Welsh. */
export const inboxLists = ['all', 'owed', 'waiting', 'welsh'] as const
export type InboxList = (typeof inboxLists)[number]

/** Which lines somebody wants to see. */
export type InboxFilter = {
  readonly list: InboxList
  /** The language in which it is to be answered. */
  readonly answerIn?: Language | undefined
  readonly authority?: string | undefined
  readonly audience?: Audience | undefined
  /** From 1. */
  readonly page: number
}

/** As much of a line as a filter looks at. */
export type Filterable = {
  readonly form: string
  readonly language: Language
  /** The young person said, or somebody for them, that they want to speak Welsh: whoever wrote may have done so in English. */
  readonly wantsWelsh?: boolean
  readonly authority: string | undefined
  readonly audience: Audience
  readonly standing: Standing
}

/** Lines on one page: as many as a person reads down without losing their place. */
export const LINES_ON_PAGE = 25

/** A page of a list, and how much there is in all. */
export type InboxPageOf<Line> = {
  readonly lines: readonly Line[]
  readonly page: number
  readonly pages: number
  readonly total: number
}

/**
 * Picks the lines of a list, in its order, and cuts out one page. A page past the end is the last one, so that
 * nobody sees an empty list because something was settled meanwhile.
 *
 * @source LW-8.4 (waiting list), H7 (Welsh is answered in Welsh; it moves nobody)
 */
export function pickLines<Line extends Filterable>(
  lines: readonly Line[],
  filter: InboxFilter,
  today: IsoDate,
): InboxPageOf<Line> {
  const order = filter.list === 'waiting' ? byWaiting(today) : byUrgency(today)
  const picked = lines
    .filter((line) => isInList(line, filter.list) && isWanted(line, filter))
    .sort((a, b) => order(a.standing, b.standing))
  const pages = Math.max(1, Math.ceil(picked.length / LINES_ON_PAGE))
  const page = Math.min(Math.max(1, filter.page), pages)
  return { lines: picked.slice((page - 1) * LINES_ON_PAGE, page * LINES_ON_PAGE), page, pages, total: picked.length }
}

function isInList({ form, language, wantsWelsh, standing }: Filterable, list: InboxList): boolean {
  if (list === 'owed') return standing.owes.length > 0
  if (list === 'waiting') return kindOfStory(form) === 'referral' && isOnWaitingList(standing)
  return list === 'all' || ((language === 'cy' || wantsWelsh === true) && standing.owes.length > 0)
}

function isWanted(line: Filterable, { answerIn, authority, audience }: InboxFilter): boolean {
  return (
    (answerIn === undefined || line.language === answerIn) &&
    (authority === undefined || line.authority === authority) &&
    (audience === undefined || line.audience === audience)
  )
}
