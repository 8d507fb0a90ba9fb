import { randomUUID } from 'node:crypto'
import type { Audience } from '#domain/audience.ts'
import type { Role } from '#domain/roles.ts'
import { receiveForm } from '#server/operations/receive-form.ts'
import { type Recorded, recordByStaff } from '#server/operations/record-by-staff.ts'
import { insertStaff } from '#server/store/staff.store.ts'
import { openEnvelope } from '../../src/islands/staff/keys/age-keys.ts'
import type { TestApp } from './test-app.ts'

/** The least that each public form needs, and what a young person might have said in it. */
const said: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'self-referral': { name: 'Gwen', contactMethods: ['text'], phone: '07700 900456' },
  'supported-referral': { who: 'carer', name: 'Gwen', contactMethods: ['text'], phone: '07700 900456' },
  'advocate-change': { name: 'Gwen', contactMethods: ['text'], phone: '07700 900456', whyWords: 'ddim yn gwrando' },
  'join-in': { name: 'Gwen', contactMethods: ['text'], phone: '07700 900456' },
  feedback: { kind: 'complaint', aboutLead: 'no', whatHappened: 'neb wedi ffonio', wantsAnswer: 'no' },
}

/** Sends a public form as a young person does. Gives the id of its record, and the tracking code as typed. */
export async function arrives(app: TestApp, form: string, answers: Readonly<Record<string, unknown>> = {}) {
  const definition = app.forms.get(form)
  if (!definition) throw new Error(`no form ${form}`)
  const received = await receiveForm(app, {
    form: definition,
    language: 'cy',
    answers: { ...said[form], ...answers },
    receipt: { version: app.service.confidentiality.version, language: 'cy', format: 'symbols', answer: 'understood' },
    trackingCode: true,
    idempotencyKey: randomUUID(),
  })
  if (received.kind !== 'stored') throw new Error(`${form}: ${JSON.stringify(received)}`)
  return { id: received.record, code: received.trackingCode?.map(({ cy }) => cy).join(' ') ?? '' }
}

/** A staff act as the inbox sends it. */
export type ActParts = {
  readonly form: string
  readonly about?: string
  readonly answers: Readonly<Record<string, unknown>>
  readonly roles?: readonly Role[]
  readonly key?: string
}

/** Records a staff act, as a coordinator unless other roles are named. */
export function acts(
  app: TestApp,
  { form, about, answers, roles = ['coordinator'], key }: ActParts,
): Promise<Recorded> {
  return recordByStaff(app, {
    form,
    language: 'cy',
    answers,
    idempotencyKey: key ?? randomUUID(),
    by: { id: 'staff-1', roles: [...roles] },
    ...(about !== undefined && { about }),
  })
}

/** Everything a closing needs, with a survey code. */
export const closing = {
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
} as const

/** What an audience's key opens of these envelopes, base64: the answers of those it opens. */
export async function openedBy(app: TestApp, audience: Audience, envelopes: readonly string[] | undefined) {
  const identity = await app.identityOf(audience)
  const opened = await Promise.all(
    (envelopes ?? []).map((envelope) => openEnvelope([identity], new Uint8Array(Buffer.from(envelope, 'base64')))),
  )
  return opened.filter((text) => text !== undefined).map((text) => JSON.parse(text).answers as unknown)
}

/** A member with a name and roles, who cannot sign in. */
export function aMemberOf(app: TestApp, id: string, roles: readonly Role[]): Promise<void> {
  const member = { id, name: id, email: `${id}@example.test`, passwordHash: '', roles, at: app.now() }
  return app.db.transaction().execute((trx) => insertStaff(trx, member))
}
