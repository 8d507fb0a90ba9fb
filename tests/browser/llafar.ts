import { type BrowserContext, test as base, expect } from '@playwright/test'
import { getBrowser } from './find-browser.ts'
import { type RealServer, type ServerOptions, SITE_URL, startRealServer } from './real-server.ts'

/** What a test may say beforehand of what it will see; everything else that goes wrong fails it. */
export type Watch = {
  /** Lines in the browser's console that this test means to cause. */
  readonly expectedLines: RegExp[]
  /** Addresses outside our own that this test means to ask (and answers itself). */
  readonly expectedRequests: string[]
  /** What was typed: no line that the server writes may hold any of it. */
  readonly typed: Set<string>
  /** Watches another context as the test's own one is watched. */
  readonly over: (context: BrowserContext) => Promise<void>
}

/** The browser's own line for an answer of 4xx: we give those on purpose. */
const OWN_LINE = /^Failed to load resource: the server responded with a status of 4\d\d/

/**
 * Playwright's `test` against a real server of the worker's own. Each test fails on any line of error or
 * warning, any script error, any refusal by the content security policy, any request that is not to our own
 * origin, and any line of the server's log that says something failed or holds what was typed.
 */
export const test = base.extend<
  { watch: Watch },
  { server: RealServer; ownServer: string; serverOptions: ServerOptions }
>({
  // Another value is another worker, and so another server: nobody else's records are there, and nobody is set up yet.
  ownServer: ['', { option: true, scope: 'worker' }],
  serverOptions: [{}, { option: true, scope: 'worker' }],
  server: [
    async ({ ownServer: _, serverOptions }, use) => {
      const server = await startRealServer(serverOptions)
      await use(server)
      await server.remove()
    },
    { scope: 'worker', timeout: 300_000 },
  ],
  launchOptions: [
    async ({ server }, use) => {
      const { host } = new URL(SITE_URL)
      await use({
        executablePath: getBrowser(),
        args: [
          '--disable-gpu',
          '--disable-background-networking',
          `--host-resolver-rules=MAP ${host} 127.0.0.1:${server.port}`,
        ],
      })
    },
    { scope: 'worker' },
  ],
  baseURL: SITE_URL,
  watch: [
    async ({ context, server }, use) => {
      const wrong: string[] = []
      const watch: Watch = {
        expectedLines: [OWN_LINE],
        expectedRequests: [],
        typed: new Set(),
        over: (other) => watchOver(other, watch, wrong),
      }
      const { length: before } = server.lines
      await watch.over(context)
      await use(watch)
      const said = server.lines.slice(before)
      wrong.push(...said.filter((line) => line.includes('"level":"error"')).map((line) => `server: ${line}`))
      const told = [...watch.typed].filter((text) => text.length > 3 && said.some((line) => line.includes(text)))
      expect(told, 'what was typed is not in the log').toEqual([])
      expect(wrong, 'nothing went wrong on the way').toEqual([])
    },
    { auto: true },
  ],
})

export { expect }

async function watchOver(context: BrowserContext, watch: Watch, wrong: string[]): Promise<void> {
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      console.error(`refused by the policy: ${violatedDirective} ${blockedURI}`)
    })
  })
  context.on('console', (message) => {
    const line = message.text()
    if (!['error', 'warning'].includes(message.type())) return
    if (!watch.expectedLines.some((expected) => expected.test(line))) wrong.push(`console: ${line}`)
  })
  context.on('weberror', (error) => wrong.push(`script: ${error.error().message}`))
  context.on('request', (request) => {
    const url = request.url()
    const ours = url.startsWith(`${SITE_URL}/`) || url.startsWith('data:')
    if (!ours && !watch.expectedRequests.some((start) => url.startsWith(start))) wrong.push(`asked outside: ${url}`)
  })
}
