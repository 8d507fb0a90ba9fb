import { ALL, NOT_SAID } from '#domain/participation/measure.ts'
import { defineMeasure } from '#server/reports/counted-measure.ts'
import { countReceived } from '#server/reports/received.ts'

/**
 * Contacts. So far only referrals are counted; the answerphone log joins here, and feedback as far as complaints may be
 * counted with the rest (DESIGN 8).
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
    ...(await countReceived(db, span, { part: 'channel', by: 'channel' })),
    ...(await countReceived(db, span, { part: 'language', by: 'language' })),
    ...(await countReceived(db, span, { part: 'format', by: { answer: 'confidentiality.format' } })),
  ],
})

/** A young person who asks twice in a period is counted twice: each request is one. @source M02; NS-1b */
export const newReferrals = defineMeasure({
  id: 'M02',
  kind: 'output',
  sources: ['NS-1b'],
  parts: [{ id: 'total', shape: 'count', rows: [ALL] }],
  count: ({ db }, span) => countReceived(db, span, { part: 'total', by: ALL }),
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
    { id: 'total', shape: 'count', rows: [ALL] },
    { id: 'of-which', shape: 'count', rows: ['active-offer'] },
  ],
  count: async ({ db }, span) => {
    const sources = await countReceived(db, span, { part: 'of-which', by: { answer: 'source' }, form: 'self-referral' })
    return [
      ...(await countReceived(db, span, { part: 'total', by: ALL, form: 'self-referral' })),
      ...sources.filter(({ row }) => row === 'active-offer'),
    ]
  },
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
  parts: [{ id: 'total', shape: 'count', rows: [ALL] }],
  notes: ({ professionalsToParticipationManager }) => (professionalsToParticipationManager ? [] : ['no-such-source']),
  count: async ({ db }, span) =>
    (await countReceived(db, span, { part: 'total', by: { answer: 'who' }, form: 'supported-referral' }))
      .filter(({ row }) => row === 'participation-manager')
      .map((observation) => ({ ...observation, row: ALL })),
})

/** @source M05; NS-1b, LW-8.1 */
export const bySource = defineMeasure({
  id: 'M05',
  kind: 'output',
  sources: ['NS-1b', 'LW-8.1'],
  parts: [{ id: 'source', shape: 'count', rows: { list: 'sources', after: [NOT_SAID] } }],
  count: ({ db }, span) => countReceived(db, span, { part: 'source', by: { answer: 'source' } }),
})
