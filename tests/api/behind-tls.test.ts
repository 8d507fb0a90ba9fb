import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeMacs } from '#server/sealing/macs.ts'
import { aServed, SECRET, type TestServed } from '../builders/served.ts'
import { aMember, PASSWORD } from '../builders/staff-sign-in.ts'

const SITE = 'https://llafar.example'
const EMAIL = 'mari@example.test'

/** A server that believes to stand behind a proxy which speaks TLS for it. */
let server: TestServed
beforeAll(async () => {
  server = await aServed({ SITE_URL: SITE, TRUSTED_PROXY: '1' })
}, 300_000)
afterAll(() => server?.stop())

function signIn(headers: Readonly<Record<string, string>> = {}) {
  return fetch(`${server.url}/api/auth/password`, {
    method: 'POST',
    headers: { origin: SITE, 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ email: EMAIL, password: PASSWORD }),
  })
}

describe('behind a proxy that speaks TLS', () => {
  test.each(['/cy', '/api/health', '/en/my-request', '/en/staff/sign-in', '/nowhere', '/en/leave', '/cy/'])(
    'the answer at %s tells browsers to come by TLS alone',
    async (path) => {
      const { headers } = await fetch(server.url + path, { redirect: 'manual' })

      expect(headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains')
    },
  )

  test('the cookie of a member goes by TLS alone, to no script, and with no other site’s request', async () => {
    const { app } = server
    await aMember({ ...app, macs: makeMacs(SECRET) }, EMAIL, ['coordinator'])

    const response = await signIn()

    expect(response.status).toBe(200)
    const cookies = response.headers.getSetCookie()
    expect(cookies).toHaveLength(1)
    const [pair = '', ...attributes] = (cookies[0] ?? '').split('; ')
    expect(pair).toMatch(/^__Host-llafar\./)
    expect(attributes).toEqual(expect.arrayContaining(['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/']))
    expect(attributes.filter((attribute) => attribute.startsWith('Domain'))).toEqual([])
  })

  test('a form from another site, or from ours without TLS, is refused', async () => {
    const statuses = [
      (await signIn({ origin: 'https://evil.example' })).status,
      (await signIn({ origin: 'http://llafar.example' })).status,
    ]

    expect(statuses).toEqual([403, 403])
  })
})
