import { by, caseHas } from '#server/reports/conditions.ts'
import { defineMeasure } from '#server/reports/counted-measure.ts'
import { countOf, shareOf } from '#server/reports/parts.ts'
import { accepted as acceptances, notAccepted as refusals } from '#server/reports/populations.ts'

/**
 * The decision that stands counts, once: a referral accepted and later found not to be ours is in M07 only.
 *
 * @source M06; LW-A1.28
 */
export const accepted = defineMeasure({
  id: 'M06',
  kind: 'output',
  sources: ['LW-A1.28', 'NS-1a'],
  parts: [countOf({ of: acceptances })],
  notes: () => ['corrected-decision'],
})

/** Each with a reason and with the other route that was given. @source M07; H9, LW-7.8, LW-7.9, LW-A1.29 */
export const notAccepted = defineMeasure({
  id: 'M07',
  kind: 'output',
  sources: ['LW-7.8', 'LW-7.9', 'LW-A1.29'],
  parts: [
    countOf({ of: refusals }),
    countOf({
      id: 'reason',
      of: refusals,
      rows: { form: 'screening', question: 'notAcceptedReason' },
      by: by('notAcceptedReason'),
    }),
    countOf({ id: 'route', of: refusals, rows: { list: 'notAcceptedRoutes' }, by: by('routeGiven') }),
  ],
  notes: () => ['corrected-decision'],
})

/** Accepted in the period, and given an advocate by the time the report is made. @source M11; NS-1a */
export const demandMet = defineMeasure({
  id: 'M11',
  kind: 'process',
  sources: ['NS-1a'],
  parts: [
    shareOf({ of: acceptances, is: caseHas('allocation', 'why', 'first', 'child-asked', 'advocate-left', 'other') }),
  ],
})
