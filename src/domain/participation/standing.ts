import type { Figure } from '#domain/participation/figure.ts'
import { exact } from '#domain/participation/raw-count.ts'
import type { Target } from '#domain/participation/report.ts'

/** Whether a target was reached. One that is set for a year is not judged before the year is over. */
export type Standing = 'met' | 'not-met' | 'so-far' | 'nothing-yet'

/** What the figure came to, and what else it is judged by. */
export type Judged = { readonly figure: Figure; readonly target: Target; readonly isYear: boolean }

/** @source H10; LW-16.1; Appendix 1 "target" beside "result" */
export function standingOf({ figure, target, isYear }: Judged): Standing {
  const result = resultOf(figure)
  if (result === undefined) return 'nothing-yet'
  if (target.each === 'year' && !isYear) return 'so-far'
  return isReached(result, target) ? 'met' : 'not-met'
}

/** A target of none at all is reached by none; a band from both sides; any other from below. */
function isReached(result: number, { value, most }: Target): boolean {
  if (value === 0) return result === 0
  return result >= value && (most === undefined || result <= most)
}

const MINUTES = 60

function resultOf(figure: Figure): number | undefined {
  switch (figure.shape) {
    case 'share':
      return figure.percent
    case 'hours':
      return exact(figure.minutes) / MINUTES
    case 'count':
    case 'distinct':
      return exact(figure.count)
    default:
      return undefined
  }
}
