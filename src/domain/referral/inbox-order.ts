import type { Standing } from '#domain/referral/standing.ts'
import type { Instant } from '#domain/time/instant.ts'

const rank = { crisis: 0, soon: 1, usual: 2 } as const

/** The next moment by which a person has to do something; undefined when nothing is owed. */
export function nextDue(progress: Standing): Instant | undefined {
  if (progress.status === 'received') return progress.lookBy
  if (progress.status === 'accepted') return progress.due
  return undefined
}

/** Tells whether what was owed by then has not been done. */
export function isLate(progress: Standing, now: Instant): boolean {
  const due = nextDue(progress)
  return due !== undefined && now > due
}

/**
 * What needs a person first comes first: crisis, then what is due soonest, then the nearest
 * decision date; what nobody waits for is last, newest first. Language never moves anybody (H7).
 *
 * @source LW-8.4
 */
export function byUrgency(a: Standing, b: Standing): number {
  const [dueA, dueB] = [nextDue(a), nextDue(b)]
  if (!dueA || !dueB) return dueA ? -1 : dueB ? 1 : b.receivedAt.localeCompare(a.receivedAt)
  return (
    crisis(a) - crisis(b) ||
    dueA.localeCompare(dueB) ||
    (a.decisionOn ?? '9').localeCompare(b.decisionOn ?? '9') ||
    rank[a.priority] - rank[b.priority] ||
    a.receivedAt.localeCompare(b.receivedAt)
  )
}

function crisis(progress: Standing): number {
  return progress.priority === 'crisis' ? 0 : 1
}
