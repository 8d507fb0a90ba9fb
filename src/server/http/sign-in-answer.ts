import type { Language } from '#domain/language/language.ts'
import { json } from '#server/http/problem.ts'
import { staffProblem } from '#server/http/staff-problem.ts'

type Answer =
  | { readonly outcome: 'wrong' | 'expired' }
  | { readonly outcome: 'wait'; readonly waitSeconds: number }
  | { readonly outcome: string; readonly cookies?: readonly string[] }

/** Answers a try at signing in: its cookies with what comes next, or why not. Never a session's token. */
export function signInAnswer(
  answer: Answer,
  language: Language,
  more: Readonly<Record<string, unknown>> = {},
): Response {
  if ('waitSeconds' in answer) return staffProblem('wait', language, answer.waitSeconds)
  if (answer.outcome === 'wrong' || answer.outcome === 'expired') return staffProblem(answer.outcome, language)
  const response = json({ outcome: answer.outcome, ...more })
  for (const cookie of 'cookies' in answer ? (answer.cookies ?? []) : []) response.headers.append('set-cookie', cookie)
  return response
}
