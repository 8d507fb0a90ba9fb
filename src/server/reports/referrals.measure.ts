import { ALL, NOT_SAID } from '#domain/participation/measure.ts'
import { defineMeasure } from '#server/reports/counted-measure.ts'
import { countReceived } from '#server/reports/received.ts'

/**
 * Contacts. So far only referrals reach us through a form; feedback and the answerphone log join here.
 *
 * @source M01; NS-1b
 */
export const contacts = defineMeasure({
  id: 'M01',
  kind: 'process',
  sources: ['NS-1b'],
  parts: [
    { id: 'channel', shape: 'count', rows: ['online', 'phone', 'paper'] },
    { id: 'language', shape: 'count', rows: ['cy', 'en'] },
    { id: 'format', shape: 'count', rows: ['text', 'symbols', 'read-aloud', NOT_SAID] },
  ],
  notes: () => ['contacts-so-far'],
  count: async ({ db }, span) => [
    ...(await countReceived(db, span, 'channel', 'channel')),
    ...(await countReceived(db, span, 'language', 'language')),
    ...(await countReceived(db, span, 'format', { answer: 'confidentiality.format' })),
  ],
})

/** A young person who asks twice in a period is counted twice: each request is one. @source M02; NS-1b */
export const newReferrals = defineMeasure({
  id: 'M02',
  kind: 'output',
  sources: ['NS-1b'],
  parts: [{ id: 'total', shape: 'count', rows: [ALL] }],
  count: ({ db }, span) => countReceived(db, span, 'total', ALL),
})

/**
 * Type and source are two fields: one that came of an active offer is a self-referral all the same. The only
 * form that refers today is the self-referral.
 *
 * @source M03; H4, Q12, AO-22, LW-A1.26
 */
export const newSelfReferrals = defineMeasure({
  id: 'M03',
  kind: 'output',
  sources: ['AO-22', 'LW-A1.26', 'Q12'],
  parts: [
    { id: 'total', shape: 'count', rows: [ALL] },
    { id: 'of-which', shape: 'count', rows: ['active-offer'] },
  ],
  count: async ({ db }, span) => [
    ...(await countReceived(db, span, 'total', ALL)),
    ...(await countReceived(db, span, 'of-which', { answer: 'source' })).filter(({ row }) => row === 'active-offer'),
  ],
})

/** The id that a service with a participation manager gives them among its sources. */
const PARTICIPATION_MANAGER = 'participation-manager'

/** Where the service has no such source the figure is 0 and says why. @source M04; LW-8.2, LW-A1.27 */
export const newFromParticipationManager = defineMeasure({
  id: 'M04',
  kind: 'output',
  sources: ['LW-8.2', 'LW-A1.27'],
  parts: [{ id: 'total', shape: 'count', rows: [ALL] }],
  notes: ({ sources }) => (sources.some(({ id }) => id === PARTICIPATION_MANAGER) ? [] : ['no-such-source']),
  count: async ({ db }, span) =>
    (await countReceived(db, span, 'total', { answer: 'source' }))
      .filter(({ row }) => row === PARTICIPATION_MANAGER)
      .map((observation) => ({ ...observation, row: ALL })),
})

/** @source M05; NS-1b, LW-8.1 */
export const bySource = defineMeasure({
  id: 'M05',
  kind: 'output',
  sources: ['NS-1b', 'LW-8.1'],
  parts: [{ id: 'source', shape: 'count', rows: { list: 'sources', after: [NOT_SAID] } }],
  count: ({ db }, span) => countReceived(db, span, 'source', { answer: 'source' }),
})
