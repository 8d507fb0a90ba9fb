import { readdirSync } from 'node:fs'
import { request } from 'node:http'
import { connect } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { projectRoot } from '#server/project-root.ts'
import { type RealServer, SITE_URL, startServer } from '../builders/real-server.ts'
import { addresses } from '../fuzz/hostile.ts'

/** One table for every address there is: pages, steps, endpoints, files, and all that is refused. */
let server: RealServer
beforeAll(async () => {
  server = await startServer()
}, 300_000)
afterAll(() => server?.stop())

type Answer = { readonly status: number; readonly headers: NodeJS.Dict<string | string[]> }
type Asking = {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | undefined
  readonly url?: string
}

function ask(path: string, { method = 'GET', headers = {}, body, url = server.url }: Asking = {}): Promise<Answer> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path, method, headers }, (response) => {
      response.resume().on('error', reject)
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers }))
    })
    asked.on('error', reject)
    asked.end(body)
  })
}

/** Sends bytes that are no request, and reads the head of the answer. */
function askRaw(text: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1')
    let read = ''
    socket.setEncoding('utf8').on('error', reject)
    socket.on('data', (part: string) => {
      read += part
    })
    socket.on('close', () => resolve(headOf(read)))
    socket.write(text)
  })
}

function headOf(text: string): Answer {
  const [first = '', ...lines] = (text.split('\r\n\r\n')[0] ?? '').split('\r\n')
  return {
    status: Number(first.split(' ')[1]),
    headers: Object.fromEntries(lines.map((line) => line.split(/: (.*)/).slice(0, 2))),
  }
}

/** What every answer has, whatever it is. */
function expectOfAll({ headers }: Answer) {
  expect(headers['x-content-type-options']).toBe('nosniff')
  expect(headers['cross-origin-resource-policy']).toBe('same-origin')
  expect(headers['cache-control']).toBeDefined()
  // Whoever signs out is given empty ones.
  expect([headers['set-cookie'] ?? []].flat().filter((cookie) => !/^[\w.]+=; Max-Age=0;/.test(cookie))).toEqual([])
  expect([headers.server, headers['x-powered-by'], headers['access-control-allow-origin']]).toEqual([
    undefined,
    undefined,
    undefined,
  ])
  expect(headers['strict-transport-security']).toBeUndefined()
}

/** What a page, an endpoint and a refusal have besides. */
function expectOfPages(answer: Answer) {
  expectOfAll(answer)
  const policy = String(answer.headers['content-security-policy']).split(';')
  expect(policy).toEqual([
    "default-src 'none'",
    expect.stringMatching(/^script-src 'self' 'sha256-[\w+/=]{44}'$/),
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "media-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ])
  expect(answer.headers['referrer-policy']).toMatch(/^(same-origin|no-referrer)$/)
  expect(answer.headers['cross-origin-opener-policy']).toBe('same-origin')
  expect(answer.headers['permissions-policy']).toBe('camera=(),geolocation=(),microphone=()')
}

/** Prerendered pages alone may be kept, and asked about again before they are shown. */
const mayBeKept = (path: string) => !/^\/api\/|\/staff|\/fy-nghais|\/my-request|\/gadael$|\/leave$/.test(path)

describe('every address', () => {
  test.each(addresses)('%s answers with the strict headers, and with no cookie', async (path) => {
    const answer = await ask(path)

    expect(answer.status).toBeLessThan(500)
    expectOfPages(answer)
    expect(answer.headers['cache-control']).toMatch(mayBeKept(path) ? /^no-(store|cache)$/ : /^no-store$/)
  })

  test.each(addresses.filter((path) => !mayBeKept(path) || /\/(cam|step)$/.test(path)))(
    '%s answers what is posted to it with the strict headers, for nobody to keep',
    async (path) => {
      const headers = { origin: SITE_URL, 'content-type': 'application/x-www-form-urlencoded' }

      const answer = await ask(path, { method: 'POST', headers, body: 'page=name&do=go-on' })

      expect(answer.status).toBeLessThan(500)
      expectOfPages(answer)
    },
  )
})

describe('every kind of file', () => {
  const files = ['css', 'js', 'svg', 'json', 'webmanifest', 'png', 'ico', 'txt']

  test.each(files)('%s is served with its type, and kept for ever only under a name of its content', async (ending) => {
    const client = join(projectRoot, 'dist', 'client')
    const names = readdirSync(client, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith(`.${ending}`),
    )
    for (const name of names) {
      const answer = await ask(`/${name}`)

      expectOfAll(answer)
      expect([answer.status, typeof answer.headers['content-type']]).toEqual([200, 'string'])
      expect(answer.headers['cache-control']).toBe(
        /^(_astro|symbols)\//.test(name) ? 'public, max-age=31536000, immutable' : 'no-cache',
      )
    }
  })
})

describe('every refusal', () => {
  const json = { 'content-type': 'application/json' }
  const own = { origin: SITE_URL }

  test.each<[number, string, Asking]>([
    [404, '/nowhere', {}],
    [404, '/cy/nowhere', {}],
    [404, '/api/nowhere', {}],
    [404, '/_astro/nowhere.js', {}],
    [404, '/cy//staff', {}],
    [404, '/.env', {}],
    [404, '/.git/config', {}],
    [404, '/_astro', {}],
    [404, '/symbols', {}],
    [404, '/data/llafar.sqlite', {}],
    [404, '/src/server/main.ts', {}],
    [405, '/cy', { method: 'TRACE' }],
    [400, '/api/forms/self-referral', { method: 'POST', headers: json, body: '{' }],
    [415, '/api/forms/self-referral', { method: 'POST', headers: { 'content-type': 'text/csv' }, body: 'x' }],
    [413, '/api/forms/self-referral', { method: 'POST', headers: json, body: ' '.repeat(70_000) }],
    [404, '/api/forms/nothing', { method: 'POST', headers: json, body: '{}' }],
    [404, '/api/track', { method: 'POST', headers: json, body: '{"code":"a b c d e f","language":"cy"}' }],
    [401, '/api/staff/inbox', {}],
    [401, '/api/records', {}],
    [401, '/api/reports/2026-27-q3.csv', {}],
    [403, '/api/staff/accept', { method: 'POST', headers: { ...json, origin: 'https://evil.test' }, body: '{}' }],
    [403, '/en/ask-for-an-advocate/step', { method: 'POST', headers: { origin: 'https://evil.test' }, body: 'a=b' }],
    [413, '/en/ask-for-an-advocate/step', { method: 'POST', headers: own, body: 'x'.repeat(300_000) }],
    [308, '/cy/', {}],
    [303, '/en/ask-for-an-advocate/step', {}],
    [303, '/en/leave', {}],
  ])('%i at %s has the strict headers', async (status, path, asking) => {
    const answer = await ask(path, asking)

    expect(answer.status).toBe(status)
    expect(answer.headers['cache-control']).toBe('no-store')
    expectOfPages(answer)
  })

  test.each([
    [400, 'no request at all', 'hello\r\n\r\n'],
    [400, 'two lengths', 'POST /cy HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\ncontent-length: 6\r\n\r\nhello'],
    [
      400,
      'a length and pieces',
      'POST /cy HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\ncontent-length: 3\r\n\r\n',
    ],
    [400, 'a header over two lines', 'GET /cy HTTP/1.1\r\nhost: x\r\nx: y\r\n z\r\n\r\n'],
    [431, 'a head that is too large', `GET /cy HTTP/1.1\r\nhost: x\r\nx: ${'y'.repeat(40_000)}\r\n\r\n`],
  ])('%i for %s has the strict headers', async (status, _, text) => {
    const answer = await askRaw(text)

    expect(answer.status).toBe(status)
    expectOfPages(answer)
  })
})
