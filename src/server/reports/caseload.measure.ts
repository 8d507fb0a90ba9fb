import { NOT_SAID } from '#domain/participation/measure.ts'
import { type Entry, recordsOf, whoIs } from '#server/reports/case.ts'
import { by, byCase, caseSays, says, some } from '#server/reports/conditions.ts'
import { defineMeasure } from '#server/reports/counted-measure.ts'
import { countOf, distinctOf, minutesIn, shareOf } from '#server/reports/parts.ts'
import {
  cases,
  closings,
  either,
  openAtEnd,
  type Population,
  recorded,
  those,
  worked,
} from '#server/reports/populations.ts'

const groups = { list: 'groups', after: [NOT_SAID] } as const

/** Somebody worked for them, reached them or met them in the period. */
const supported = either(
  those(worked, (entry) => minutesIn(entry, ['minutesWithChild', 'minutesOtherWork', 'minutesTravel']) > 0),
  those(recorded(cases, 'contact'), some(says('outcome', 'reached'), says('outcome', 'reached-named-person'))),
  those(recorded(cases, 'meeting'), says('youngPerson', 'there')),
)

/** @source M22; LW-7.1, LW-A1.24, Q22 */
export const supportedYoungPeople = defineMeasure({
  id: 'M22',
  kind: 'output',
  sources: ['LW-7.1', 'LW-A1.24', 'Q22'],
  parts: [distinctOf({ of: supported }), distinctOf({ id: 'group', of: supported, rows: groups, by: byCase('group') })],
  notes: () => ['distinct'],
})

/** One group to a case, the team that it was given to, so that the rows add up (Q23). @source M23; LW-A1.25 */
export const activeCaseload = defineMeasure({
  id: 'M23',
  kind: 'output',
  sources: ['LW-A1.25', 'Q23'],
  parts: [
    countOf({ of: openAtEnd }),
    countOf({ id: 'group', of: openAtEnd, rows: groups, by: (entry) => byCase('group')(entry).slice(0, 1) }),
  ],
})

/** @source M24; LW-7.16, LW-8.12, LW-9.4, LW-A1.30 */
export const closed = defineMeasure({
  id: 'M24',
  kind: 'output',
  sources: ['LW-7.16', 'LW-8.12', 'LW-9.4', 'LW-A1.30'],
  parts: [
    countOf({ of: closings }),
    countOf({
      id: 'reason',
      of: closings,
      rows: { form: 'closure', question: 'closingReason' },
      by: by('closingReason'),
    }),
  ],
})

/** Young people, not cases: each counts once, in every row. */
const perYoungPerson =
  (population: Population): Population =>
  (facts, span) =>
    [...Map.groupBy(population(facts, span), ({ story }) => whoIs(story)).values()].flatMap(firstOf)

function firstOf([first]: readonly Entry[]): readonly Entry[] {
  return first ? [first] : []
}

/** @source M30; LW-7.19, Q23 */
export const complexNeeds = defineMeasure({
  id: 'M30',
  kind: 'output',
  sources: ['LW-7.19', 'Q23'],
  parts: [shareOf({ of: perYoungPerson(supported), is: caseSays('group', 'complex-needs') })],
  notes: () => ['distinct'],
})

/** @source M72; LW-8.8 */
export const continuity = defineMeasure({
  id: 'M72',
  kind: 'process',
  sources: ['LW-8.8'],
  parts: [shareOf({ of: closings, is: hadOneAdvocate })],
})

function hadOneAdvocate({ story }: Entry): boolean {
  const names = recordsOf(story, 'allocation').map(({ counted }) => counted.advocateFirstName?.[0])
  return new Set(names).size === 1
}
