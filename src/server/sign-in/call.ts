import type { Macs } from '#server/sealing/macs.ts'
import { type BetterAuth, NETWORK_HEADER } from '#server/sign-in/better-auth.ts'

/** Who is asking: their cookies, and the network they come from. Neither network nor browser is stored. */
export type Visitor = { readonly headers: Headers; readonly network: string | undefined }

/** What the library answered. */
export type LibraryAnswer = {
  readonly ok: boolean
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>
  readonly code: string | undefined
  readonly waitSeconds: number
  readonly cookies: readonly string[]
  /** Where it sends the visitor on to, if it does. */
  readonly location: string | undefined
}

/** What is asked of it: fields to post, or an address's own query to read. */
type What = Readonly<Record<string, string>> | URLSearchParams

type Parts = { readonly siteUrl: string; readonly macs: Macs; readonly now: () => string }

/**
 * Makes the one way to the library: a request of our own to its handler, which keeps its limits, with
 * nothing in it but a path, the fields we mean, and the cookies. It is never told the network's address
 * or the browser's name.
 *
 * The calling page or endpoint has already held that the request is from our own site.
 */
export function makeCall(auth: Pick<BetterAuth, 'handler'>, parts: Parts) {
  return async (path: string, what: What, visitor: Visitor): Promise<LibraryAnswer> => {
    const headers = new Headers({
      'content-type': 'application/json',
      origin: parts.siteUrl,
      [NETWORK_HEADER]: networkName(parts, visitor.network),
    })
    const cookie = visitor.headers.get('cookie')
    if (cookie) headers.set('cookie', cookie)
    const address = `${parts.siteUrl}/api/auth${path}`
    const request =
      what instanceof URLSearchParams
        ? new Request(`${address}?${what}`, { headers })
        : new Request(address, { method: 'POST', headers, body: JSON.stringify(what) })
    return toAnswer(await auth.handler(request))
  }
}

/**
 * A keyed name for a network, new every hour, in the shape of a private address: the library limits by
 * addresses and takes nothing else.
 */
function networkName({ macs, now }: Parts, network: string | undefined): string {
  const name = macs.of('sign-in-network', `${now().slice(0, 13)} ${network ?? 'unknown'}`)
  return `fd${name.slice(0, 2)}:${name.slice(2, 6)}:${name.slice(6, 10)}:${name.slice(10, 14)}::1`
}

async function toAnswer(response: Response): Promise<LibraryAnswer> {
  const text = await response.text()
  const parsed: unknown = text === '' ? {} : JSON.parse(text)
  const body = typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, unknown>) : {}
  const code = body.code
  return {
    ok: response.ok,
    status: response.status,
    body,
    code: typeof code === 'string' ? code : undefined,
    waitSeconds: Number(response.headers.get('x-retry-after') ?? 60),
    cookies: response.headers.getSetCookie(),
    location: response.headers.get('location') ?? undefined,
  }
}
