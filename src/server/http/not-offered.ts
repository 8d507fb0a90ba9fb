import type { APIRoute } from 'astro'
import { apiProblem } from '#server/http/api-problem.ts'
import { askedLanguage } from '#server/http/asked-language.ts'

/** Any way of asking that an address of the API does not offer: said as a problem and not as a page. */
export const notOffered: APIRoute = ({ locals, request }) =>
  apiProblem('not-found', askedLanguage(request, locals.app.service))
