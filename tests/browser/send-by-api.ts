import { randomUUID } from 'node:crypto'
import type { Language } from '#domain/language/language.ts'
import { expect } from './llafar.ts'
import type { RealServer } from './real-server.ts'

/** What somebody was given who sent a form to the API. */
export type SentByApi = {
  readonly form: string /** Empty for what has none. */
  readonly reference: string
  readonly code: string
}

/** A form with nothing more to it than its answers, as another system sends it. */
export async function sendByApi(
  { address }: Pick<RealServer, 'address'>,
  form: string,
  answers: object,
  language: Language = 'cy',
): Promise<SentByApi> {
  const { confidentiality } = await (await fetch(`${address}/api/forms/${form}`)).json()
  const receipt = { version: confidentiality?.version, language, format: 'text', answer: 'explain' }
  const answer = await fetch(`${address}/api/forms/${form}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: JSON.stringify({ language, answers, ...(confidentiality && { confidentiality: receipt }) }),
  })
  expect([form, answer.status, answer.status === 201 || (await answer.text())]).toEqual([form, 201, true])
  const { reference, trackingCode } = await answer.json()
  return { form, reference: reference ?? '', code: trackingCode }
}
