import { describe, expect, test } from 'vitest'
import { newSubmissionKey } from '#domain/submission-key.ts'
import { answerStep } from '#server/http/answer-step.ts'
import { listInbox } from '#server/operations/inbox.ts'
import { buildReport } from '#server/reports/build-report.ts'
import { acts } from '../builders/desk.ts'
import { SITE_URL } from '../builders/real-server.ts'
import { sendFields } from '../builders/self-referral.ts'
import { makeTestApp, type TestApp } from '../builders/test-app.ts'
import { byAuthority, figures } from './reports/nine-young-people.ts'

const coordinator = { id: 'mari', roles: ['coordinator'] } as const
const answers = [
  ['name', 'Sam'],
  ['contactMethods', 'come-back'],
  ['gender', 'girl'],
] as const

/** Sends a self-referral by its page, so long after it was begun, with this in the field that nobody sees. */
async function sends(app: TestApp, { seconds, hiddenField = '' }: { seconds: number; hiddenField?: string }) {
  const form = app.forms.get('self-referral')
  if (!form) throw new Error('no form')
  const key = newSubmissionKey(Date.parse(app.now()) - seconds * 1000, app.randomBytes(10))
  const body = new URLSearchParams([...sendFields(answers, key).map((field) => [...field]), ['website', hiddenField]])
  const request = new Request(`${SITE_URL}/cy/gofyn-am-eiriolwr/cam`, { method: 'POST', body })
  return answerStep(app, { form, language: 'cy', request, address: undefined })
}

const contacts = async (app: TestApp) => {
  const report = await buildReport(app, '2026-27-q3', byAuthority)
  return report && figures(report, 'M01', 'channel').online
}
const tallied = async (app: TestApp) => (await app.db.selectFrom('tally').selectAll().execute()).length

describe('a form that a machine may have sent', () => {
  test.each([
    { says: 'faster than a person', seconds: 1, hiddenField: '' },
    { says: 'with something in the field that nobody sees', seconds: 60, hiddenField: 'https://spam.example' },
  ])('$says: is stored and shown to staff, and counts in no report until they take it on', async (sending) => {
    const app = await makeTestApp()

    const sent = await sends(app, sending)
    const [line, ...others] = await listInbox(app, coordinator)

    expect(sent).toMatchObject({ kind: 'sent', status: 200 })
    expect(others).toEqual([])
    expect(line).toMatchObject({ isDoubted: true, standing: { status: 'received' } })
    expect(await contacts(app)).toBe(0)
    expect(await tallied(app)).toBe(0)
    await acts(app, { form: 'screening', about: line?.id ?? '', answers: { decision: 'accepted' } })
    expect(await contacts(app)).toBe(1)
    expect((await listInbox(app, coordinator))[0]).toMatchObject({ isDoubted: false })
  })

  test('a person who takes their time is not doubted, and counts at once', async () => {
    const app = await makeTestApp()

    await sends(app, { seconds: 3 })

    expect(await listInbox(app, coordinator)).toMatchObject([{ isDoubted: false }])
    expect(await contacts(app)).toBe(1)
    expect(await tallied(app)).toBe(1)
  })

  test('of the moment it was begun and of what stood in the field nothing is kept', async () => {
    const app = await makeTestApp()

    await sends(app, { seconds: 1, hiddenField: 'planted words' })

    const kept = await app.db.selectFrom('answer').selectAll().where('question', 'like', 'sender.%').execute()
    expect(kept.map(({ value }) => value).sort()).toEqual(['hidden-field', 'too-fast'])
  })
})
