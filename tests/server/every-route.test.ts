import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { languages } from '#domain/language/language.ts'
import { type Role, roles } from '#domain/roles.ts'
import { type PathName, paths } from '#i18n/paths.ts'
import { membersOf, passwordOnly, type SignedIn } from '../builders/members.ts'
import { rows } from '../builders/opened-envelopes.ts'
import { type RealServer, SITE_URL, startServer } from '../builders/real-server.ts'
import { aSelfReferral, send } from '../builders/self-referral.ts'
import { apiRoutes, injectedRoutes } from './routes/every-route.ts'
import { api, belowOthers, type May, staffPages } from './routes/who-may-ask.ts'

/** Who asks: one for each role, one who gave a password alone, one who is not signed in. */
type Visitor = { readonly who: Role | 'password-only' | 'signed-out'; readonly cookie: string }

let server: RealServer
let visitors: readonly Visitor[]
let referral: { readonly id: string; readonly reference: string; readonly sealed: string }

const visitorNames = [...roles, 'password-only', 'signed-out'] as const
const visitor = (who: Visitor['who']) => visitors.find((each) => each.who === who) ?? { who, cookie: '' }
const isMember = ({ who }: Visitor) => who !== 'password-only' && who !== 'signed-out'
const may = ({ who }: Visitor, whom: May) =>
  whom === 'everyone' || (isMember({ who, cookie: '' }) && (whom === 'members' || whom.some((role) => role === who)))

const own = { origin: SITE_URL, 'sec-fetch-site': 'same-origin' }

function ask({ cookie }: Pick<Visitor, 'cookie'>, method: string, path: string, body?: unknown): Promise<Response> {
  const isForm = body instanceof URLSearchParams
  return fetch(server.url + path, {
    method,
    redirect: 'manual',
    headers: { ...own, cookie, ...(!isForm && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: isForm ? body : JSON.stringify(body) }),
  })
}

/** An address with its blanks filled in with what is really there. */
const filled = (path: string) =>
  path
    .replace('[period]', '2026-27-q3')
    .replace('[id]', referral.id)
    .replace('[form]', 'message')
    .replace('[group]', 'annual-survey.2026-11')
    .replace('[...all]', 'sign-out-of-nothing')

/** Something sealed to a member's words, by its looks. */
const wrappedFor = (role: Role) =>
  `-----BEGIN AGE ENCRYPTED FILE-----\n${Buffer.from(`of ${role}`).toString('base64')}\n-----END AGE ENCRYPTED FILE-----\n`

beforeAll(async () => {
  server = await startServer()
  const signedIn: readonly SignedIn[] = await membersOf(server, roles)
  visitors = [
    ...signedIn.map(({ role, cookie }) => ({ who: role, cookie })),
    { who: 'password-only', cookie: await passwordOnly(server) },
    { who: 'signed-out', cookie: '' },
  ]
  for (const member of signedIn) {
    const key = { recipient: `age1${'q'.repeat(58)}`, wrappedIdentity: wrappedFor(member.role) }
    expect((await ask(member, 'POST', '/api/staff/keys/member', key)).status).toBe(200)
  }
  await send(server.url, { body: JSON.stringify(aSelfReferral()) })
  const [found] = rows<{ id: string; reference: string; sealed: Uint8Array }>(
    server,
    'select id, reference, sealed from record join envelope on envelope.record = record.id',
  )
  if (!found) throw new Error('nothing was stored')
  referral = { ...found, sealed: Buffer.from(found.sealed).toString('base64').slice(400, 460) }
}, 300_000)
afterAll(() => server?.stop())

describe('the table of who may ask', () => {
  test('has every route of the API, and none that is not there', () => {
    expect(Object.keys(api).sort()).toEqual(apiRoutes())
  })

  test('has every page of the staff side, in each language', () => {
    const named = Object.keys(staffPages).flatMap((name) => languages.map((each) => paths[name as PathName][each]))
    const injected = injectedRoutes().filter(({ entry }) => entry.includes('/routes/staff/'))

    expect(injected.map(({ path }) => path).sort()).toEqual(named.sort())
  })
})

describe.each(visitorNames)('%s', (who) => {
  const isLast = (route: string) => route.endsWith('/sign-out') || route.endsWith('/forget')
  test.each(Object.entries(api).filter(([route]) => !isLast(route)))('%s', async (route, { may: whom, body }) => {
    const [method = '', path = ''] = route.split(' ')
    const asking = visitor(who)
    const response = await ask(asking, method, filled(path), method === 'POST' ? (body?.() ?? {}) : undefined)
    const refused = [401, 403].includes(response.status)

    expect([response.status < 500, !refused]).toEqual([true, may(asking, whom)])
  })
})

describe.each(visitorNames)('a page of the staff side for %s', (who) => {
  test.each(Object.entries(staffPages))('%s', async (name, whom) => {
    const asking = visitor(who)
    for (const language of languages) {
      const response = await ask(asking, 'GET', paths[name as PathName][language])
      const led = response.headers.get('location')
      const wayIn = { 'signed-out': 'staff-sign-in', 'password-only': 'staff-second-factor' } as const

      // The way in leads on whoever is in already; everything else is read, refused, or led away from.
      if (whom !== 'everyone') expect([language, response.status === 200]).toEqual([language, may(asking, whom)])
      if (whom !== 'everyone' && (who === 'signed-out' || who === 'password-only'))
        expect(led).toBe(paths[wayIn[who]][language])
      expect([200, 303, 403]).toContain(response.status)
    }
  })

  test('links at the top to what they read, and to nothing else', async () => {
    const asking = visitor(who)
    const rooms = Object.entries(staffPages).filter(
      ([name, whom]) => whom !== 'everyone' && may(asking, whom) && !belowOthers.includes(name),
    )
    for (const language of languages) {
      const text = await (await ask(asking, 'GET', paths['staff-people'][language])).text()
      const [, top = ''] = /<header[^>]*>.*?<nav[^>]*>(.*?)<\/nav>/s.exec(text) ?? []
      const led = [...top.matchAll(/href="([^"]+)"/g)].map(([, href]) => href)

      expect(led.sort()).toEqual(rooms.map(([name]) => paths[name as PathName][language]).sort())
    }
  })

  test('no button of the service page but their own', async () => {
    const asking = visitor(who)
    const fields = new URLSearchParams([
      ['do', 'make-token'],
      ['name', `by ${who}`],
      ['scope', 'records:read'],
    ])
    await ask(asking, 'POST', paths['staff-service'].en, fields)

    const made = rows<{ name: string }>(server, 'select name from api_token where name = ?', `by ${who}`)
    expect(made.length).toBe(who === 'administrator' ? 1 : 0)
  })

  test('nothing of a referral, of a session or of a key that is not for them, by any route or method', async () => {
    const asking = visitor(who)
    const isTheirs = (desk: readonly Role[]) => desk.some((role) => role === who)
    const keys = rows<{ wrapped_identity: string; role: string }>(
      server,
      'select wrapped_identity, role from member_key join staff_role on staff_role.staff = member_key.staff',
    )
    const addresses = rows<{ email: string }>(server, 'select email from staff')
    const sessions = rows<{ token: string }>(server, 'select token from staff_session')
    const hashes = rows<{ password: string }>(server, 'select password from staff_account where password is not null')
    const marks = [
      // An advocate has the cases that were given to them, and this was given to nobody.
      ...(isTheirs(['coordinator']) ? [] : [referral.reference, referral.id, referral.sealed]),
      ...keys
        .filter(({ role }) => role !== who)
        .map(({ wrapped_identity }) => JSON.stringify(wrapped_identity).slice(1, -1)),
      ...(who === 'administrator' ? [] : addresses.map(({ email }) => email)),
      ...sessions.map(({ token }) => token),
      ...hashes.map(({ password }) => password),
    ]
    const haveEnough = [sessions, hashes, addresses].map(({ length }) => length > roles.length)
    expect([keys.length, ...haveEnough]).toEqual([roles.length, true, true, true])

    expect(await said(asking, marks)).toEqual([])
  }, 120_000)
})

test('a coordinator does read what the others were searched for', async () => {
  expect(await said(visitor('coordinator'), [referral.reference, referral.sealed])).not.toEqual([])
}, 120_000)

test('no route takes a session from another site', async () => {
  const { cookie } = visitor('administrator')
  const posts = Object.entries(api).filter(([route]) => route.startsWith('POST /api/staff'))
  for (const [route, { body }] of posts) {
    const response = await fetch(server.url + filled(route.slice('POST '.length)), {
      method: 'POST',
      redirect: 'manual',
      headers: {
        cookie,
        origin: 'https://elsewhere.example',
        'sec-fetch-site': 'cross-site',
        'content-type': 'application/json',
      },
      body: JSON.stringify(body?.() ?? {}),
    })
    expect([route, response.status]).toEqual([route, 403])
  }
  expect(posts.length).toBeGreaterThan(15)
})

/** Which of these marks anything that can be asked for says, by each method that a browser has. */
async function said(asking: Visitor, marks: readonly string[]): Promise<readonly string[]> {
  // A page is one in both languages, and answers any method but these as it answers GET.
  const pages = Object.keys(staffPages).map((name) => paths[name as PathName].cy)
  const addresses = new Set(Object.keys(api).map((route) => filled(route.split(' ')[1] ?? '')))
  const requests = [
    ...pages.flatMap((path) => ['GET', 'POST'].map((method) => ({ method, path }))),
    ...[...addresses].flatMap((path) =>
      ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'].map((method) => ({ method, path })),
    ),
  ].filter(({ path }) => !path.endsWith('/sign-out') && !path.endsWith('/forget'))
  const found: string[] = []
  const worker = async () => {
    for (let next = requests.pop(); next; next = requests.pop()) {
      const { method, path } = next
      const response = await ask(asking, method, path, method === 'GET' || method === 'HEAD' ? undefined : {})
      const text = `${JSON.stringify([...response.headers])} ${await response.text()}`
      const told = marks.filter((mark) => text.includes(mark) && !path.includes(mark))
      found.push(...told.map((mark) => `${method} ${path} ${mark.slice(0, 12)}`))
    }
  }
  await Promise.all(Array.from({ length: 4 }, worker))
  return found
}
