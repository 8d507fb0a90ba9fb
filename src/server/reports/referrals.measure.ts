import { ALL, NOT_SAID } from '#domain/participation/measure.ts'
import { londonDay, londonLocal } from '#domain/time/instant.ts'
import { isWorkingDay } from '#domain/time/working-days.ts'
import { observed } from '#server/reports/case.ts'
import { by, byCase, says } from '#server/reports/conditions.ts'
import { defineMeasure } from '#server/reports/counted-measure.ts'
import type { Facts } from '#server/reports/facts.ts'
import { countOf } from '#server/reports/parts.ts'
import { alone, cases, either, feedback, received, those } from '#server/reports/populations.ts'

const referrals = received(cases)
const selfReferrals = received(cases, 'self-referral')
const said = received(feedback)
const messages = those(alone('answerphone'), ({ counted }) => !counted.subject?.includes('no-message'))

/**
 * Each request for an advocate, each piece of feedback and each answerphone message is a contact. A complaint is
 * among them in a finalised report only (DESIGN 8).
 *
 * @source M01; NS-1b
 */
export const contacts = defineMeasure({
  id: 'M01',
  kind: 'process',
  sources: ['NS-1b'],
  parts: [
    countOf({
      id: 'channel',
      of: either(referrals, said, messages),
      rows: ['online', 'phone', 'paper', 'answerphone'],
      by: ({ story }) => [story.form === 'answerphone' ? 'answerphone' : story.channel],
    }),
    countOf({
      id: 'language',
      of: either(referrals, said, messages),
      rows: ['cy', 'en', 'other', NOT_SAID],
      by: (entry) => (entry.story.form === 'answerphone' ? by('spokenLanguage')(entry) : [entry.story.language]),
    }),
    countOf({
      id: 'format',
      of: either(referrals, said),
      rows: ['text', 'symbols', 'read-aloud', NOT_SAID],
      by: by('confidentiality.format'),
    }),
  ],
  notes: () => ['complaints-when-final'],
})

/** A young person who asks twice in a period is counted twice: each request is one. @source M02; NS-1b, LW-2.4 */
export const newReferrals = defineMeasure({
  id: 'M02',
  kind: 'output',
  sources: ['NS-1b', 'LW-2.4'],
  parts: [countOf({ of: referrals })],
})

/**
 * Type and source are two fields: one that came of an active offer is a self-referral all the same.
 *
 * @source M03; H4, Q12, AO-22, LW-A1.26
 */
export const newSelfReferrals = defineMeasure({
  id: 'M03',
  kind: 'output',
  sources: ['AO-22', 'LW-A1.26', 'Q12'],
  parts: [
    countOf({ of: selfReferrals }),
    countOf({
      id: 'of-which',
      of: selfReferrals,
      where: says('source', 'active-offer'),
      rows: ['active-offer'],
      by: by('source'),
    }),
  ],
})

/**
 * Requests that a participation manager made for a young person: who asks, not how the young person heard of
 * us. A service that sends no professionals to one says that 0 is what to expect.
 *
 * @source M04; LW-8.2, LW-A1.27, Q8
 */
export const newFromParticipationManager = defineMeasure({
  id: 'M04',
  kind: 'output',
  sources: ['LW-8.2', 'LW-A1.27'],
  parts: [countOf({ of: received(cases, 'supported-referral'), where: says('who', 'participation-manager') })],
  notes: ({ professionalsToParticipationManager }) => (professionalsToParticipationManager ? [] : ['no-such-source']),
})

/** @source M05; NS-1b, LW-8.1 */
export const bySource = defineMeasure({
  id: 'M05',
  kind: 'output',
  sources: ['NS-1b', 'LW-8.1'],
  parts: [countOf({ id: 'source', of: referrals, rows: { list: 'sources', after: [NOT_SAID] }, by: by('source') })],
})

/** @source M13; NS-1d, LW-8.5 */
export const outOfHours = defineMeasure({
  id: 'M13',
  kind: 'process',
  sources: ['NS-1d', 'LW-8.5', 'Q35'],
  parts: [
    {
      id: 'share',
      shape: 'share',
      rows: [ALL],
      count: (facts, span) =>
        referrals(facts, span)
          .filter(({ story }) => story.channel === 'online')
          .map((entry) =>
            observed(entry, ALL, { shape: 'share', numerator: isStaffed(entry.at, facts) ? 0 : 1, denominator: 1 }),
          ),
    },
  ],
})

function isStaffed(at: Parameters<typeof londonDay>[0], { service, isHoliday }: Facts): boolean {
  const time = londonLocal(at).slice(-5)
  const { from, until } = service.openingHours
  return isWorkingDay(londonDay(at), service, isHoliday) && time >= from && time < until
}

/**
 * What the young person said, or what staff coded where they said nothing.
 *
 * @source M27; LW-7.6, LW-A1.34
 */
export const byReason = defineMeasure({
  id: 'M27',
  kind: 'output',
  sources: ['LW-7.6', 'LW-A1.34'],
  parts: [
    countOf({
      id: 'reason',
      of: referrals,
      rows: { list: 'reasons', after: [NOT_SAID] },
      by: byCase('reason'),
    }),
    countOf({ id: 'second', of: referrals, rows: { list: 'reasons' }, by: byCase('secondReason', []) }),
  ],
})
