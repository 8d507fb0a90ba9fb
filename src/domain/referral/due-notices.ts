import type { NoticeKind } from '#domain/notice.ts'
import type { Owed, Standing } from '#domain/referral/standing.ts'
import { addHours, type Instant } from '#domain/time/instant.ts'

/** How long before the end of the 72 hours somebody is told; and before the day's end on which a child is to be told. */
const SOON_HOURS = 12
const TELL_HOURS = 8

/** A notice that is due because time has passed. One for each promise and stage: `about` tells them apart. */
export type DueNotice = { readonly kind: NoticeKind; readonly about: Owed }

/**
 * What staff have to be told of now because of the clock alone: not looked at in time, contact due soon, something
 * overdue, a child not yet told of a passing-on.
 *
 * @source DESIGN 8 "unscreened after one working day is flagged"; CF-4
 */
export function dueNotices({ owes }: Pick<Standing, 'owes'>, now: Instant): readonly DueNotice[] {
  return owes.flatMap((about) => {
    const kind = kindOf(about, now)
    return kind ? [{ kind, about }] : []
  })
}

function kindOf({ kind, at }: Owed, now: Instant): NoticeKind | undefined {
  if (kind === 'tell') return now >= addHours(at, -TELL_HOURS) ? 'not-told' : undefined
  if (now > at) return kind === 'look' ? 'unscreened' : 'overdue'
  return kind === 'contact' && now >= addHours(at, -SOON_HOURS) ? 'due-soon' : undefined
}
