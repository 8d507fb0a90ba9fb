/** RFC 9457 problem details, with members of our own. */
export type Problem = {
  /** The last part of the problem's address; every kind is described in the API's own documentation. */
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly errors?: readonly { readonly question: string; readonly rule: string; readonly message: string }[]
}

/** Answers with a problem. Nothing that was sent is repeated in it. */
export function problem({ type, ...rest }: Problem, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(JSON.stringify({ type: `/api/problems/${type}`, ...rest }), {
    status: rest.status,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store', ...headers },
  })
}

/** Answers with JSON that nobody may keep. */
export function json(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
  })
}
