import { NOT_SAID } from '#domain/participation/measure.ts'
import { all, by, not, says } from '#server/reports/conditions.ts'
import { defineMeasure } from '#server/reports/counted-measure.ts'
import { countOf, shareOf } from '#server/reports/parts.ts'
import { cases, recorded, those } from '#server/reports/populations.ts'
import { asksClosure } from '#server/reports/survey-parts.ts'

const meetings = recorded(cases, 'meeting')
const there = says('youngPerson', 'there')
const ofKind = (...kinds: readonly string[]) => those(meetings, says('kind', ...kinds))
const reviews = ofKind('looked-after-review')
const conferences = ofKind('child-protection-conference')
const otherKinds = ['pathway-plan', 'complaint', 'school', 'health', 'court', 'other']
const others = ofKind(...otherKinds)

/** Only with the young person there; attended for them on a second line (Q24). @source M31; LW-A1.3 */
export const lookedAfterReviews = defineMeasure({
  id: 'M31',
  kind: 'output',
  sources: ['LW-A1.3', 'Q24'],
  parts: [countOf({ of: reviews, where: there }), countOf({ id: 'without', of: reviews, where: not(there) })],
})

/** @source M32; LW-7.15, LW-A1.5, Q24 */
export const conferencesAttended = defineMeasure({
  id: 'M32',
  kind: 'output',
  sources: ['LW-7.15', 'LW-A1.5', 'Q24'],
  parts: [
    countOf({ of: conferences, where: there }),
    countOf({ id: 'without', of: conferences, where: not(there) }),
    countOf({ id: 'met-before', of: conferences, where: says('metBefore', 'yes') }),
    countOf({ id: 'views-to-chair', of: conferences, where: says('viewsToChair', 'yes') }),
    countOf({ id: 'told-after', of: conferences, where: says('toldAfter', 'yes') }),
  ],
})

/** @source M33; LW-A1.4, Q24 */
export const otherMeetings = defineMeasure({
  id: 'M33',
  kind: 'output',
  sources: ['LW-A1.4', 'Q24'],
  parts: [
    countOf({ of: others, where: there }),
    countOf({ id: 'without', of: others, where: not(there) }),
    countOf({
      id: 'kind',
      of: others,
      where: there,
      rows: { form: 'meeting', question: 'kind', only: otherKinds },
      by: by('kind'),
    }),
  ],
})

const heard = those(meetings, not(says('kind', 'with-advocate')))
const ways = { form: 'meeting', question: 'howContributed', after: [NOT_SAID] } as const
const letter = says('kind', 'letter')

/** @source M69; NS-4g, LW-13.1 */
export const howYoungPeopleContributed = defineMeasure({
  id: 'M69',
  kind: 'outcome',
  sources: ['NS-4g', 'LW-13.1'],
  parts: [
    countOf({ id: 'meeting', of: heard, where: not(letter), rows: ways, by: by('howContributed') }),
    countOf({ id: 'letter', of: heard, where: letter, rows: ways, by: by('howContributed') }),
    ...asksClosure({ id: 'chose-freely', question: 'ownChoice', yes: ['a-lot', 'a-bit'] }),
  ],
})

/** A meeting in a place: neither a letter nor over the telephone. */
const inPlace = those(meetings, all(not(letter), not(says('venue', 'phone-or-online'))))

/** @source M73; NS-1c, LW-8.6 */
export const venues = defineMeasure({
  id: 'M73',
  kind: 'process',
  sources: ['NS-1c', 'LW-8.6'],
  parts: [
    shareOf({ id: 'risk-checked', of: inPlace, is: says('riskChecked', 'yes') }),
    shareOf({ id: 'accessible', of: inPlace, is: says('accessible', 'yes') }),
    countOf({
      id: 'venue',
      of: those(meetings, not(letter)),
      rows: { form: 'meeting', question: 'venue', after: [NOT_SAID] },
      by: by('venue'),
    }),
    ...asksClosure({ id: 'good-place', question: 'goodPlaceAndTime', yes: ['a-lot', 'a-bit'] }),
  ],
})
