import { randomUUID } from 'node:crypto'
import { SITE_URL } from './real-server.ts'

/** The receipt of the confidentiality summary as it stands. */
export const receipt = { version: '2026-11', language: 'cy', format: 'symbols', answer: 'understood' } as const

/** The least a young person has to say. */
export const leastAnswers = { name: 'Sam', contactMethods: ['come-back'] } as const

/** The body of a self-referral: valid and in Welsh unless something else is said. */
export function aSelfReferral(parts: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return { language: 'cy', answers: leastAnswers, confidentiality: receipt, ...parts }
}

type Sending = {
  readonly key?: string | undefined
  readonly body?: string | Uint8Array<ArrayBuffer> | ReadableStream
  readonly headers?: Readonly<Record<string, string>>
  readonly path?: string
}

/** Sends a form to the API of a server. */
export function send(
  url: string,
  { key = randomUUID(), body, headers, path = 'self-referral' }: Sending = {},
): Promise<Response> {
  return fetch(`${url}/api/forms/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key, ...headers },
    body: body ?? JSON.stringify(aSelfReferral()),
    ...(body instanceof ReadableStream && { duplex: 'half' }),
  })
}

/** Asks `/api/track` or one of its parts. */
export function askTrack(
  url: string,
  body: unknown,
  { path = '', key = randomUUID() as string } = {},
): Promise<Response> {
  return fetch(`${url}/api/track${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify(body),
  })
}

/** Posts a page of the self-referral as a browser without script does, with these fields. */
export function post(
  url: string,
  path: string,
  fields: readonly (readonly [string, string])[],
  headers = {},
): Promise<Response> {
  return fetch(`${url}${path}`, {
    method: 'POST',
    headers: { origin: SITE_URL, 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: new URLSearchParams(fields.map(([name, value]) => [name, value])).toString(),
    redirect: 'manual',
  })
}

/** Where the steps of a self-referral are posted to. */
export const stepPath = { cy: '/cy/gofyn-am-eiriolwr/cam', en: '/en/ask-for-an-advocate/step' } as const

/** The fields of a check page on which everything is answered; sends it. */
export function sendFields(answers: readonly (readonly [string, string])[], submission: string = randomUUID()) {
  return [
    ['page', 'check'],
    ['do', 'send'],
    ['submission', submission],
    ['receipt', '2026-11 cy symbols understood'],
    ['code', 'yes'],
    ...answers.map(([name, value]) => [`a.${name}`, value] as const),
  ] as const
}

/** A problem as the API says it. */
export type ProblemBody = {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly errors?: readonly { readonly question: string; readonly rule: string; readonly message: string }[]
}

/** A body that is sent in pieces, so that nobody knows beforehand how long it is. */
export function inPieces(...pieces: readonly string[]): ReadableStream<Uint8Array> {
  const bytes = pieces.map((piece) => new TextEncoder().encode(piece))
  return new ReadableStream<Uint8Array>({
    pull: (controller) => {
      const next = bytes.shift()
      if (next) controller.enqueue(next)
      else controller.close()
    },
  })
}
