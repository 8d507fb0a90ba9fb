import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { receiveForm } from '#server/operations/receive-form.ts'
import { unusedSurveyCode } from '#server/operations/survey-code.ts'
import { acts, arrives, closing } from '../../builders/desk.ts'
import { makeTestApp, type TestApp } from '../../builders/test-app.ts'

async function aClosedCase(more: Readonly<Record<string, unknown>> = {}) {
  const app = await makeTestApp()
  const { id } = await arrives(app, 'self-referral')
  const key = randomUUID()
  const closed = await acts(app, { form: 'closure', about: id, answers: { ...closing, ...more }, key })
  return { app, id, key, closed }
}

const surveyRows = (app: TestApp) => app.db.selectFrom('code').selectAll().where('kind', '=', 'survey').execute()

async function answerSurvey(app: TestApp, surveyCode: string) {
  const form = app.forms.get('closure-survey')
  if (!form) throw new Error('no form')
  const answers = { listened: 'very' }
  const [choice] = form.pages[0]?.questions[0]?.choices ?? []
  return receiveForm(app, {
    form,
    language: 'cy',
    answers: { ...answers, listened: choice?.id },
    receipt: undefined,
    trackingCode: false,
    surveyCode,
    idempotencyKey: randomUUID(),
  })
}

describe('closing a case with a survey code', () => {
  test('gives six words that open one survey, once', async () => {
    const { app, id } = await aClosedCase()
    const words = (await unusedSurveyCode(app, id))?.map(({ cy }) => cy).join(' ') ?? ''

    const [first, second] = [await answerSurvey(app, words), await answerSurvey(app, words)]

    expect(words.split(' ').length).toBeGreaterThanOrEqual(6)
    expect(first.kind).toBe('stored')
    expect(second).toEqual({ kind: 'problems', problems: [{ question: 'surveyCode', rule: 'unknownCode' }] })
  })

  test('shows the same words until they are used, and then none', async () => {
    const { app, id } = await aClosedCase()

    const [first, again] = [await unusedSurveyCode(app, id), await unusedSurveyCode(app, id)]
    await answerSurvey(app, first?.map(({ en }) => en).join(' ') ?? '')

    expect(first).toHaveLength(6)
    expect(again).toEqual(first)
    expect(await unusedSurveyCode(app, id)).toBeUndefined()
  })

  test('gives one code when it is sent twice', async () => {
    const { app, id, key } = await aClosedCase()

    const again = await acts(app, { form: 'closure', about: id, answers: closing, key })

    expect(again).toMatchObject({ kind: 'stored', replayed: true })
    expect(await surveyRows(app)).toHaveLength(1)
  })

  test('gives no second code when the case is closed again, used or not', async () => {
    const { app, id } = await aClosedCase()
    const words = await unusedSurveyCode(app, id)

    await acts(app, { form: 'closure', about: id, answers: { ...closing, positiveOutcome: 'no' } })
    await answerSurvey(app, words?.map(({ cy }) => cy).join(' ') ?? '')
    await acts(app, { form: 'closure', about: id, answers: { ...closing, positiveOutcome: 'yes' } })

    expect(await surveyRows(app)).toEqual([])
  })

  test('keeps a MAC and no words', async () => {
    const { app, id } = await aClosedCase()
    const words = await unusedSurveyCode(app, id)

    const [row] = await surveyRows(app)

    expect(words?.some(({ id: word }) => JSON.stringify(row).includes(word))).toBe(false)
  })
})

describe('closing a case without one', () => {
  test.each([
    ['because the young person was not asked', { issueSurveyCode: 'no' }],
    ['because they cannot instruct', { nonInstructed: 'yes', issueSurveyCode: undefined }],
  ])('gives none: %s', async (_, more) => {
    const { app, id, closed } = await aClosedCase(more)

    expect(closed.kind).toBe('stored')
    expect(await unusedSurveyCode(app, id)).toBeUndefined()
    expect(await surveyRows(app)).toEqual([])
  })
})
