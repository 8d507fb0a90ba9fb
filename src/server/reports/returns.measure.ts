import { isWithin, type Span } from '#domain/participation/span.ts'
import { addDays, type Instant, londonDay } from '#domain/time/instant.ts'
import { beginning, type Case, caseAnswers, recordsOf, whoIs } from '#server/reports/case.ts'
import { type CountedMeasure, defineMeasure } from '#server/reports/counted-measure.ts'
import { type Facts, RETURN_DAYS } from '#server/reports/facts.ts'
import { distinctOf } from '#server/reports/parts.ts'
import type { Population } from '#server/reports/populations.ts'

/** A young person's case that was closed, and the later one that was accepted within a year of it. */
type Return = { readonly closed: Case; readonly again: Case; readonly at: Instant; readonly nth: number }

/** Every return of a span: dated by the acceptance, counted from each closing it comes within a year of. */
function returnsIn(facts: Facts, span: Span): readonly Return[] {
  const people = Map.groupBy(facts.cases, whoIs)
  return [...people.values()].flatMap((stories) => stories.flatMap((closed) => returnsAfter(closed, stories, span)))
}

function returnsAfter(closed: Case, stories: readonly Case[], span: Span): readonly Return[] {
  const closedAt = recordsOf(closed, 'closure').at(-1)?.occurredAt
  if (!closedAt) return []
  return stories
    .flatMap((again) => {
      const at = again.standing.acceptedAt
      return at && at > closedAt && at < span.cut && isWithinAYear(closedAt, at) ? [{ closed, again, at }] : []
    })
    .toSorted((a, b) => a.at.localeCompare(b.at))
    .map((each, index) => ({ ...each, nth: index + 1 }))
    .filter(({ at }) => isWithin(at, span))
}

function isWithinAYear(closedAt: Instant, at: Instant): boolean {
  return londonDay(at) <= addDays(londonDay(closedAt), RETURN_DAYS)
}

/** Young people who came back so often: each once, by the most they had come to in the period. */
const cameBack =
  (isSo: (times: number) => boolean): Population =>
  (facts, span) =>
    [...Map.groupBy(returnsIn(facts, span), ({ again }) => whoIs(again)).values()].flatMap((returns) => {
      const last = returns.toSorted((a, b) => a.nth - b.nth).at(-1)
      if (!last || !isSo(last.nth)) return []
      const issue = sameIssue(last)
      return [{ ...beginning(last.again), at: last.at, counted: { issue: [issue] } }]
    })

/** By the main reason of both: whether it is the same again is for a person to judge. @source Q18 */
function sameIssue({ closed, again }: Return): string {
  const [before, after] = [closed, again].map((story) => caseAnswers(story, 'reason')[0])
  return before === undefined || after === undefined ? 'not-said' : before === after ? 'same-reason' : 'other-reason'
}

function returned(id: 'M47' | 'M48', source: string, isSo: (times: number) => boolean): CountedMeasure {
  return defineMeasure({
    id,
    kind: 'outcome',
    sources: [source, 'Q18', 'H6'],
    parts: [
      distinctOf({ of: cameBack(isSo) }),
      distinctOf({
        id: 'issue',
        of: cameBack(isSo),
        rows: ['same-reason', 'other-reason', 'not-said'],
        by: ({ counted }) => counted.issue ?? [],
      }),
    ],
    notes: () => ['distinct', 'door-stays-open'],
  })
}

/** @source M47; LW-A1.16 */
export const returnedOnce = returned('M47', 'LW-A1.16', (times) => times === 1)
/** @source M48; LW-A1.17 */
export const returnedTwice = returned('M48', 'LW-A1.17', (times) => times >= 2)
