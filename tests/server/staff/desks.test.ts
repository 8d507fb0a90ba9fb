import { describe, expect, test } from 'vitest'
import type { Role } from '#domain/roles.ts'
import { handOutReferral } from '#server/operations/hand-out-referral.ts'
import { listInbox } from '#server/operations/inbox.ts'
import { addToTracked } from '#server/operations/track.ts'
import { acts, arrives, openedBy } from '../../builders/desk.ts'
import { makeTestApp, type TestApp } from '../../builders/test-app.ts'

/** One of everything that somebody can send. */
async function everything() {
  const app = await makeTestApp()
  const ids = {
    referral: (await arrives(app, 'self-referral')).id,
    supported: (await arrives(app, 'supported-referral')).id,
    change: (await arrives(app, 'advocate-change')).id,
    joinIn: (await arrives(app, 'join-in')).id,
    compliment: (await arrives(app, 'feedback', { kind: 'compliment', aboutLead: undefined })).id,
    complaint: (await arrives(app, 'feedback')).id,
    aboutLead: (await arrives(app, 'feedback', { aboutLead: 'yes' })).id,
  }
  return { app, ids }
}

type Thing = keyof Awaited<ReturnType<typeof everything>>['ids']

const desks: readonly [string, readonly Role[], readonly Thing[]][] = [
  ['a coordinator', ['coordinator'], ['referral', 'supported', 'change', 'joinIn', 'compliment']],
  ['an advocate to whom nothing is given', ['advocate'], []],
  ['an advocate who is a coordinator', ['advocate', 'coordinator'], ['referral', 'supported', 'joinIn', 'compliment']],
  ['the complaints lead', ['complaints-lead'], ['complaint']],
  ['the complaints deputy', ['complaints-deputy'], ['aboutLead']],
  ['a survey reader', ['survey-reader'], []],
  ['the participation manager', ['participation-manager'], []],
  ['a participation officer', ['participation-officer'], []],
  ['an administrator', ['administrator'], []],
]

describe.each(desks)('the desk of %s', (_, roles, things) => {
  test('lists what is for them and nothing else', async () => {
    const { app, ids } = await everything()

    const lines = await listInbox(app, { id: 'mari', roles })

    expect(lines.map(({ id }) => id).sort()).toEqual(things.map((thing) => ids[thing]).sort())
  })

  test('hands out what is for them and nothing else', async () => {
    const { app, ids } = await everything()

    const handed = []
    for (const id of Object.values(ids))
      if (await handOutReferral(app, { id: 'mari', roles: [...roles] }, id)) handed.push(id)

    expect(handed.sort()).toEqual(things.map((thing) => ids[thing]).sort())
    const log = await app.db.selectFrom('access_log').select('record').execute()
    expect(log.map(({ record }) => record).sort()).toEqual(handed)
  })
})

describe('what was asked of the team', () => {
  test('has a kind, and only a referral has the clock of first contact', async () => {
    const { app } = await everything()

    const lines = await listInbox(app, { id: 'mari', roles: ['coordinator'] })

    expect(lines.map(({ form, standing }) => [form, standing.status]).sort()).toEqual([
      ['advocate-change', 'received'],
      ['feedback', 'received'],
      ['join-in', 'received'],
      ['self-referral', 'received'],
      ['supported-referral', 'received'],
    ])
    // Monday 2 November: the end of Tuesday.
    expect(new Set(lines.map(({ nextDue }) => nextDue))).toEqual(new Set(['2026-11-03T17:00:00.000Z']))
  })

  test('starts with a notice of an active offer too, and never with an answerphone log', async () => {
    const app = await makeTestApp()
    const at = '2026-11-02T08:00:00.000Z'
    const notice = {
      who: 'social-worker',
      offerRoute: 'looked-after',
      optedOut: 'no',
      name: 'Gwen',
      howToReach: 'ysgol',
    }
    await acts(app, { form: 'active-offer-notice', answers: notice })
    await acts(app, { form: 'answerphone', answers: { occurredAt: at, subject: 'referral', reply: 'waiting' } })

    expect((await listInbox(app, { id: 'mari', roles: ['coordinator'] })).map(({ form }) => form)).toEqual([
      'active-offer-notice',
    ])
  })

  test('owes nothing to a child who opted out', async () => {
    const app = await makeTestApp()
    const notice = {
      who: 'social-worker',
      offerRoute: 'looked-after',
      optedOut: 'yes',
      optOutReason: 'reason-not-given',
    }
    const recorded = await acts(app, { form: 'active-offer-notice', answers: notice })

    expect(recorded.kind).toBe('stored')
    expect(await listInbox(app, { id: 'mari', roles: ['coordinator'] })).toMatchObject([
      { standing: { status: 'closed' }, nextDue: undefined },
    ])
  })

  test.each([
    [
      'feedback',
      { kind: 'compliment', aboutLead: undefined },
      'feedback-answer',
      { answeredAs: 'team', outcome: 'thanked' },
    ],
    ['advocate-change', {}, 'advocate-change-answer', { outcome: 'changed' }],
    ['join-in', {}, 'contact', { outcome: 'reached', method: 'call' }],
  ])('is late until it is answered: %s', async (form, more, answer, answers) => {
    const app = await makeTestApp()
    const { id } = await arrives(app, form, more)
    app.setNow('2026-11-04T09:00:00Z')
    const [before] = await listInbox(app, { id: 'mari', roles: ['coordinator'] })

    await acts(app, { form: answer, about: id, answers })

    expect(before).toMatchObject({ late: true, standing: { status: 'received' } })
    expect(await listInbox(app, { id: 'mari', roles: ['coordinator'] })).toMatchObject([
      { late: false, standing: { status: 'answered' } },
    ])
  })

  test('is not answered by a try that reached nobody', async () => {
    const app = await makeTestApp()
    const { id } = await arrives(app, 'join-in')

    await acts(app, { form: 'contact', about: id, answers: { outcome: 'no-answer', method: 'call' } })

    expect(await listInbox(app, { id: 'mari', roles: ['coordinator'] })).toMatchObject([
      { standing: { status: 'received', attempts: 1 } },
    ])
  })
})

describe('why a young person wants another advocate', () => {
  test('opens for a survey reader who has the desk, and for no coordinator', async () => {
    const { app, ids } = await everything()

    const coordinator = await handOutReferral(app, { id: 'mari', roles: ['coordinator'] }, ids.change)
    const both = await handOutReferral(app, { id: 'ifan', roles: ['coordinator', 'survey-reader'] }, ids.change)

    expect(coordinator?.envelopes).toHaveLength(1)
    expect(await openedBy(app, 'survey-reader', coordinator?.envelopes)).toEqual([])
    expect(await openedBy(app, 'survey-reader', both?.envelopes)).toEqual([{ whyWords: 'ddim yn gwrando' }])
  })

  test('that they asked for it from their own page is not told to an advocate', async () => {
    const app = await makeTestApp()
    const { id, code } = await arrives(app, 'self-referral')
    await asks(app, code, 'change-advocate')
    app.setNow('2026-11-02T09:01:00Z')
    await asks(app, code, 'see-what-you-wrote')

    await acts(app, {
      form: 'allocation',
      about: id,
      answers: { advocate: 'not-here', advocateFirstName: 'Gwen', why: 'first' },
    })
    // As if it were given to this advocate: nobody has signed in to this test.
    await app.db.updateTable('answer').set({ value: 'x' }).where('question', '=', 'advocate').execute()
    const asked = async (roles: Role[]) =>
      (await handOutReferral(app, { id: 'x', roles }, id))?.records.flatMap(({ counted }) => counted.ask ?? [])

    expect(await asked(['coordinator'])).toEqual(['change-advocate', 'see-what-you-wrote'])
    expect(await asked(['advocate'])).toEqual(['see-what-you-wrote'])
  })
})

describe('what a young person adds to a complaint', () => {
  test('is sealed for who reads the complaint, and tells nobody else', async () => {
    const app = await makeTestApp()
    const { id, code } = await arrives(app, 'feedback', { aboutLead: 'yes' })
    const form = app.forms.get('child-message')
    if (!form) throw new Error('no form')

    await addToTracked(app, {
      code,
      form,
      language: 'cy',
      answers: { message: 'mae mwy i ddweud' },
      idempotencyKey: crypto.randomUUID(),
    })

    const deputy = await handOutReferral(app, { id: 'd', roles: ['complaints-deputy'] }, id)
    expect(await openedBy(app, 'complaints-deputy', deputy?.records[0]?.envelopes)).toEqual([
      { message: 'mae mwy i ddweud' },
    ])
    expect(await audiencesTold(app)).toEqual(['complaints-deputy', 'complaints-deputy'])
  })
})

async function asks(app: TestApp, code: string, ask: string) {
  const form = app.forms.get('child-ask')
  if (!form) throw new Error('no form')
  await addToTracked(app, { code, form, language: 'cy', answers: { ask }, idempotencyKey: crypto.randomUUID() })
}

async function audiencesTold(app: TestApp) {
  return (await app.db.selectFrom('outbox').select('audience').execute()).map(({ audience }) => audience)
}
