import { createHash } from 'node:crypto'
import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { APPLY_LOOK } from '#domain/look.ts'
import { type RealServer, SITE_URL, startServer } from '../builders/real-server.ts'
import { aSelfReferral, type ProblemBody, post, send, stepPath } from '../builders/self-referral.ts'

let server: RealServer
beforeAll(async () => {
  server = await startServer()
}, 300_000)
afterAll(() => server?.stop())

type Raw = { readonly status: number; readonly headers: NodeJS.Dict<string | string[]>; readonly body: string }

/** Asks with the path exactly as given: `fetch` would tidy it, and set Host itself. */
function ask(path: string, { method = 'GET', headers = {}, body = '' } = {}): Promise<Raw> {
  const { hostname, port } = new URL(server.url)
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path, method, headers }, (answer) => {
      let text = ''
      answer.setEncoding('utf8').on('data', (part: string) => {
        text += part
      })
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: text }))
      answer.on('error', reject)
    })
    asked.on('error', reject)
    asked.end(body)
  })
}

const kinds: readonly (readonly [string, () => Promise<Response>])[] = [
  ['a page', () => fetch(`${server.url}/cy`)],
  ['the page of both languages', () => fetch(`${server.url}/`)],
  ['the first page of a form', () => fetch(`${server.url}/en/ask-for-an-advocate`)],
  ['a step of a form', () => post(server.url, stepPath.cy, [['page', 'name']])],
  ['a page that is not there', () => fetch(`${server.url}/cy/dim-byd`)],
  ['the tracking page', () => fetch(`${server.url}/en/my-request`)],
  ['a tracking page that does not know the code', () => post(server.url, '/en/my-request', [['code', 'un dau']])],
  ['the sign-in page of staff', () => fetch(`${server.url}/en/staff/sign-in`)],
  ['health', () => fetch(`${server.url}/api/health`)],
  ['the list of forms', () => fetch(`${server.url}/api/forms`)],
  ['the description of a form', () => fetch(`${server.url}/api/forms/self-referral`)],
  ['a form that has arrived', () => send(server.url)],
  ['a form that has to be put right', () => send(server.url, { body: JSON.stringify(aSelfReferral({ answers: {} })) })],
  ['a form that is none', () => send(server.url, { path: 'nothing' })],
  ['a body that is no JSON', () => send(server.url, { body: '{' })],
  ['an address of the API that is not there', () => fetch(`${server.url}/api/nothing`)],
  ['a form posted from elsewhere', () => post(server.url, stepPath.cy, [], { origin: 'https://elsewhere.example' })],
  ['the way out', () => fetch(`${server.url}/cy/gadael`, { redirect: 'manual' })],
  ['an address with a slash at its end', () => fetch(`${server.url}/cy/`, { redirect: 'manual' })],
]

describe.each(kinds)('%s', (_, asking) => {
  test('allows nothing but our own origin, and nothing inline', async () => {
    const policy = (await asking()).headers.get('content-security-policy')

    expect(policy).toMatch(/^default-src 'none'/)
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).toContain("form-action 'self'")
    expect(policy).toContain("base-uri 'none'")
    expect(policy).not.toMatch(/unsafe|https?:/)
  })

  test('is not guessed at, not framed and not read by other sites', async () => {
    const { headers } = await asking()

    expect([
      headers.get('x-content-type-options'),
      headers.get('cross-origin-opener-policy'),
      headers.get('cross-origin-resource-policy'),
      headers.get('access-control-allow-origin'),
    ]).toEqual(['nosniff', 'same-origin', 'same-origin', null])
  })

  test('tells other sites nothing of where the reader was', async () => {
    expect((await asking()).headers.get('referrer-policy')).toMatch(/^(same-origin|no-referrer)$/)
  })

  test('sets no cookie for somebody who is not signing in', async () => {
    expect((await asking()).headers.get('set-cookie')).toBeNull()
  })

  test('does not say what it is made with', async () => {
    const { headers } = await asking()

    expect([headers.get('server'), headers.get('x-powered-by')]).toEqual([null, null])
  })
})

/** The addresses of what a page brings with it. */
async function partsOf(path: string): Promise<readonly string[]> {
  const page = await fetch(server.url + path).then((answer) => answer.text())
  return [...page.matchAll(/(?:href|src|data-journey)="(\/(?:_astro|symbols|journey)\/[^"#]+)/g)].map(
    ([, found = '']) => found,
  )
}

describe('what a page brings with it', () => {
  test('is not guessed at and not read by other sites; the policy comes with scripts alone, for bytes', async () => {
    const parts = await partsOf('/cy/gofyn-am-eiriolwr')
    expect(parts.map((path) => path.split('.').at(-1)).sort()).toEqual(
      expect.arrayContaining(['css', 'js', 'json', 'svg']),
    )

    for (const path of parts) {
      const { headers } = await fetch(server.url + path)
      expect(headers.get('x-content-type-options'), path).toBe('nosniff')
      expect(headers.get('cross-origin-resource-policy'), path).toBe('same-origin')
      expect(headers.has('content-security-policy'), path).toBe(path.endsWith('.js'))
    }
  })
})

describe('the one line of script that stands in a page', () => {
  test('is the one that puts on the look, and the policy knows it by its hash and no other', async () => {
    for (const [, asking] of kinds.filter(([name]) => /page/.test(name) && !/staff/.test(name))) {
      const answer = await asking()
      const page = await answer.text()
      const inline = [...page.matchAll(/<script(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(([, text]) => text)
      const hash = createHash('sha256').update(APPLY_LOOK).digest('base64')

      expect(inline).toEqual([APPLY_LOOK])
      expect(answer.headers.get('content-security-policy')?.match(/'sha256-[^']+'/g)).toEqual([`'sha256-${hash}'`])
    }
  })
})

const personal = kinds.filter(
  ([name]) =>
    !/^(a page|the page of both|the first page|an address with a slash)/.test(name) ||
    name === 'a page that is not there',
)

describe('what may be about somebody', () => {
  test.each(personal)('is kept by nobody: %s', async (_, asking) => {
    expect((await asking()).headers.get('cache-control')).toContain('no-store')
  })
})

describe('a page that is the same for everybody', () => {
  test.each(['/cy', '/en/what-stays-private', '/en/ask-for-an-advocate'])(
    'is asked for again each time: %s',
    async (path) => {
      expect((await fetch(server.url + path)).headers.get('cache-control')).toBe('no-cache')
    },
  )
})

describe('a problem of the API', () => {
  const problems: readonly (readonly [string, () => Promise<Response>])[] = [
    ['a form that is none', () => send(server.url, { path: 'nothing' })],
    ['no JSON', () => send(server.url, { body: '{' })],
    ['no key', () => send(server.url, { key: 'x' })],
    ['no receipt', () => send(server.url, { body: JSON.stringify(aSelfReferral({ confidentiality: null })) })],
    ['answers to put right', () => send(server.url, { body: JSON.stringify(aSelfReferral({ answers: {} })) })],
    ['another type', () => send(server.url, { headers: { 'content-type': 'text/csv' } })],
    ['an address that is not there', () => fetch(`${server.url}/api/nothing`)],
    [
      'a way of asking that is not offered',
      () => fetch(`${server.url}/api/forms/self-referral`, { method: 'DELETE', headers: { origin: SITE_URL } }),
    ],
  ]

  test.each(problems)('is said as RFC 9457 wants it: %s', async (_, asking) => {
    const response = await asking()

    expect(response.headers.get('content-type')).toBe('application/problem+json')
    const body = (await response.json()) as ProblemBody
    expect(body).toMatchObject({
      type: expect.stringMatching(/^\/api\/problems\/[a-z0-9-]+$/),
      title: expect.stringMatching(/\S/),
      detail: expect.stringMatching(/\S/),
      status: response.status,
    })
  })

  test.each([
    ['?language=en', {}, 'There is no such form'],
    ['?language=cy', {}, "Does dim ffurflen o'r fath"],
    ['', { 'accept-language': 'en-GB,en;q=0.9' }, 'There is no such form'],
    ['', { 'accept-language': 'fr' }, "Does dim ffurflen o'r fath"],
    ['?language=fr', {}, "Does dim ffurflen o'r fath"],
  ])('is in the language asked for: "%s" %j', async (query, headers, title) => {
    const response = await fetch(`${server.url}/api/forms/nothing${query}`, { headers })

    expect(((await response.json()) as ProblemBody).title).toBe(title)
  })
})

describe('ways of asking that we do not offer', () => {
  const paths = [
    '/',
    '/cy',
    '/en/my-request',
    stepPath.en,
    '/api/health',
    '/api/forms',
    '/api/forms/self-referral',
    '/api/track',
    '/api/nothing',
  ]
  const methods = ['HEAD', 'OPTIONS', 'PUT', 'DELETE', 'PATCH', 'TRACE', 'PROPFIND']

  test.each(paths.flatMap((path) => methods.map((method) => [method, path] as const)))(
    '%s %s is no fault of ours',
    async (method, path) => {
      expect((await ask(path, { method, headers: { origin: SITE_URL } })).status).toBeLessThan(500)
    },
  )

  test.each(['/cy', '/api/health', '/api/forms'])('HEAD %s answers as GET does, without a body', async (path) => {
    const [head, get] = [await ask(path, { method: 'HEAD' }), await ask(path)]

    expect([head.status, head.headers['content-type'], head.body]).toEqual([
      get.status,
      get.headers['content-type'],
      '',
    ])
  })
})

describe('addresses that are tricks', () => {
  test.each([
    '/../package.json',
    '/..%2f..%2fpackage.json',
    '/%2e%2e/%2e%2e/package.json',
    '/cy/../../data/llafar.sqlite',
    '/_astro/../../server/entry.mjs',
    '/.env',
    '/.git/config',
    '/stamp',
    '/server/entry.mjs',
    '/_headers.json',
    '/cy%00.html',
    '/api/forms/..%2f..%2fhealth',
    '/api/forms/%E0%A4%A',
    '/%',
    '/cy/%ff',
    '/\\..\\..\\package.json',
    '/cy;/en',
    `/${'x'.repeat(8_000)}`,
    '/api/../api/../etc/passwd',
  ])('are answered with 404 or refused: %s', async (path) => {
    const { status, body } = await ask(path)

    expect([400, 404, 414, 431]).toContain(status)
    expect(body).not.toMatch(/"dependencies"|root:x:|\[core\]|node_modules|\.ts:\d+/)
  })

  test.each([
    '//evil.example',
    '//evil.example/',
    '/\\evil.example/',
    '/%5Cevil.example/',
    '/%2F%2Fevil.example/',
    '///evil.example/%2e%2e/',
  ])('lead nowhere else: %s', async (path) => {
    const { status, headers } = await ask(path)

    expect(status).toBeLessThan(500)
    expect(new URL(String(headers.location ?? '/'), SITE_URL).origin).toBe(SITE_URL)
  })
})

describe('an address with a slash at its end', () => {
  test('leads to the one without, with what was asked', async () => {
    const { status, headers } = await ask('/cy/cysylltu/?a=1')

    expect([status, headers.location]).toEqual([308, '/cy/cysylltu?a=1'])
  })
})

describe('a form posted from elsewhere', () => {
  const fields = 'page=check&do=send'
  const type = { 'content-type': 'application/x-www-form-urlencoded' }

  test.each([
    ['from another site', { origin: 'https://evil.example' }],
    ['from another site that says it is this host', { origin: 'https://evil.example', host: 'evil.example' }],
    [
      'from another site through a header of a proxy',
      { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' },
    ],
    ['from nowhere', {}],
    ['from a page without an origin', { origin: 'null' }],
  ])('is refused when it comes %s', async (_, headers) => {
    const { status } = await ask(stepPath.cy, { method: 'POST', headers: { ...type, ...headers }, body: fields })

    expect(status).toBe(403)
  })

  test('is refused as text, as multipart and without a type too', async () => {
    const types = ['text/plain', 'multipart/form-data; boundary=x', '']
    const statuses = await Promise.all(
      types.map(
        async (each) =>
          (
            await ask(stepPath.cy, {
              method: 'POST',
              headers: { ...(each && { 'content-type': each }), origin: 'https://evil.example' },
              body: fields,
            })
          ).status,
      ),
    )

    expect(statuses).toEqual([403, 403, 403])
  })

  test('is taken from our own pages, whatever Host a proxy gives', async () => {
    const { status } = await ask(stepPath.cy, {
      method: 'POST',
      headers: { ...type, origin: SITE_URL, host: 'inside.example' },
      body: 'page=name',
    })

    expect(status).toBe(200)
  })
})

describe('a Host that is not ours', () => {
  test.each(['/', '/cy', '/cy/', '/en/my-request', '/api/forms'])('is in no answer: %s', async (path) => {
    const { headers, body } = await ask(path, { headers: { host: 'evil.example', 'x-forwarded-host': 'evil.example' } })

    expect(`${JSON.stringify(headers)}${body}`).not.toContain('evil.example')
  })
})

describe('the way out', () => {
  test.each(['/cy/gadael', '/en/leave'])('leads to a dull page and clears what it can: %s', async (path) => {
    const { status, headers } = await ask(path)

    expect([status, headers.location, headers['clear-site-data'], headers['referrer-policy']]).toEqual([
      303,
      'https://www.bbc.co.uk/weather',
      '"cache", "storage"',
      'no-referrer',
    ])
  })
})
