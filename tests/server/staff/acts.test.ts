import { describe, expect, test } from 'vitest'
import { actsFor, nextAct, type Stand } from '#domain/referral/acts.ts'
import { handOutReferral } from '#server/operations/hand-out-referral.ts'
import { acts, arrives, openedBy } from '../../builders/desk.ts'
import { makeTestApp } from '../../builders/test-app.ts'

const accepted = { decision: 'accepted' }
const reached = { outcome: 'reached', method: 'call', note: 'siarad am yr ysgol' }
const upheld = { outcome: 'upheld', whatWeDid: 'wedi ymddiheuro' }

describe('a staff form', () => {
  test.each([
    ['screening', 'feedback', { kind: 'suggestion', aboutLead: undefined }, accepted],
    ['contact', 'advocate-change', {}, reached],
    ['feedback-answer', 'self-referral', {}, { answeredAs: 'team', ...upheld }],
    ['advocate-change-answer', 'join-in', {}, { outcome: 'changed' }],
    [
      'answerphone',
      'self-referral',
      {},
      { occurredAt: '2026-11-02T08:00:00.000Z', subject: 'other', reply: 'waiting' },
    ],
  ])('is refused about what it is not for: %s about %s', async (form, begun, more, answers) => {
    const app = await makeTestApp()
    const { id } = await arrives(app, begun, more)

    expect(await acts(app, { form, about: id, answers })).toEqual({ kind: 'not-for-this' })
  })

  test('is refused about a record that is itself an act', async () => {
    const app = await makeTestApp()
    const { id } = await arrives(app, 'self-referral')
    const screening = await acts(app, { form: 'screening', about: id, answers: accepted })
    if (screening.kind !== 'stored') throw new Error(screening.kind)

    expect(await acts(app, { form: 'contact', about: screening.record, answers: reached })).toEqual({
      kind: 'not-for-this',
    })
  })

  test('that is about something is refused about nothing', async () => {
    const app = await makeTestApp()

    expect(await acts(app, { form: 'contact', answers: reached })).toEqual({ kind: 'not-for-this' })
  })

  test.each(['self-referral', 'child-message', 'no-such-form'])('is never %s', async (form) => {
    const app = await makeTestApp()
    const { id } = await arrives(app, 'self-referral')

    expect(await acts(app, { form, about: id, answers: {} })).toEqual({ kind: 'unknown' })
  })

  test.each([
    ['a complaint', 'feedback', {}, 'feedback-answer', { answeredAs: 'complaints-lead', ...upheld }, ['coordinator']],
    [
      'a complaint',
      'feedback',
      {},
      'feedback-answer',
      { answeredAs: 'complaints-deputy', ...upheld },
      ['complaints-deputy'],
    ],
    ['a complaint about the lead', 'feedback', { aboutLead: 'yes' }, 'feedback-answer', upheld, ['complaints-lead']],
    ['a referral', 'self-referral', {}, 'contact', reached, ['complaints-lead']],
    [
      'a wish for another advocate',
      'advocate-change',
      {},
      'advocate-change-answer',
      { outcome: 'changed' },
      ['advocate'],
    ],
  ] as const)('about %s on another desk finds nothing there', async (_, begun, more, form, answers, roles) => {
    const app = await makeTestApp()
    const { id } = await arrives(app, begun, more)

    expect(await acts(app, { form, about: id, answers, roles })).toEqual({ kind: 'unknown' })
  })

  test.each(['screening', 'allocation'])(
    'by which the service takes a case on is not an advocate’s: %s',
    async (form) => {
      const app = await makeTestApp()
      const { id } = await arrives(app, 'self-referral')

      expect(await acts(app, { form, about: id, answers: accepted, roles: ['advocate'] })).toEqual({
        kind: 'not-for-this',
      })
    },
  )

  test('begins a record only for who has its desk', async () => {
    const app = await makeTestApp()
    const answers = { occurredAt: '2026-11-02T08:00:00.000Z', subject: 'other', reply: 'waiting' }

    expect(await acts(app, { form: 'answerphone', answers, roles: ['complaints-lead'] })).toEqual({
      kind: 'not-for-this',
    })
    expect((await acts(app, { form: 'answerphone', answers })).kind).toBe('stored')
  })
})

describe('the answer to feedback', () => {
  test.each([
    ['the complaints lead', 'complaints-lead', {}],
    ['the deputy', 'complaints-deputy', { aboutLead: 'not-sure' }],
  ] as const)('is sealed to the audience of what it answers: %s', async (_, audience, more) => {
    const app = await makeTestApp()
    const { id } = await arrives(app, 'feedback', more)

    await acts(app, {
      form: 'feedback-answer',
      about: id,
      answers: { answeredAs: audience, ...upheld },
      roles: [audience],
    })

    const handed = await handOutReferral(app, { id: 'x', roles: [audience] }, id)
    expect(await openedBy(app, audience, handed?.records[0]?.envelopes)).toEqual([{ whatWeDid: 'wedi ymddiheuro' }])
    const record = await app.db.selectFrom('record').select('audience').where('form', '=', 'feedback-answer').execute()
    expect(record).toEqual([{ audience }])
  })

  test('cannot be given as somebody else', async () => {
    const app = await makeTestApp()
    const { id } = await arrives(app, 'feedback')
    const answers = { answeredAs: 'team', ...upheld }

    const recorded = await acts(app, { form: 'feedback-answer', about: id, answers, roles: ['complaints-lead'] })

    expect(recorded).toMatchObject({ kind: 'problems', problems: [{ question: 'answeredAs' }] })
    expect(await app.db.selectFrom('record').select('id').where('form', '=', 'feedback-answer').execute()).toEqual([])
  })
})

describe('the acts about a referral', () => {
  const stand: Stand = { kind: 'referral', isOffer: false, status: 'received', recorded: [] }

  test.each([
    ['received', [], 'screening'],
    ['accepted', ['screening'], 'contact'],
    ['contacted', ['screening', 'contact'], 'allocation'],
    ['contacted', ['screening', 'contact', 'allocation'], 'start'],
    ['contacted', ['screening', 'contact', 'allocation', 'start'], undefined],
    ['closed', ['closure'], undefined],
  ] as const)('when it is %s after %j: next %s', (status, recorded, next) => {
    expect(nextAct({ ...stand, status, recorded })).toBe(next)
  })

  test('have the meeting of an active offer only where there is an offer', () => {
    expect(actsFor(['coordinator'], stand)).not.toContain('active-offer-meeting')
    expect(actsFor(['coordinator'], { ...stand, isOffer: true })).toContain('active-offer-meeting')
  })

  test('leave out for an advocate what is the coordinator’s', () => {
    expect(actsFor(['advocate'], stand).slice(0, 2)).toEqual(['contact', 'start'])
  })
})
