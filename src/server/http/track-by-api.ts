import { isLanguage, type Language } from '#domain/language/language.ts'
import type { ResolvedForm } from '#forms/define-form.ts'
import { sayMessages, sayStatus, trackSteps } from '#i18n/track-steps.ts'
import cy from '#locales/cy/track.json' with { type: 'json' }
import en from '#locales/en/track.json' with { type: 'json' }
import type { App } from '#server/app.ts'
import { apiProblem } from '#server/http/api-problem.ts'
import { askedLanguage } from '#server/http/asked-language.ts'
import { isIdempotencyKey } from '#server/http/idempotency-key.ts'
import { json } from '#server/http/problem.ts'
import { problemMessages } from '#server/http/problem-messages.ts'
import { readJson } from '#server/http/read-json.ts'
import { storeOrSay } from '#server/http/store-or-say.ts'
import { addToTracked, type Tracked, track } from '#server/operations/track.ts'

type Asked = {
  readonly request: Request
  readonly address: string | undefined
  /** What to send about the request; absent: only show where it stands. */
  readonly form?: string
}

/** `POST /api/track` and what follows it: a wrong, unknown or erased code is 404 alike. */
export async function trackByApi(app: App, { request, address, form }: Asked): Promise<Response> {
  const asked = askedLanguage(request, app.service)
  const definition = form === undefined ? undefined : app.forms.get(form)
  if (form !== undefined && definition?.access !== 'tracking') return apiProblem('not-found', asked)
  const read = await readJson(request)
  if (!read.ok) return apiProblem(read.why, asked)
  const { body } = read
  const language = isLanguage(body.language) && app.service.languages.includes(body.language) ? body.language : asked
  const { phone } = app.service.contact
  const retryAfterSeconds = app.guessLimit.take(address, Date.parse(app.now()))
  if (retryAfterSeconds) return apiProblem('too-many', language, { phone, retryAfterSeconds })
  const code = typeof body.code === 'string' ? body.code.slice(0, 400) : ''
  return storeOrSay(app, language, async () => {
    const tracked = await track(app, code)
    if (!tracked) return apiProblem('unknown-code', language, { phone })
    app.guessLimit.giveBack(address)
    return definition
      ? add(app, { request, body, form: definition, code, language })
      : json(describe(tracked, language))
  })
}

type Adding = {
  readonly request: Request
  readonly body: Readonly<Record<string, unknown>>
  readonly form: ResolvedForm
  readonly code: string
  readonly language: Language
}

async function add(app: App, { request, body, form, code, language }: Adding): Promise<Response> {
  const key = (request.headers.get('idempotency-key') ?? '').toLowerCase()
  if (!isIdempotencyKey(key)) return apiProblem('idempotency-key', language)
  const received = await addToTracked(app, { code, form, language, answers: body.answers, idempotencyKey: key })
  if (!received) return apiProblem('unknown-code', language, { phone: app.service.contact.phone })
  switch (received.kind) {
    case 'stored':
      return json({ receivedAt: received.receivedAt }, 201)
    case 'problems':
      return apiProblem('answers', language, { errors: problemMessages(form, received.problems, language) })
    default:
      return apiProblem(received.kind, language)
  }
}

function describe(tracked: Tracked, language: Language) {
  const { progress, view } = tracked
  const words = { cy, en }[language]
  const steps = trackSteps(tracked, language)
  const next = steps.find(({ isDone }) => !isDone)
  return {
    status: progress.status,
    says: sayStatus(tracked, language),
    steps: steps.filter(({ isDone }) => isDone).map(({ name, at }) => ({ name, at })),
    ...(next && { due: next.at }),
    ...(view.advocate && { advocate: view.advocate }),
    messages: [
      ...(progress.withdrawAskedAt ? [words.withdrawSay] : []),
      ...sayMessages(view, language).map(({ says }) => says),
    ],
  }
}
