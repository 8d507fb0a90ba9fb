import { isLanguage, type Language } from '#domain/language/language.ts'
import { sayCode } from '#domain/tracking-code/tracking-code.ts'
import type { ResolvedForm } from '#forms/define-form.ts'
import type { Receipt } from '#forms/journey.ts'
import type { Problem } from '#forms/parse-answers.ts'
import type { App } from '#server/app.ts'
import { apiProblem } from '#server/http/api-problem.ts'
import { askedLanguage } from '#server/http/asked-language.ts'
import { countSend, type TooMany } from '#server/http/count-send.ts'
import { isIdempotencyKey } from '#server/http/idempotency-key.ts'
import { nextStep } from '#server/http/next-step.ts'
import { json } from '#server/http/problem.ts'
import { problemMessages } from '#server/http/problem-messages.ts'
import { readJson } from '#server/http/read-json.ts'
import { storeOrSay } from '#server/http/store-or-say.ts'
import { type Arrival, type Received, receiveForm } from '#server/operations/receive-form.ts'

type Sent = { readonly request: Request; readonly form: string; readonly address: string | undefined }

/** `POST /api/forms/{form}`: every documented status, and 201 with the reference, the code and what is next. */
export async function receiveApiForm(app: App, { request, form: formId, address }: Sent): Promise<Response> {
  const asked = askedLanguage(request, app.service)
  const form = app.forms.get(formId)
  if (form?.access !== 'public') return apiProblem('unknown-form', asked)
  const read = await readJson(request)
  if (!read.ok) return apiProblem(read.why, asked)
  const { body } = read
  const language =
    isLanguage(body.language) && app.service.languages.includes(body.language) ? body.language : undefined
  const key = (request.headers.get('idempotency-key') ?? '').toLowerCase()
  if (!isIdempotencyKey(key)) return apiProblem('idempotency-key', language ?? asked)
  if (!language) return invalid(form, [{ question: 'language', rule: 'unknownLanguage' }], asked)
  const arrival = {
    form,
    language,
    answers: body.answers,
    receipt: readReceipt(body.confidentiality),
    trackingCode: form.tracked && body.trackingCode !== false,
    surveyCode: typeof body.surveyCode === 'string' ? body.surveyCode.slice(0, 400) : undefined,
    idempotencyKey: key,
  }
  return storeOrSay(app, language, async () =>
    answer(app, arrival, await countSend(app, { ...arrival, address }, () => receiveForm(app, arrival))),
  )
}

type Arrived = Pick<Arrival, 'form' | 'language'>

function answer(app: App, { form, language }: Arrived, received: Received | TooMany): Response {
  switch (received.kind) {
    case 'too-many': {
      const { retryAfterSeconds } = received
      return apiProblem('too-many', language, { phone: app.service.contact.phone, retryAfterSeconds })
    }
    case 'confidentiality-first':
    case 'survey-closed':
    case 'key-reused':
      return apiProblem(received.kind, language)
    case 'problems':
      return invalid(form, received.problems, language)
    case 'stored':
      return json(
        {
          ...(received.reference && { reference: received.reference }),
          receivedAt: received.receivedAt,
          ...(received.trackingCode && { trackingCode: sayCode(received.trackingCode, language) }),
          next: nextStep(received.lookBy, language),
        },
        201,
      )
  }
}

function invalid(form: ResolvedForm, problems: readonly Problem[], language: Language): Response {
  return apiProblem('answers', language, { errors: problemMessages(form, problems, language) })
}

function readReceipt(value: unknown): Receipt | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { version, language, format, answer } = value as Record<string, unknown>
  if (typeof version !== 'string' || !isLanguage(language)) return undefined
  if (format !== 'text' && format !== 'symbols' && format !== 'read-aloud') return undefined
  if (answer !== 'understood' && answer !== 'explain') return undefined
  return { version, language, format, answer }
}
