import type { Span } from '#domain/participation/span.ts'
import { addDays, londonDay } from '#domain/time/instant.ts'
import { beginning, caseAnswers, type Entry, recordsOf } from '#server/reports/case.ts'
import { all, by, byCase, caseHas, caseSays, not, says } from '#server/reports/conditions.ts'
import { defineMeasure } from '#server/reports/counted-measure.ts'
import { RETURN_DAYS } from '#server/reports/facts.ts'
import { countOf, ratioOf, shareOf } from '#server/reports/parts.ts'
import { cases, offers, type Population, received, recorded, those } from '#server/reports/populations.ts'

const notices = received(offers)
const resolved = recorded(offers, 'active-offer-meeting')
const held = those(resolved, says('result', 'held'))
const declined = those(resolved, says('result', 'declined'))
const routes = { form: 'active-offer-notice', question: 'offerRoute' } as const

/** @source M14; AO-30, AO-2, AO-10 */
export const offerNotices = defineMeasure({
  id: 'M14',
  kind: 'output',
  sources: ['AO-2', 'AO-10', 'AO-30'],
  parts: [countOf({ of: notices }), countOf({ id: 'route', of: notices, rows: routes, by: byCase('offerRoute') })],
})

/** Opted out before any contact: neither declined nor "not now" (Q11). @source M15; AO-16, AO-30 */
export const optOuts = defineMeasure({
  id: 'M15',
  kind: 'output',
  sources: ['AO-12', 'AO-16', 'AO-30', 'Q11'],
  parts: [
    shareOf({ of: notices, is: caseSays('optedOut', 'yes') }),
    countOf({
      id: 'reason',
      of: notices,
      where: caseSays('optedOut', 'yes'),
      rows: { form: 'active-offer-notice', question: 'optOutReason' },
      by: byCase('optOutReason'),
    }),
  ],
  notes: () => ['door-stays-open'],
})

/** Offers whose review or conference was in the period. */
const due =
  (route: string): Population =>
  (facts, span) =>
    facts.offers
      .filter((story) => caseAnswers(story, 'offerRoute').includes(route))
      .filter((story) => isDayIn(caseAnswers(story, 'offerDate')[0], span))
      .filter(({ receivedAt }) => receivedAt < span.cut)
      .map(beginning)

function isDayIn(day: string | undefined, { from, until, asAt }: Span): boolean {
  return day !== undefined && day >= from && day <= until && day <= londonDay(asAt)
}

const heldBefore = ({ story }: Entry) => {
  const day = caseAnswers(story, 'offerDate')[0]
  return recordsOf(story, 'active-offer-meeting').some(
    ({ counted, occurredAt }) => counted.result?.includes('held') && day !== undefined && londonDay(occurredAt) < day,
  )
}
const saidNo: (entry: Entry) => boolean = (entry) =>
  caseSays('optedOut', 'yes')(entry) || caseHas('active-offer-meeting', 'result', 'declined')(entry)

/**
 * Held before the day of the review or conference. First of those who wanted a meeting, then of all.
 *
 * @source M16; AO-7, AO-8, AO-9, AO-13; Q10
 */
export const offersInTime = defineMeasure({
  id: 'M16',
  kind: 'process',
  sources: ['AO-7', 'AO-8', 'AO-9', 'AO-30', 'Q10'],
  parts: [
    shareOf({ id: 'looked-after', of: due('looked-after'), where: not(saidNo), is: heldBefore }),
    shareOf({ id: 'looked-after-all', of: due('looked-after'), is: heldBefore }),
    shareOf({ id: 'child-protection', of: due('child-protection'), where: not(saidNo), is: heldBefore }),
    shareOf({ id: 'child-protection-all', of: due('child-protection'), is: heldBefore }),
  ],
})

/** @source M17; AO-19, AO-30, Q11 */
export const offersDeclined = defineMeasure({
  id: 'M17',
  kind: 'output',
  sources: ['AO-19', 'AO-30', 'Q11'],
  parts: [
    countOf({ of: declined }),
    countOf({
      id: 'reason',
      of: declined,
      rows: { form: 'active-offer-meeting', question: 'declinedReason' },
      by: by('declinedReason'),
    }),
  ],
})

/** @source M18; AO-20, AO-29, AO-30 */
export const offerOutcomes = defineMeasure({
  id: 'M18',
  kind: 'outcome',
  sources: ['AO-20', 'AO-29', 'AO-30'],
  parts: [
    countOf({
      id: 'outcome',
      of: held,
      rows: { form: 'active-offer-meeting', question: 'outcome' },
      by: by('outcome'),
    }),
  ],
})

const fromOffer = those(received(cases), says('source', 'active-offer'))

/** A meeting held in the period that did not end in a yes, after which the same young person asked within a year. */
const laterYes: Population = (facts, span) =>
  those(held, not(says('outcome', 'wants-advocate')))(facts, span).filter(({ story, at }) =>
    facts.cases.some(
      (referral) =>
        referral.person !== undefined &&
        referral.person === story.person &&
        referral.receivedAt > at &&
        londonDay(referral.receivedAt) <= addDays(londonDay(at), RETURN_DAYS),
    ),
  )

/** @source M19; AO-12, AO-22, AO-24, AO-25, H4, NS-1b */
export const offerReferrals = defineMeasure({
  id: 'M19',
  kind: 'output',
  sources: ['NS-1b', 'AO-22', 'AO-24', 'AO-25', 'AO-30'],
  parts: [
    countOf({ of: fromOffer }),
    ratioOf({ id: 'take-up', of: fromOffer, to: held }),
    countOf({ id: 'later', of: laterYes }),
  ],
})

/** @source M20; AO-21, AO-26 */
export const offerFollowThrough = defineMeasure({
  id: 'M20',
  kind: 'process',
  sources: ['AO-21', 'AO-26', 'AO-30'],
  parts: [
    shareOf({ id: 'worker-told', of: resolved, is: says('workerTold', 'yes') }),
    shareOf({ id: 'left', of: held, is: all(says('leafletLeft', 'yes'), says('widerSupport', 'yes')) }),
  ],
})
