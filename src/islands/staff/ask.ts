import type { Language } from '#domain/language/language.ts'
import type { Problem } from '#forms/parse-answers.ts'

/** Why the server did nothing, in words of the page's language. `no-answer` when it could not be reached. */
export type NotDone = {
  readonly ok: false
  readonly type: string
  readonly title: string
  readonly detail: string
  /** What the server found at fault in a form, if that was why. */
  readonly errors?: readonly Problem[]
}
export type Answered<T> = { readonly ok: true; readonly value: T } | NotDone

/**
 * Asks our own server: reads without a body, acts with one.
 *
 * @param path - below `/api/`
 */
export async function ask<T>(path: string, language: Language, body?: object): Promise<Answered<T>> {
  try {
    const response = await fetch(`/api/${path}`, {
      headers: { 'accept-language': language, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
    })
    const said: unknown = await response.json()
    return response.ok ? { ok: true, value: said as T } : toNotDone(said)
  } catch (error) {
    // Not reached, or not JSON: to the person it is the same.
    if (error instanceof TypeError || error instanceof SyntaxError) return toNotDone(undefined)
    throw error
  }
}

function toNotDone(said: unknown): NotDone {
  const problem = (typeof said === 'object' && said !== null ? said : {}) as Record<string, unknown>
  const text = (name: string) => (typeof problem[name] === 'string' ? problem[name] : '')
  return {
    ok: false,
    type: text('type').split('/').at(-1) || 'no-answer',
    title: text('title'),
    detail: text('detail'),
    ...(Array.isArray(problem.errors) && { errors: problem.errors as readonly Problem[] }),
  }
}
