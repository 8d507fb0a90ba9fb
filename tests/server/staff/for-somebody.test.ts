import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { Role } from '#domain/roles.ts'
import { type EntryForChild, receiveForChild } from '#server/operations/receive-for-child.ts'
import { track } from '#server/operations/track.ts'
import { acts, arrives, closing } from '../../builders/desk.ts'
import { makeTestApp, type TestApp } from '../../builders/test-app.ts'

const answers = { name: 'Gwen', contactMethods: ['call'], phone: '07700 900456' }

function enters(app: TestApp, parts: Partial<EntryForChild> & { readonly roles?: readonly Role[] } = {}) {
  const { roles = ['coordinator'], ...entry } = parts
  return receiveForChild(app, {
    form: 'self-referral',
    channel: 'phone',
    language: 'cy',
    answers,
    receipt: { version: app.service.confidentiality.version, language: 'cy', format: 'read-aloud', answer: 'explain' },
    trackingCode: true,
    idempotencyKey: randomUUID(),
    by: { id: 'mari', roles: [...roles] },
    ...entry,
  })
}

describe('a form that staff fill in for somebody', () => {
  test.each(['phone', 'paper'] as const)('keeps that it came by %s, and who wrote it down', async (channel) => {
    const app = await makeTestApp()

    await enters(app, { channel })

    expect(await app.db.selectFrom('record').select(['channel', 'by', 'form']).execute()).toEqual([
      { channel, by: 'mari', form: 'self-referral' },
    ])
  })

  test('keeps that confidentiality was read aloud, and the answer', async () => {
    const app = await makeTestApp()

    await enters(app)

    const kept = await app.db.selectFrom('answer').selectAll().where('question', 'like', 'confidentiality.%').execute()
    expect(Object.fromEntries(kept.map(({ question, value }) => [question, value]))).toEqual({
      'confidentiality.version': '2026-11',
      'confidentiality.language': 'cy',
      'confidentiality.format': 'read-aloud',
      'confidentiality.answer': 'explain',
    })
  })

  test('is refused when nothing was read first', async () => {
    const app = await makeTestApp()

    expect(await enters(app, { receipt: undefined })).toEqual({ kind: 'confidentiality-first' })
    expect(await app.db.selectFrom('record').selectAll().execute()).toEqual([])
  })

  test('is refused on the phone when somebody is said to have read a page', async () => {
    const app = await makeTestApp()
    const receipt = { version: '2026-11', language: 'cy', format: 'text', answer: 'understood' } as const

    expect(await enters(app, { receipt })).toEqual({ kind: 'confidentiality-first' })
    expect((await enters(app, { receipt, channel: 'paper' })).kind).toBe('stored')
  })

  test('gives a reference, and a code that tracks it', async () => {
    const app = await makeTestApp()

    const received = await enters(app)

    if (received.kind !== 'stored') throw new Error(received.kind)
    const typed = received.trackingCode?.map(({ cy }) => cy).join(' ') ?? ''
    expect((await track(app, typed))?.reference).toBe(received.reference)
  })

  test('gives no code when none is wanted', async () => {
    const app = await makeTestApp()

    expect(await enters(app, { trackingCode: false })).toMatchObject({ kind: 'stored', trackingCode: undefined })
  })

  test.each(['closure-survey', 'annual-survey'])('is no %s for an advocate', async (form) => {
    const app = await makeTestApp()

    const entered = await enters(app, { form, answers: {}, receipt: undefined, roles: ['advocate', 'coordinator'] })

    expect(entered).toEqual({ kind: 'not-for-this' })
  })

  test('keeps no link from a survey to who wrote it down', async () => {
    const app = await makeTestApp()

    const received = await enters(app, { form: 'annual-survey', answers: {}, receipt: undefined, trackingCode: false })

    expect(received.kind).toBe('stored')
    expect(await app.db.selectFrom('record').select(['by', 'channel']).execute()).toEqual([
      { by: null, channel: 'phone' },
    ])
  })

  test('takes a closure survey with its code', async () => {
    const app = await makeTestApp()
    const { id } = await arrives(app, 'self-referral')
    await acts(app, { form: 'closure', about: id, answers: closing })

    const wrong = await enters(app, {
      form: 'closure-survey',
      answers: {},
      trackingCode: false,
      surveyCode: 'pel pel pel pel pel pel',
    })

    expect(wrong).toEqual({ kind: 'problems', problems: [{ question: 'surveyCode', rule: 'unknownCode' }] })
  })

  test.each(['screening', 'child-message', 'no-such-form'])('is a public form, never %s', async (form) => {
    const app = await makeTestApp()

    expect(await enters(app, { form })).toEqual({ kind: 'unknown' })
  })

  test('tells the audience of the form and no other', async () => {
    const app = await makeTestApp()
    const complaint = { kind: 'complaint', aboutLead: 'no', whatHappened: 'neb wedi ffonio', wantsAnswer: 'no' }

    await enters(app, { form: 'feedback', answers: complaint })

    expect(await app.db.selectFrom('outbox').select('audience').execute()).toEqual([{ audience: 'complaints-lead' }])
  })
})
