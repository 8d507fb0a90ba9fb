import { randomUUID } from 'node:crypto'
import type { Role } from '#domain/roles.ts'
import { type PictureWord, sayCode } from '#domain/tracking-code/tracking-code.ts'
import type { Answers } from '#forms/define-form.ts'
import { receiveForm } from '#server/operations/receive-form.ts'
import { recordByStaff } from '#server/operations/record-by-staff.ts'
import { unusedSurveyCode } from '#server/operations/survey-code.ts'
import type { TestApp } from './test-app.ts'

/** A form of a test app, which is there. */
export function formOf(app: Pick<TestApp, 'forms'>, id: string) {
  const form = app.forms.get(id)
  if (!form) throw new Error(`no form ${id}`)
  return form
}

const receipt = { version: '2026-11', language: 'cy', format: 'symbols', answer: 'understood' } as const
const closing: Answers = {
  closingReason: 'issue-has-outcome',
  nonInstructed: 'no',
  positiveOutcome: 'yes',
  knowsHowItWorks: 'yes',
  knowsRights: 'yes',
  moreConfident: 'yes',
  getsOnWithWorker: 'yes',
  spokeUpInMeeting: 'yes',
  spokeUpInWriting: 'no-occasion',
  issueSurveyCode: 'yes',
}

/** A public form received by its own operation, which stores it. */
export async function received(
  app: TestApp,
  form: string,
  answers: Answers,
  more: { readonly surveyCode?: string; readonly idempotencyKey?: string } = {},
) {
  const result = await receiveForm(app, {
    form: formOf(app, form),
    language: 'cy',
    answers,
    receipt,
    trackingCode: true,
    idempotencyKey: randomUUID(),
    ...more,
  })
  if (result.kind !== 'stored') throw new Error(`${form} was not stored: ${JSON.stringify(result)}`)
  return result
}

/** A staff form about a record, recorded by the operation that the inbox uses. */
export async function recorded(
  app: TestApp,
  form: string,
  about: string,
  answers: Answers,
  role: Role = 'coordinator',
) {
  const by = { id: 'staff-1', roles: [role] }
  const result = await recordByStaff(app, { form, about, language: 'cy', answers, idempotencyKey: randomUUID(), by })
  if (result.kind !== 'stored') throw new Error(`${form} was not stored: ${JSON.stringify(result)}`)
  return result
}

/** A referral that was received and closed by the real operations, with the survey code that its closing gave. */
export async function aClosedCase(app: TestApp, answers: Answers = {}) {
  const referral = await received(app, 'self-referral', { name: 'Sam', contactMethods: ['come-back'], ...answers })
  const closed = await recorded(app, 'closure', referral.record, closing)
  const words = await unusedSurveyCode(app, referral.record)
  if (!words) throw new Error('the closing gave no survey code')
  return { referral, closing: closed.record, words, surveyCode: said(words) }
}

/** A code as a young person types it. */
export function said(words: readonly PictureWord[]): string {
  return sayCode(words, 'cy')
}
