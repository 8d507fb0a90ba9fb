import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import sirv from 'sirv'
import { paths } from '#i18n/paths.ts'
import type { App } from '#server/app.ts'
import type { Config } from '#server/config.ts'
import { compressAnswer } from '#server/http/compress.ts'
import { normalise } from '#server/http/normalise.ts'
import { refuseBroken } from '#server/http/refuse-broken.ts'
import { headersToLeaveOut, securityHeaders } from '#server/http/security-headers.ts'
import { networkOf } from '#server/http/send-limit.ts'
import { makeTurns } from '#server/http/take-turns.ts'
import { makeMetrics, serveMetrics } from '#server/metrics.ts'
import { ensureSetUp } from '#server/operations/keys/ensure-set-up.ts'
import { startUp } from '#server/start-up.ts'

type Handler = (
  request: IncomingMessage,
  response: ServerResponse,
  next: undefined,
  locals: { app: App; clientAddress: string | undefined },
) => Promise<void>

/** A server that listens, and how to stop it: what is in flight is finished, the outbox released. */
export type Served = {
  readonly app: App
  readonly port: number
  /** The one-time link for the first administrator, until it is used. */
  readonly setUpLink: string | undefined
  readonly stop: () => Promise<void>
}

const GRACE_MILLISECONDS = 5_000
/** A head comes in one piece; the largest form, 64 KiB, may take a minute on a bad signal. Then the line is let go. */
export const PATIENCE = {
  headersTimeout: 20_000,
  requestTimeout: 60_000,
  connectionsCheckingInterval: 5_000,
  // Longer than a proxy keeps a line open: were we the first to let go, it could be just as the next request comes.
  keepAliveTimeout: 65_000,
}
const IMMUTABLE = 'public, max-age=31536000, immutable'

/**
 * Starts the one process: headers, static files, Astro behind them, outbox.
 *
 * @param patience - how long a request may take to come, in milliseconds, where it is not to be as for people
 */
export async function serve(config: Config, patience: Partial<typeof PATIENCE> = {}): Promise<Served> {
  const { app, stop } = await startUp(config)
  // Before anything can arrive: the demonstration makes its first keys here.
  const setUpLink = await ensureSetUp(app)
  const isHttps = config.siteUrl.startsWith('https:')
  // What is not said to be kept is nobody's to keep.
  const headers = { ...securityHeaders(isHttps), 'cache-control': 'no-store' }
  const files = sirv(join(config.buildDir, 'client'), {
    brotli: true,
    gzip: true,
    etag: true,
    extensions: ['html'],
    setHeaders: (response, pathname) => {
      response.setHeader(
        'cache-control',
        pathname.startsWith('/_astro/') || pathname.startsWith('/symbols/') || pathname.endsWith('.mp3')
          ? IMMUTABLE
          : 'no-cache',
      )
      for (const name of headersToLeaveOut(pathname)) response.removeHeader(name)
    },
  })
  const { handler } = (await import(pathToFileURL(join(config.buildDir, 'server', 'entry.mjs')).href)) as {
    handler: Handler
  }
  const metrics = makeMetrics(app)
  const turns = makeTurns()
  const answerInTurn = (request: IncomingMessage, response: ServerResponse) => {
    const clientAddress = normalise(request, config)
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    // HTTP/1.1 keeps a line open without being told to; saying so costs 48 bytes at each step of a form.
    response.removeHeader('connection')
    metrics.watch(request, response)
    const isTaken = turns.take(networkOf(clientAddress ?? ''), (end) => {
      response.once('close', end)
      if (response.destroyed) return end()
      attempt(app, response, () => answer(request, response, clientAddress))
    })
    if (!isTaken) response.writeHead(503, { 'retry-after': '5' }).end()
  }
  const answer = (request: IncomingMessage, response: ServerResponse, clientAddress: string | undefined) => {
    // sirv does not listen: a file that cannot be read (too many are open, the site is being built anew) would end us.
    response.on('pipe', (file) => file.once('error', (error) => answerFault(app, response, error)))
    // Astro cannot read these, and nobody of ours sends them.
    if (request.method === 'TRACE') return void response.writeHead(405).end()
    if (leavesSite(request, response, app)) return
    if (redirectsTrailingSlash(request, response)) return
    if (redirectsHome(request, response, app)) return
    files(request, response, () => {
      if (isChildPage(request)) compressAnswer(response)
      response.once('finish', () => logFault(app, request, response))
      // A fresh object for each request: a shared one leaks between requests. STACK 14.
      handler(request, response, undefined, { app, clientAddress }).catch((error: unknown) =>
        answerFault(app, response, error),
      )
    })
  }
  const broken = refuseBroken(headers)
  const server = createServer({ ...PATIENCE, ...patience }, (request, response) => {
    broken.note(request, response)
    attempt(app, response, () => answerInTurn(request, response))
  })
  server.on('clientError', broken.refuse)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(config.port, config.host, resolve)
  })
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : config.port
  const closeMetrics = await serveMetrics(metrics, config)
  return {
    app,
    port,
    setUpLink,
    stop: async () => {
      await closeMetrics()
      await stopServer(server, stop)
    },
  }
}

/** Whatever one request does to a part of ours or of a library, the others are answered. */
function attempt(app: App, response: ServerResponse, answer: () => void): void {
  try {
    answer()
  } catch (error) {
    answerFault(app, response, error)
  }
}

function answerFault(app: App, response: ServerResponse, error: unknown): void {
  app.log.failed('request', error)
  if (response.headersSent) return void response.destroy()
  response.writeHead(500).end()
}

async function stopServer(server: Server, stop: () => Promise<void>): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  server.closeIdleConnections()
  const timer = setTimeout(() => server.closeAllConnections(), GRACE_MILLISECONDS)
  await closed
  clearTimeout(timer)
  await stop()
}

/** A fault is logged by its address alone: an address of ours never holds an answer or a code. */
function logFault(app: App, request: IncomingMessage, response: ServerResponse): void {
  const [path = ''] = (request.url ?? '').split('?')
  if (response.statusCode >= 500) app.log.happened('answered', { status: response.statusCode, path })
}

/** The way out without script: clears what a browser lets us clear, and goes elsewhere. @source DESIGN 11 */
function leavesSite(request: IncomingMessage, response: ServerResponse, app: App): boolean {
  if (!Object.values(paths.exit).some((path) => path === request.url)) return false
  response.writeHead(303, {
    location: app.service.exitAddress,
    'clear-site-data': '"cache", "storage"',
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
  })
  response.end()
  return true
}

function redirectsTrailingSlash(request: IncomingMessage, response: ServerResponse): boolean {
  const [path = '', query] = (request.url ?? '/').split('?')
  if (path.length < 2 || !path.endsWith('/') || /^\/[/\\]/.test(path)) return false
  response.writeHead(308, { location: path.replace(/\/+$/, '') + (query ? `?${query}` : '') })
  response.end()
  return true
}

/** A service in one language has no choice to offer at `/`. */
function redirectsHome(request: IncomingMessage, response: ServerResponse, app: App): boolean {
  const [only, another] = app.service.languages
  if (request.url !== '/' || !only || another) return false
  response.writeHead(302, { location: paths.home[only], 'cache-control': 'no-cache' })
  response.end()
  return true
}

function isChildPage(request: IncomingMessage): boolean {
  const path = request.url ?? ''
  const accepts = String(request.headers['accept-encoding'] ?? '')
  return /\bbr\b/.test(accepts) && !path.startsWith('/api/') && !path.includes('/staff')
}
