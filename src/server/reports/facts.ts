import { isOffer, kindOfStory } from '#domain/referral/story-kind.ts'
import type { Service } from '#domain/service/service.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { IsHoliday } from '#domain/time/working-days.ts'
import { holidaysOf } from '#server/holidays.ts'
import { type Case, upTo } from '#server/reports/case.ts'
import type { TallyTable } from '#server/store/tables.ts'

/**
 * What figures are counted from: everything that is some young people's, or what is kept as counts alone. There is no
 * key in it. Whatever concerns one young person is in the same facts; figures of several are added up.
 *
 * @source DESIGN 2: "counts: counted answers and record times"
 */
export type Facts = {
  readonly service: Service
  readonly isHoliday: IsHoliday
  /** Referrals for the team: by a young person, or by somebody for them. */
  readonly cases: readonly Case[]
  /** Children who are to be offered an advocate. */
  readonly offers: readonly Case[]
  /** What was said about the service. Complaints and concerns are counted in a finalised report only. */
  readonly feedback: readonly Case[]
  /** Wishes for a different advocate. */
  readonly changes: readonly Case[]
  /** What stands alone, by its form: answerphone messages, surveys, offers to join in, words for the report. */
  readonly alone: (form: string) => readonly Case[]
  /** Equality answers, as counts. */
  readonly tally: readonly TallyTable[]
  /** Referrals as they stood at a moment; the same moment is folded once. */
  readonly casesAt: (cut: Instant) => readonly Case[]
}

/** Somebody who comes back within a year of a closing is a return. @source M47 */
export const RETURN_DAYS = 365

/** Puts what was read in the order in which measures ask for it. */
export function toFacts(
  service: Service,
  { stories = [], tally = [] }: { readonly stories?: readonly Case[]; readonly tally?: readonly TallyTable[] },
): Facts {
  const byKind = Map.groupBy(stories, ({ form }) => kindOfStory(form) ?? form)
  const referrals = byKind.get('referral') ?? []
  const cases = referrals.filter((story) => !isOffer(story))
  return {
    service,
    isHoliday: holidaysOf(service.holidayRegion),
    cases,
    offers: referrals.filter(isOffer),
    feedback: byKind.get('feedback') ?? [],
    changes: byKind.get('advocate-change') ?? [],
    alone: (form) => byKind.get(form) ?? [],
    tally,
    casesAt: foldedOnce(cases, service),
  }
}

function foldedOnce(cases: readonly Case[], service: Service): Facts['casesAt'] {
  const folded = new Map<Instant, readonly Case[]>()
  return (cut) => {
    const found =
      folded.get(cut) ?? cases.filter(({ receivedAt }) => receivedAt < cut).map((story) => upTo(story, cut, service))
    folded.set(cut, found)
    return found
  }
}
