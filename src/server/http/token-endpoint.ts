import type { APIContext } from 'astro'
import type { ApiScope } from '#domain/api-scope.ts'
import { apiProblem } from '#server/http/api-problem.ts'
import { askedLanguage } from '#server/http/asked-language.ts'
import { json } from '#server/http/problem.ts'
import { tokenOf } from '#server/operations/tokens/api-tokens.ts'
import type { StoredToken } from '#server/store/token.store.ts'

type Endpoint = (context: APIContext) => Promise<Response>

/** Tells whether a request comes with a token rather than a session. */
export function hasToken({ request }: APIContext): boolean {
  return request.headers.has('authorization')
}

/** An endpoint that reads, for a system whose token has this scope. Another answer than a Response is sent as JSON. */
export function readForSystem(
  scope: ApiScope,
  answer: (token: StoredToken, context: APIContext) => Promise<unknown>,
): Endpoint {
  return async (context) => {
    const { app } = context.locals
    const language = askedLanguage(context.request, app.service)
    const token = await tokenOf(app, context.request.headers)
    if (!token) {
      const refused = apiProblem('token', language)
      refused.headers.set('www-authenticate', 'Bearer')
      return refused
    }
    if (!token.scopes.includes(scope)) return apiProblem('token-scope', language)
    const answered = await answer(token, context)
    return answered instanceof Response ? answered : json(answered)
  }
}
