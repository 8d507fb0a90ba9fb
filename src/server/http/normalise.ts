import type { IncomingMessage } from 'node:http'

/** What of the outside is believed. */
export type Trust = { readonly siteUrl: string; readonly trustedProxy: boolean }

/** An address that is none. */
const NOWHERE = '/-'

/** The API but for sign-in, which takes forms too. */
const JSON_ALONE = /^\/api\/(?!auth\/)/

/**
 * Gives Astro a clean request: host and protocol from the settings, never from the sender, and no
 * forwarded headers but our own proxy's last one; no asking for a part; to the API, no form.
 *
 * @returns the sender's network address, for hashing only.
 * @source STACK 2
 */
export function normalise(request: IncomingMessage, { siteUrl, trustedProxy }: Trust): string | undefined {
  const forwarded = request.headers['x-forwarded-for']
  const last = (Array.isArray(forwarded) ? forwarded.at(-1) : forwarded)?.split(',').at(-1)?.trim()
  for (const name of Object.keys(request.headers))
    if (name.startsWith('x-forwarded-') || name === 'forwarded') delete request.headers[name]
  // Nothing of ours is long enough to be asked for in parts, and sirv 3.0.2 throws at `bytes=9-1`.
  delete request.headers.range
  // No address of ours has two slashes beside each other; Astro would take what follows them for a host, and fail.
  const [path = ''] = (request.url ?? '').split('?')
  if (/[/\\]{2}/.test(path)) request.url = NOWHERE
  // Astro answers a form from elsewhere by itself, with 403 and a line of English. What reads JSON alone says 415 itself.
  if (JSON_ALONE.test(path) && !isJson(request)) request.headers['content-type'] = 'application/octet-stream'
  const site = new URL(siteUrl)
  // Astro makes the origin it compares with out of these two.
  request.headers.host = site.host
  request.headers['x-forwarded-proto'] = site.protocol.slice(0, -1)
  request.headers['x-forwarded-host'] = site.host
  return (trustedProxy ? last : undefined) ?? request.socket.remoteAddress
}

function isJson({ headers }: IncomingMessage): boolean {
  return headers['content-type']?.toLowerCase().startsWith('application/json') ?? false
}
