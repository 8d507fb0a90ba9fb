import { randomUUID } from 'node:crypto'
import type { Language } from '#domain/language/language.ts'
import type { Answers } from '#forms/define-form.ts'
import { readAnswers } from '#forms/form-fields.ts'
import type { Problem } from '#forms/parse-answers.ts'
import type { App } from '#server/app.ts'
import { readForm } from '#server/http/read-form.ts'
import { addToTracked, type Tracked, track } from '#server/operations/track.ts'

/** What the tracking page answers with. */
export type AnsweredTrack = {
  readonly status: 200 | 404 | 409 | 422 | 429 | 503
  /** The code as it was typed: it goes back into the page, and nowhere else. */
  readonly code: string
  readonly tracked?: Tracked
  readonly problems: readonly Problem[]
  /** The form that was posted and has to be put right. */
  readonly form?: string
  /** What was being written, kept when it has to be put right. */
  readonly posted: Answers
  readonly said?: 'sentMessage' | 'notSent'
}

type Posted = { readonly request: Request; readonly language: Language; readonly address: string | undefined }

/** Opens a young person's page with their code, and takes what they send from it. */
export async function answerTrack(app: App, { request, language, address }: Posted): Promise<AnsweredTrack> {
  const nothing = { code: '', problems: [], posted: {} }
  if (request.method !== 'POST') return { ...nothing, status: 200 }
  const fields = await readForm(request)
  const code = String(fields?.get('code') ?? '').slice(0, 400)
  if (app.guessLimit.take(address, Date.parse(app.now()))) return { ...nothing, code, status: 429 }
  const tracked = await track(app, code)
  if (!tracked || !fields) return { ...nothing, code, status: 404 }
  app.guessLimit.giveBack(address)
  const form = app.forms.get(String(fields.get('form')))
  if (form?.access !== 'tracking') return { ...nothing, code, tracked, status: 200 }
  const posted = readAnswers(form, fields)
  try {
    const key = String(fields.get('submission') ?? randomUUID())
    const received = await addToTracked(app, { code, form, language, answers: posted, idempotencyKey: key })
    if (received?.kind === 'problems')
      return { code, tracked, problems: received.problems, form: form.id, posted, status: 422 }
    // The key came with other words before: what is on the page now has not arrived, and the page has a new key.
    if (received?.kind !== 'stored')
      return { code, tracked, problems: [], form: form.id, posted, status: 409, said: 'notSent' }
    const again = (await track(app, code)) ?? tracked
    return { ...nothing, code, tracked: again, status: 200, said: 'sentMessage' }
  } catch (error) {
    app.log.failed('not-stored', error)
    return { code, tracked, problems: [], form: form.id, posted, status: 503, said: 'notSent' }
  }
}
