import type { Progress } from '#domain/referral/progress.ts'
import type { Standing, StandingStatus } from '#domain/referral/standing.ts'
import type { Instant, IsoDate } from '#domain/time/instant.ts'

const rank = { crisis: 0, soon: 1, usual: 2 } as const

/** As much of a standing as the one clock needs. */
type Clock = Pick<Progress, 'lookBy' | 'due'> & { readonly status: StandingStatus }

/** The moment that the young person's own page counts to; undefined when it counts to none. @source H3 */
export function nextDue(progress: Clock): Instant | undefined {
  if (progress.status === 'received') return progress.lookBy
  if (progress.status === 'accepted') return progress.due
  return undefined
}

/** Tells whether what was promised by then has not been done. */
export function isLate(progress: Clock, now: Instant): boolean {
  const due = nextDue(progress)
  return due !== undefined && now > due
}

/** The nearest meeting or decision that is still to come. */
export function nearestDecision({ decisionDates = [] }: Pick<Progress, 'decisionDates'>, today: IsoDate) {
  return decisionDates.find((day) => day >= today)
}

/** Two things of a list compared: which needs a person first. */
type Order = (a: Standing, b: Standing) => number

/**
 * The order of the inbox: what needs a person first comes first. Crisis, then what is owed soonest, then the nearest
 * decision; what nobody waits for is last, newest first. Language never moves anybody (H7).
 */
export function byUrgency(today: IsoDate): Order {
  return (a, b) => {
    const [[owedA], [owedB]] = [a.owes, b.owes]
    if (!owedA || !owedB) return owedA ? -1 : owedB ? 1 : b.receivedAt.localeCompare(a.receivedAt)
    return (
      crisis(a) - crisis(b) ||
      owedA.at.localeCompare(owedB.at) ||
      byDecision(today)(a, b) ||
      rank[a.priority] - rank[b.priority] ||
      a.receivedAt.localeCompare(b.receivedAt)
    )
  }
}

/**
 * The order of the waiting list: crisis and the nearest decision first, then whoever has waited longest.
 *
 * @source LW-8.4
 */
export function byWaiting(today: IsoDate): Order {
  return (a, b) => crisis(a) - crisis(b) || byDecision(today)(a, b) || a.receivedAt.localeCompare(b.receivedAt)
}

/** Tells whether somebody waits for an advocate: no advocate named yet, and nothing has ended. */
export function isOnWaitingList({ status, isAllocated }: Pick<Standing, 'status' | 'isAllocated'>): boolean {
  return !isAllocated && (status === 'received' || status === 'accepted' || status === 'contacted')
}

function byDecision(today: IsoDate): Order {
  return (a, b) => (nearestDecision(a, today) ?? '9').localeCompare(nearestDecision(b, today) ?? '9')
}

function crisis({ priority }: Pick<Standing, 'priority'>): number {
  return priority === 'crisis' ? 0 : 1
}
