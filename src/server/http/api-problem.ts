import type { Language } from '#domain/language/language.ts'
import cy from '#locales/cy/api.json' with { type: 'json' }
import en from '#locales/en/api.json' with { type: 'json' }
import { type Problem, problem } from '#server/http/problem.ts'

const words = { cy, en }

/** The kinds of problem the API answers with; each has a title and a sentence in both languages. */
export type ApiProblem = Exclude<keyof typeof en, 'changed-since' | 'page-too-large'>

/** The status of each kind of problem. */
export const apiProblemStatuses: Record<ApiProblem, number> = {
  'bad-json': 400,
  'broken-utf-8': 400,
  'idempotency-key': 400,
  'confidentiality-first': 403,
  'survey-closed': 403,
  forbidden: 403,
  'sign-in': 401,
  token: 401,
  'token-scope': 403,
  'unknown-place': 400,
  'unknown-form': 404,
  'unknown-code': 404,
  'not-found': 404,
  'key-reused': 409,
  'too-large': 413,
  'json-only': 415,
  answers: 422,
  'too-many': 429,
  'not-stored': 503,
  'not-ready': 503,
}

/** Answers with one of the API's problems, in words of the language asked for. */
export function apiProblem(
  type: ApiProblem,
  language: Language,
  more: { readonly phone?: string; readonly errors?: Problem['errors']; readonly retryAfterSeconds?: number } = {},
): Response {
  const { title, detail } = words[language][type]
  return problem(
    {
      type,
      title,
      status: apiProblemStatuses[type],
      detail: detail.replace('{phone}', more.phone ?? ''),
      ...(more.errors && { errors: more.errors }),
    },
    more.retryAfterSeconds ? { 'retry-after': String(more.retryAfterSeconds) } : {},
  )
}
