import type { APIContext } from 'astro'
import { describe, expect, test } from 'vitest'
import { POST as signInStep } from '../../../src/pages/api/auth/[...all].ts'
import { GET as readKeys } from '../../../src/pages/api/staff/keys/index.ts'
import { POST as saveKey } from '../../../src/pages/api/staff/keys/member.ts'
import { POST as invite } from '../../../src/pages/api/staff/people/invite.ts'
import { aServer, type TestServer } from '../../builders/staff-server.ts'
import { aBrowser, aLink, aMember, type Browser, PASSWORD, setSecondFactor } from '../../builders/staff-sign-in.ts'

const SITE = 'http://localhost:4321'
const EMAIL = 'mari@example.test'
const OWN = { origin: SITE, 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' }

type Sent = {
  readonly browser?: Browser
  readonly body?: unknown
  readonly headers?: Record<string, string>
  readonly all?: string
}

/** What Astro hands to an endpoint. */
function contextOf(app: TestServer, { browser, body, headers = OWN, all = '' }: Sent): APIContext {
  const request = new Request(`${SITE}/api/staff/x?language=en`, {
    ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
    headers: { ...headers, cookie: browser?.visitor().headers.get('cookie') ?? '' },
  })
  return { request, params: { all }, locals: { app, clientAddress: '203.0.113.7' } } as unknown as APIContext
}

async function typeOf(response: Response) {
  return [response.status, ((await response.json()) as { type: string }).type]
}

async function aSignedIn(roles: Parameters<typeof aMember>[2]) {
  const app = await aServer('live')
  await aMember(app, EMAIL, roles)
  const browser = aBrowser()
  await setSecondFactor(app, EMAIL, browser)
  return { app, browser }
}

describe('an endpoint for staff', () => {
  test('is shut to somebody who is not signed in', async () => {
    const app = await aServer('live')

    expect(await typeOf(await readKeys(contextOf(app, {})))).toEqual([401, '/api/problems/sign-in'])
  })

  test('is shut to a session without a second factor', async () => {
    const app = await aServer('live')
    await aMember(app, EMAIL, ['administrator'])
    const browser = aBrowser()
    const first = await app.signIn.tryPassword({ email: EMAIL, password: PASSWORD }, browser.visitor())
    if ('cookies' in first) browser.keep(first.cookies)

    expect(await typeOf(await readKeys(contextOf(app, { browser })))).toEqual([401, '/api/problems/second-factor'])
  })

  test('opens to a member who passed it', async () => {
    const { app, browser } = await aSignedIn(['coordinator'])

    const response = await readKeys(contextOf(app, { browser }))

    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(await response.json()).toMatchObject({ belongsTo: ['team'], keyring: [] })
  })

  test('is shut to a member whose role does not allow it', async () => {
    const { app, browser } = await aSignedIn(['coordinator'])
    const body = { roles: ['advocate'], language: 'cy' }

    expect(await typeOf(await invite(contextOf(app, { browser, body })))).toEqual([403, '/api/problems/forbidden'])
    expect(app.lines.filter((line) => line.includes('"event":"staff-forbidden","role":"coordinator"'))).toHaveLength(1)
  })

  test('opens to a member whose role does', async () => {
    const { app, browser } = await aSignedIn(['administrator'])
    const body = { roles: ['advocate'], language: 'cy' }

    const response = await invite(contextOf(app, { browser, body }))

    expect(await response.json()).toMatchObject({ link: expect.stringContaining('/cy/staff/gosod#') })
  })

  test.each([
    ['comes from another site', { ...OWN, 'sec-fetch-site': 'cross-site', origin: 'https://evil.test' }],
    ['names another origin', { ...OWN, origin: 'https://evil.test' }],
    ['says nothing of where it comes from', { 'content-type': 'application/json' }],
  ])('does nothing when a request %s', async (_, headers) => {
    const { app, browser } = await aSignedIn(['administrator'])
    const body = { roles: ['advocate'], language: 'cy' }

    const response = await invite(contextOf(app, { browser, body, headers }))

    expect(await typeOf(response)).toEqual([403, '/api/problems/other-site'])
  })

  test('takes JSON only', async () => {
    const { app, browser } = await aSignedIn(['administrator'])
    const headers = { ...OWN, 'content-type': 'application/x-www-form-urlencoded' }

    const response = await invite(contextOf(app, { browser, body: {}, headers }))

    expect(response.status).toBe(415)
  })

  test('does not take a private key for a public one', async () => {
    const { app, browser } = await aSignedIn(['coordinator'])
    const body = { recipient: `AGE-SECRET-KEY-1${'Q'.repeat(58)}`, wrappedIdentity: 'AGE-SECRET-KEY-1' }

    expect(await typeOf(await saveKey(contextOf(app, { browser, body })))).toEqual([
      422,
      '/api/problems/not-understood',
    ])
  })
})

describe('a password', () => {
  test('may be long, with any signs, and is taken exactly as it is typed', async () => {
    const app = await aServer('live')
    const long = `  Ŵ😀;'" ${'Glaw ac Eira '.repeat(7)}  `
    const link = await aLink(app, ['coordinator'])
    await app.signIn.createFromInvitation(link, { name: 'Mari', email: EMAIL, password: long })
    const tryIt = async (password: string) =>
      (await app.signIn.tryPassword({ email: EMAIL, password }, aBrowser().visitor())).outcome

    expect([await tryIt(long), await tryIt(long.trim()), await tryIt(long.toLowerCase())]).toEqual([
      'set-second-factor',
      'wrong',
      'wrong',
    ])
  })
})

describe('a step of signing in', () => {
  test('gives a cookie and no session token to read', async () => {
    const app = await aServer('live')
    await aMember(app, EMAIL, ['coordinator'])
    const body = { email: EMAIL, password: PASSWORD }

    const response = await signInStep(contextOf(app, { body, all: 'password' }))

    expect(response.headers.getSetCookie()).toEqual([expect.stringContaining('HttpOnly')])
    expect(await response.json()).toEqual({ outcome: 'set-second-factor' })
  })

  test('says the same for a wrong password and for an address that nobody has', async () => {
    const app = await aServer('live')
    await aMember(app, EMAIL, ['coordinator'])

    const answers = await Promise.all(
      [EMAIL, 'nobody@example.test'].map(async (email) =>
        (await signInStep(contextOf(app, { body: { email, password: 'wrong' }, all: 'password' }))).json(),
      ),
    )

    expect(answers[0]).toEqual(answers[1])
  })

  test('says when to come back', async () => {
    const app = await aServer('live')
    const body = { email: EMAIL, password: 'wrong' }
    for (let index = 0; index < 5; index++) await signInStep(contextOf(app, { body, all: 'password' }))

    const response = await signInStep(contextOf(app, { body, all: 'password' }))

    expect(response.status).toBe(429)
    expect(response.headers.get('retry-after')).toBe('60')
  })

  test.each(['sign-up/email', 'two-factor/disable', 'two-factor/get-totp-uri', 'constructor'])(
    'is none of the sign-in library’s other calls: %s',
    async (all) => {
      const { app, browser } = await aSignedIn(['coordinator'])

      const response = await signInStep(contextOf(app, { browser, body: { password: PASSWORD }, all }))

      expect(response.status).toBe(404)
    },
  )
})
