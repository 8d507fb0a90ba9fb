import { randomUUID } from 'node:crypto'
import type { Audience } from '#domain/audience.ts'
import type { Language } from '#domain/language/language.ts'
import { doubtsOf, type SenderDoubt } from '#domain/sender-doubt.ts'
import { newSubmissionKey } from '#domain/submission-key.ts'
import { londonDay } from '#domain/time/instant.ts'
import { audienceFor } from '#forms/audience-for.ts'
import type { ResolvedForm } from '#forms/define-form.ts'
import { ACTION_FIELD, readAction, readState, TRAP_FIELD } from '#forms/form-fields.ts'
import { CHECK, CONFIDENTIALITY, type JourneyState, SURVEY_CODE, takeStep } from '#forms/journey.ts'
import type { Problem } from '#forms/parse-answers.ts'
import type { App } from '#server/app.ts'
import { countSend } from '#server/http/count-send.ts'
import { readForm } from '#server/http/read-form.ts'
import { type Received, receiveForm } from '#server/operations/receive-form.ts'
import { findSurveyCode } from '#server/operations/survey-code.ts'
import { isNotReady } from '#server/sealing/not-ready.ts'

/** Why nothing was sent, when the answers themselves are in order. */
export type Failure = 'survey-closed' | 'not-stored' | 'not-ready' | 'too-many' | 'too-large' | 'key-reused'

/** What a step without script answers with. */
export type AnsweredStep =
  | {
      readonly kind: 'help'
      readonly status: 200
      readonly state: JourneyState
      readonly retryAfterSeconds?: undefined
    }
  | {
      readonly kind: 'screen'
      readonly status: number
      readonly state: JourneyState
      readonly problems: readonly Problem[]
      readonly failure?: Failure
      readonly retryAfterSeconds?: number
    }
  | {
      readonly kind: 'sent'
      readonly status: 200
      readonly sent: Extract<Received, { kind: 'stored' }>
      /** The young person asked to have privacy explained. */
      readonly explain: boolean
      /** Who reads it. */
      readonly audience: Audience
      readonly retryAfterSeconds?: undefined
    }

type Posted = {
  readonly form: ResolvedForm
  readonly language: Language
  readonly request: Request
  readonly address: string | undefined
}

/** Reads one posted step, takes it, and sends when it says so. Keeps nothing but what "send" stores. */
export async function answerStep(app: App, { form, language, request, address }: Posted): Promise<AnsweredStep> {
  const fields = await readForm(request)
  if (!fields) return screen(readState(form, new URLSearchParams()), { status: 413, failure: 'too-large' })
  const { version } = app.service.confidentiality
  const action = readAction(fields, { version, language, format: 'symbols' })
  const given = readState(form, fields)
  // Made here and not in the built page, so that every sending has a key of its own and a retry the same one.
  const state = { ...given, submission: given.submission ?? newKey(app) }
  if (fields.get(ACTION_FIELD) === 'help') return { kind: 'help', status: 200, state }
  if (await isWrongSurveyCode(app, form, state)) {
    if (app.guessLimit.take(address, Date.parse(app.now()))) return screen(state, { status: 429, failure: 'too-many' })
    return screen(state, { problems: [{ question: 'surveyCode', rule: 'unknownCode' }] })
  }
  const step = takeStep(form, state, action, { today: londonDay(app.now()), now: app.now() })
  if (!step.send) return screen(step.state, { problems: step.problems })
  const hiddenField = String(fields.get(TRAP_FIELD) ?? '')
  const doubts = doubtsOf({ hiddenField, key: given.submission, now: Date.parse(app.now()) })
  return send(app, { form, language, state: step.state, address, doubts })
}

/** The key of a sending, from the moment on at which it was begun. */
function newKey(app: App): string {
  return newSubmissionKey(Date.parse(app.now()), app.randomBytes(10))
}

type Sending = Omit<Posted, 'request'> & { readonly state: JourneyState; readonly doubts: readonly SenderDoubt[] }

async function send(app: App, { form, language, state, address, doubts }: Sending): Promise<AnsweredStep> {
  const idempotencyKey = state.submission ?? randomUUID()
  try {
    const received = await countSend(app, { form, idempotencyKey, address }, () =>
      receiveForm(app, {
        form,
        language,
        answers: state.answers,
        receipt: state.receipt,
        trackingCode: state.trackingCode,
        surveyCode: state.surveyCode,
        idempotencyKey,
        doubts,
      }),
    )
    if (received.kind !== 'too-many') return outcome(app, { form, received, state })
    return screen(state, { status: 429, failure: 'too-many', retryAfterSeconds: received.retryAfterSeconds })
  } catch (error) {
    if (isNotReady(error)) return screen(state, { status: 503, failure: 'not-ready' })
    app.log.failed('not-stored', error)
    return screen(state, { status: 503, failure: 'not-stored' })
  }
}

type Outcome = { readonly form: ResolvedForm; readonly received: Received; readonly state: JourneyState }

function outcome(app: App, { form, received, state }: Outcome): AnsweredStep {
  switch (received.kind) {
    case 'stored':
      return {
        kind: 'sent',
        status: 200,
        sent: received,
        explain: state.receipt?.answer === 'explain',
        audience: audienceFor(form, state.answers),
      }
    case 'problems': {
      const isCode = received.problems.some(({ question }) => question === 'surveyCode')
      return screen(isCode ? { ...state, page: SURVEY_CODE } : state, { problems: received.problems })
    }
    case 'survey-closed':
      return screen(state, { status: 403, failure: 'survey-closed' })
    case 'key-reused':
      // Sent before, then changed and sent again: a new sending, once the person says so again.
      return screen({ ...state, submission: newKey(app), page: CHECK }, { status: 409, failure: 'key-reused' })
    case 'confidentiality-first': {
      // The policy has changed since it was read: it has to be read again before anything is sent.
      const { receipt: _old, ...rest } = state
      return screen({ ...rest, page: CONFIDENTIALITY }, { status: 403 })
    }
  }
}

/** A typed code is looked at as it is left, so that nobody answers a whole survey in vain. */
async function isWrongSurveyCode(app: App, form: ResolvedForm, { page, surveyCode }: JourneyState): Promise<boolean> {
  if (form.survey !== 'closure' || page !== SURVEY_CODE || !surveyCode) return false
  return (await findSurveyCode(app, surveyCode)) === undefined
}

type About = {
  readonly status?: number
  readonly problems?: readonly Problem[]
  readonly failure?: Failure
  readonly retryAfterSeconds?: number
}

function screen(state: JourneyState, { problems = [], status, failure, retryAfterSeconds }: About = {}): AnsweredStep {
  return {
    kind: 'screen',
    status: status ?? (problems.length > 0 ? 422 : 200),
    state,
    problems,
    ...(failure && { failure }),
    ...(retryAfterSeconds && { retryAfterSeconds }),
  }
}
