/**
 * Tells whether a request that changes something was made by one of our own pages. A browser says so in
 * `Sec-Fetch-Site` or `Origin`; a request that says neither is refused.
 *
 * @param siteUrl - the address people type; behind a proxy the request's own may differ
 * @source STACK 2: Astro's own check lets JSON from elsewhere through
 */
export function isSameOrigin(request: Request, siteUrl: string): boolean {
  const site = request.headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin') return false
  const origin = request.headers.get('origin')
  if (origin === null) return site === 'same-origin'
  return origin === new URL(siteUrl).origin || origin === new URL(request.url).origin
}
