import type { Language } from '#domain/language/language.ts'
import type { App } from '#server/app.ts'
import { apiProblem } from '#server/http/api-problem.ts'
import { isNotReady } from '#server/sealing/not-ready.ts'

/** Runs something that stores; when it cannot, says plainly that nothing arrived and whom to ring. */
export async function storeOrSay(app: App, language: Language, store: () => Promise<Response>): Promise<Response> {
  try {
    return await store()
  } catch (error) {
    const { phone } = app.service.contact
    if (isNotReady(error)) return apiProblem('not-ready', language, { phone })
    app.log.failed('not-stored', error)
    return apiProblem('not-stored', language, { phone })
  }
}
