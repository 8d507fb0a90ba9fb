import type { APIRoute } from 'astro'
import { apiProblem } from '#server/http/api-problem.ts'
import { askedLanguage } from '#server/http/asked-language.ts'
import { describeForm } from '#server/http/describe-form.ts'
import { notOffered } from '#server/http/not-offered.ts'
import { json } from '#server/http/problem.ts'
import { receiveApiForm } from '#server/http/receive-api-form.ts'

export const prerender = false

/** Describes a public form: the JSON Schema of its answers, and the rules a schema cannot say. */
export const GET: APIRoute = ({ locals, request, params }) => {
  const language = askedLanguage(request, locals.app.service)
  const form = locals.app.forms.get(params.form ?? '')
  if (form?.access !== 'public') return apiProblem('unknown-form', language)
  return json(describeForm(locals.app, form, language))
}

/** Receives a public form. Contract: DESIGN 5. */
export const POST: APIRoute = ({ locals, request, params }) =>
  receiveApiForm(locals.app, { request, form: params.form ?? '', address: locals.clientAddress })

export const HEAD = GET
export const ALL = notOffered
