import type { APIRoute } from 'astro'
import { apiProblem } from '#server/http/api-problem.ts'
import { askedLanguage } from '#server/http/asked-language.ts'

export const prerender = false

/** Anything else below /api: nothing is there, said as a problem and not as a page. */
export const ALL: APIRoute = ({ locals, request }) =>
  apiProblem('not-found', askedLanguage(request, locals.app.service))
