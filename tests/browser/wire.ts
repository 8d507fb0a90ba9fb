import type { Page } from '@playwright/test'

/** One answer as it came over the wire: its address, and its bytes with headers. */
export type OnTheWire = { readonly what: string; readonly type: string; readonly bytes: number }

/** Counts what comes over the wire for a page, as the browser itself counts it; what its cache gives is nothing. */
export async function watchWire(page: Page): Promise<() => readonly OnTheWire[]> {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  const asked = new Map<string, { what: string; type: string }>()
  const came: OnTheWire[] = []
  session.on('Network.requestWillBeSent', ({ requestId, request, type, redirectResponse }) => {
    const earlier = asked.get(requestId)
    // A redirect is an answer too: it never "finishes".
    if (redirectResponse && earlier) came.push({ ...earlier, bytes: redirectResponse.encodedDataLength })
    asked.set(requestId, { what: `${request.method} ${new URL(request.url).pathname}`, type: type ?? 'Other' })
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const about = asked.get(requestId)
    if (about && encodedDataLength > 0) came.push({ ...about, bytes: encodedDataLength })
  })
  return () => came
}

/** All bytes together. */
export function bytesOf(wire: readonly OnTheWire[]): number {
  return wire.reduce((sum, { bytes }) => sum + bytes, 0)
}

/** What came, by kind, most bytes first: "Document 19 × 32,000". */
export function sayWire(wire: readonly OnTheWire[]): string {
  const kinds = Map.groupBy(wire, ({ type }) => type)
  return [...kinds]
    .map(([type, each]) => ({ type, count: each.length, bytes: bytesOf(each) }))
    .sort((one, other) => other.bytes - one.bytes)
    .map(({ type, count, bytes }) => `${type} ${count} × = ${bytes.toLocaleString('en')}`)
    .join(', ')
}
