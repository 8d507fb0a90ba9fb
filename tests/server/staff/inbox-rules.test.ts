import { describe, expect, test } from 'vitest'
import type { Role } from '#domain/roles.ts'
import { handOutCases } from '#server/operations/hand-out-cases.ts'
import { handOutReferral } from '#server/operations/hand-out-referral.ts'
import { listInbox } from '#server/operations/inbox.ts'
import { recordByStaff, type StaffEntry } from '#server/operations/record-by-staff.ts'
import { findPersonOf } from '#server/store/record.store.ts'
import { acts, aMemberOf, arrives } from '../../builders/desk.ts'
import { makeTestApp, type TestApp } from '../../builders/test-app.ts'

const accepted = { decision: 'accepted' }
const reached = { outcome: 'reached', method: 'call' }
const notTold = {
  consent: 'refused',
  reason: 'perygl',
  ground: 'harm-to-child',
  toWhom: ['police'],
  told: 'not-yet',
  whyNotYet: 'ddim yn saff',
  tellBy: '2026-11-04',
  supportContinued: 'yes',
}

const byMari = (app: TestApp, entry: Partial<StaffEntry> & Pick<StaffEntry, 'form' | 'about' | 'answers'>) =>
  recordByStaff(app, {
    language: 'cy',
    idempotencyKey: crypto.randomUUID(),
    by: { id: 'mari', roles: ['coordinator'] },
    ...entry,
  })
const stored = async (result: Promise<{ kind: string }>) => {
  const recorded = await result
  if (recorded.kind !== 'stored') throw new Error(JSON.stringify(recorded))
  return recorded as { kind: 'stored'; record: string; meanwhile: number }
}

describe('the young person', () => {
  test('keeps one random id however often they are screened', async () => {
    const app = await makeTestApp()
    const { id } = await arrives(app, 'self-referral')
    await stored(acts(app, { form: 'screening', about: id, answers: accepted }))
    const first = await findPersonOf(app.db, id)
    await stored(acts(app, { form: 'screening', about: id, answers: { ...accepted, priority: 'soon' } }))

    expect(first).toMatch(/^[\da-f-]{36}$/)
    expect(await findPersonOf(app.db, id)).toBe(first)
  })

  test('has the id of an earlier request when a person says that they are the same', async () => {
    const app = await makeTestApp()
    const [earlier, later, other] = [
      await arrives(app, 'self-referral'),
      await arrives(app, 'self-referral'),
      await arrives(app, 'self-referral'),
    ]
    await stored(acts(app, { form: 'screening', about: earlier.id, answers: accepted }))
    const linked = { form: 'screening', about: later.id, answers: accepted, samePersonAs: earlier.id }
    await stored(byMari(app, linked))
    await stored(acts(app, { form: 'screening', about: other.id, answers: accepted }))

    expect(await findPersonOf(app.db, later.id)).toBe(await findPersonOf(app.db, earlier.id))
    expect(await findPersonOf(app.db, other.id)).not.toBe(await findPersonOf(app.db, earlier.id))
  })

  test.each(['a request that nobody has looked at', 'a complaint', 'itself', 'nothing'])(
    'is not linked with %s',
    async (what) => {
      const app = await makeTestApp()
      const { id } = await arrives(app, 'self-referral')
      const ids: Record<string, string> = {
        'a request that nobody has looked at': (await arrives(app, 'self-referral')).id,
        'a complaint': (await arrives(app, 'feedback')).id,
        itself: id,
        nothing: 'no-such-record',
      }

      const samePersonAs = ids[what]

      expect(await byMari(app, { form: 'screening', about: id, answers: accepted, samePersonAs })).toEqual({
        kind: 'unknown',
      })
    },
  )
})

describe('an advocate', () => {
  test('sees, opens and acts on the cases given to them, and on no others', async () => {
    const app = await makeTestApp()
    await aMemberOf(app, 'gwen', ['advocate'])
    const gwen = { id: 'gwen', roles: ['advocate'] as Role[] }
    const [own, other] = [(await arrives(app, 'self-referral')).id, (await arrives(app, 'self-referral')).id]
    for (const about of [own, other]) await stored(acts(app, { form: 'screening', about, answers: accepted }))
    const named = { advocateFirstName: 'Gwen', why: 'first' }
    const compared = { desk: 'team', act: 'compared', records: 'request', isWanted: () => true } as const
    await stored(acts(app, { form: 'allocation', about: own, answers: { advocate: 'gwen', ...named } }))
    await stored(acts(app, { form: 'allocation', about: other, answers: { advocate: 'not-here', ...named } }))

    expect((await listInbox(app, gwen)).map(({ id }) => id)).toEqual([own])
    expect(await handOutReferral(app, gwen, other)).toBeUndefined()
    expect(await byMari(app, { form: 'contact', about: other, answers: reached, by: gwen })).toEqual({
      kind: 'unknown',
    })
    expect((await handOutReferral(app, gwen, own))?.id).toBe(own)
    expect(await byMari(app, { form: 'contact', about: own, answers: reached, by: gwen })).toMatchObject({
      kind: 'stored',
    })
    expect(await handOutCases(app, gwen, compared)).toHaveLength(1)
  })

  test('is named from the members who are advocates, and from nobody else', async () => {
    const app = await makeTestApp()
    await aMemberOf(app, 'mari', ['coordinator'])
    const { id } = await arrives(app, 'self-referral')

    expect(
      await acts(app, {
        form: 'allocation',
        about: id,
        answers: { advocate: 'mari', advocateFirstName: 'Mari', why: 'first' },
      }),
    ).toMatchObject({ kind: 'problems', problems: [{ question: 'advocate', rule: 'unknownChoice' }] })
  })
})

describe('telling of a passing-on', () => {
  test('cannot be put off without a reason for passing it on', async () => {
    const app = await makeTestApp()
    const { id } = await arrives(app, 'self-referral')
    const { reason: _left, ...without } = notTold

    expect(await acts(app, { form: 'passing-on', about: id, answers: without })).toMatchObject({
      kind: 'problems',
      problems: [{ question: 'reason', rule: 'missing' }],
    })
  })

  test('stays open until a record names the passing-on of this very case', async () => {
    const app = await makeTestApp()
    const [one, other] = [(await arrives(app, 'self-referral')).id, (await arrives(app, 'self-referral')).id]
    const { record: settles } = await stored(acts(app, { form: 'passing-on', about: one, answers: notTold }))
    const told = { form: 'passing-on-told', answers: { toldOn: '2026-11-02' } }

    expect(await byMari(app, { ...told, about: other, settles })).toEqual({ kind: 'unknown' })
    expect(await byMari(app, { ...told, about: one })).toEqual({ kind: 'unknown' })
    const lines = await listInbox(app, { id: 'mari', roles: ['coordinator'] })
    expect(lines.flatMap(({ standing }) => standing.owes.map(({ kind }) => kind))).toContain('tell')
    await stored(byMari(app, { ...told, about: one, settles }))
    expect(await byMari(app, { ...told, about: one, settles })).toEqual({ kind: 'unknown' })
  })
})

describe('two coordinators at the same moment', () => {
  test('both have their act kept, in order, and each is told of the other', async () => {
    const app = await makeTestApp()
    for (const id of ['mari', 'ifan']) await aMemberOf(app, id, ['coordinator'])
    const { id: about } = await arrives(app, 'self-referral')
    const first = { form: 'screening', about, answers: accepted, seen: 0 }
    const second = { ...first, form: 'contact', answers: reached, by: { id: 'ifan', roles: ['coordinator'] as Role[] } }

    await Promise.all([stored(byMari(app, first)), stored(byMari(app, second))])
    const third = await stored(byMari(app, { form: 'contact', about, answers: reached, seen: 1 }))

    expect(third.meanwhile).toBe(1)
    const opened = await handOutReferral(app, { id: 'mari', roles: ['coordinator'] }, about)
    expect(opened?.records.map(({ form, byName }) => `${form} ${byName}`).sort()).toEqual([
      'contact ifan',
      'contact mari',
      'screening mari',
    ])
  })
})
