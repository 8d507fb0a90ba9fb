import { randomUUID } from 'node:crypto'
import type { APIContext } from 'astro'
import { describe, expect, test } from 'vitest'
import type { Role } from '#domain/roles.ts'
import { POST as enterForm } from '../../../src/pages/api/staff/forms.ts'
import { GET as readInbox } from '../../../src/pages/api/staff/inbox.ts'
import { POST as record } from '../../../src/pages/api/staff/records.ts'
import { GET as readOne } from '../../../src/pages/api/staff/referrals/[id].ts'
import { POST as showSurveyCode } from '../../../src/pages/api/staff/survey-code.ts'
import { acts, arrives, closing } from '../../builders/desk.ts'
import { makeTestApp, type TestApp } from '../../builders/test-app.ts'

const SITE = 'http://localhost:4321'

type Asked = { readonly body?: unknown; readonly id?: string; readonly origin?: string }

/** The same server, with somebody else signed in. */
function as(app: TestApp, roles: readonly Role[]): TestApp {
  const staff = { id: 'staff-1', name: 'Mari', email: 'm@example.test', roles: [...roles], secondFactor: true }
  return { ...app, signIn: { ...app.signIn, staffOf: async () => staff } }
}

function ask(app: TestApp, { body, id, origin = SITE }: Asked = {}): APIContext {
  const headers = {
    origin,
    'sec-fetch-site': 'same-origin',
    'content-type': 'application/json',
    'accept-language': 'en',
  }
  const request = new Request(`${SITE}/api/staff/x`, {
    headers,
    ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
  })
  return { request, params: { id }, locals: { app, clientAddress: '203.0.113.7' } } as unknown as APIContext
}

const anAct = (form: string, answers: object, about?: string) => ({
  form,
  language: 'en',
  answers,
  idempotencyKey: randomUUID(),
  ...(about && { about }),
})

describe('a raw request', () => {
  test.each(['survey-reader', 'participation-officer', 'administrator'] as const)(
    'from a %s gets no list, no thing, no record and no entry',
    async (role) => {
      const app = await makeTestApp()
      const { id } = await arrives(app, 'self-referral')
      const theirs = as(app, [role])
      const body = anAct('contact', { outcome: 'reached', method: 'call' }, id)

      const answers = await Promise.all([
        readInbox(ask(theirs)),
        readOne(ask(theirs, { id })),
        record(ask(theirs, { body })),
        enterForm(ask(theirs, { body: {} })),
        showSurveyCode(ask(theirs, { body: { about: id } })),
      ])

      // An empty body is not understood before anybody asks who sent it.
      expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 422, 403])
    },
  )

  test('for a complaint from the team finds nothing, and says no more than for a thing that is not there', async () => {
    const app = as(await makeTestApp(), ['coordinator', 'advocate'])
    const { id } = await arrives(app, 'feedback')
    const answer = { answeredAs: 'complaints-lead', outcome: 'upheld' }

    const complaint = await readOne(ask(app, { id }))
    const nothing = await readOne(ask(app, { id: randomUUID() }))
    const answered = await record(ask(app, { body: anAct('feedback-answer', answer, id) }))

    expect([complaint.status, answered.status]).toEqual([404, 404])
    expect(await complaint.json()).toEqual(await nothing.json())
    expect(await (await readInbox(ask(app))).json()).toMatchObject({ lines: [], page: 1, pages: 1, total: 0 })
  })

  test('from the complaints lead about a referral finds nothing', async () => {
    const app = as(await makeTestApp(), ['complaints-lead'])
    const { id } = await arrives(app, 'self-referral')

    expect((await readOne(ask(app, { id }))).status).toBe(404)
    expect((await record(ask(app, { body: anAct('screening', { decision: 'accepted' }, id) }))).status).toBe(404)
  })

  test('for a staff form that is not about this is refused', async () => {
    const app = as(await makeTestApp(), ['coordinator'])
    const { id } = await arrives(app, 'join-in')

    expect((await record(ask(app, { body: anAct('screening', { decision: 'accepted' }, id) }))).status).toBe(403)
  })

  test('from another site is refused', async () => {
    const app = as(await makeTestApp(), ['coordinator'])
    const body = anAct('answerphone', {})

    expect((await record(ask(app, { body, origin: 'https://elsewhere.example' }))).status).toBe(403)
  })
})

describe('closing a case', () => {
  test('answers with six words and their pictures, and shows them again to who has the desk', async () => {
    const app = as(await makeTestApp(), ['coordinator'])
    const { id } = await arrives(app, 'self-referral')

    const closed = await record(ask(app, { body: anAct('closure', closing, id) }))
    const again = await showSurveyCode(ask(app, { body: { about: id } }))
    const lead = await showSurveyCode(ask(as(app, ['complaints-lead']), { body: { about: id } }))

    const { surveyCode } = await closed.json()
    expect(surveyCode).toHaveLength(6)
    expect(surveyCode[0]).toEqual({
      cy: expect.any(String),
      en: expect.any(String),
      picture: expect.stringMatching(/^<svg/),
    })
    expect(await again.json()).toEqual({ surveyCode })
    expect(lead.status).toBe(404)
  })

  test('of another record answers with no words', async () => {
    const app = as(await makeTestApp(), ['coordinator'])
    const { id } = await arrives(app, 'self-referral')
    await acts(app, { form: 'closure', about: id, answers: closing })

    const contact = await record(ask(app, { body: anAct('contact', { outcome: 'reached', method: 'call' }, id) }))

    expect(Object.keys(await contact.json())).toEqual(['receivedAt', 'meanwhile'])
  })
})

describe('a form that was entered for somebody', () => {
  const entry = (more: object = {}) => ({
    form: 'self-referral',
    channel: 'phone',
    language: 'cy',
    answers: { name: 'Gwen', contactMethods: ['call'], phone: '07700 900456' },
    receipt: { version: '2026-11', language: 'cy', format: 'read-aloud', answer: 'understood' },
    trackingCode: true,
    idempotencyKey: randomUUID(),
    ...more,
  })

  test('answers with the reference and the code to read out', async () => {
    const app = as(await makeTestApp(), ['coordinator'])

    const entered = await enterForm(ask(app, { body: entry() }))

    expect(entered.status).toBe(201)
    const said = await entered.json()
    expect(said.reference).toMatch(/^\w{3}-\w{3}-\w{3}$/)
    expect(said.trackingCode).toHaveLength(6)
  })

  test.each([
    ['without the spoken receipt', { receipt: undefined }, 403],
    ['with answers that cannot be', { answers: { name: '' } }, 422],
    ['by another channel', { channel: 'online' }, 422],
    ['that is a staff form', { form: 'screening' }, 404],
  ])('is refused %s', async (_, more, status) => {
    const app = as(await makeTestApp(), ['coordinator'])

    expect((await enterForm(ask(app, { body: entry(more) }))).status).toBe(status)
  })

  test('is no survey for an advocate', async () => {
    const app = as(await makeTestApp(), ['advocate'])

    expect((await enterForm(ask(app, { body: entry({ form: 'annual-survey', answers: {} }) }))).status).toBe(403)
  })
})
