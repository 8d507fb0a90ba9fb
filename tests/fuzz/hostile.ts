import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { allForms } from '#forms/all-forms.ts'
import { paths } from '#i18n/paths.ts'
import type { Chance } from './chance.ts'

/** One request to be sent as it is. */
export type Hostile = {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Buffer | undefined
}

/** Every address there is: pages in both languages, steps, and every endpoint by its file. */
export const addresses: readonly string[] = [
  '/',
  ...Object.values(paths).flatMap(({ cy, en }) => [cy, en]),
  ...allForms.map(({ id }) => `/api/forms/${id}`),
  ...Object.values(paths).flatMap(({ cy, en }) => [`${cy}/cam`, `${en}/step`]),
  ...readdirSync('src/pages/api', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `/${join('api', name).replace(/(\/index)?\.ts$/, '')}`)
    .map((path) => path.replace(/\[\.{0,3}(\w+)\]/g, 'x')),
]

const methods = ['GET', 'HEAD', 'POST', 'POST', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND', 'TRACE']

/** Words that have broken something somewhere. */
export const words: readonly string[] = [
  '',
  '\0',
  '\r\nSet-Cookie: a=b',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '=1+1',
  '=HYPERLINK("http://evil.test")',
  '@SUM(A1)',
  '+cmd|calc',
  "' or 1=1 --",
  '"; drop table record; --',
  '$' + '{7*7}',
  '{{7*7}}',
  '../../../../etc/passwd',
  '..%2f..%2fetc%2fpasswd',
  '%00',
  '%ff%fe',
  '\ud800',
  '\u202e\u2066',
  'ﷺ'.repeat(200),
  '😀'.repeat(300),
  'a'.repeat(70_000),
  '9'.repeat(400),
  '-1',
  '1e999',
  'NaN',
  'true',
  'null',
  '[object Object]',
  '__proto__',
  'constructor',
  'toString',
  'Gŵenllïan',
  '2026-02-30',
  '2026-11-22',
  '07700 900456',
]

const names = [
  'language',
  'answers',
  'confidentiality',
  'trackingCode',
  'surveyCode',
  'code',
  'name',
  'contactMethods',
  'phone',
  'page',
  'do',
  'submission',
  'receipt',
  'a.name',
  'a.contactMethods',
  'email',
  'password',
  'form',
  'about',
  'token',
  'roles',
  'member',
  '__proto__',
  'constructor',
  'hasOwnProperty',
]

/** Makes one malformed, hostile or merely odd request. */
export function aHostileRequest(chance: Chance): Hostile {
  if (chance.is(0.35)) return nearlyGood(chance)
  const method = chance.pick(methods)
  const headers = hostileHeaders(chance)
  const body = method === 'GET' || method === 'HEAD' ? undefined : hostileBody(chance, headers)
  return { method, path: hostilePath(chance), headers, body }
}

/** Comes through every door, so that what is behind them is tried: a form that is right but for a thing or two. */
function nearlyGood(chance: Chance): Hostile {
  const headers = { origin: 'http://localhost:4321', 'idempotency-key': aKey(chance) }
  const form = chance.pick(['self-referral', 'supported-referral', 'feedback', 'join-in', 'annual-survey'] as const)
  if (chance.is(0.5)) {
    const path = chance.pick([`/api/forms/${form}`, '/api/track', '/api/track/message', '/api/staff/link'])
    const body = JSON.stringify({ ...nearlyRight(chance), code: chance.pick(words) })
    return { method: 'POST', path, headers: { ...headers, 'content-type': 'application/json' }, body }
  }
  const path = chance.pick([
    `${paths[form].cy}/cam`,
    `${paths[form].en}/step`,
    paths.track.cy,
    paths['staff-sign-in'].en,
  ])
  const fields = new URLSearchParams({
    page: chance.pick(['check', 'name', 'contact', 'start', ...words.slice(0, 9)]).toWellFormed(),
    do: chance.pick(['send', 'next', 'back', 'language', 'change']),
    submission: aKey(chance),
    receipt: '2026-11 cy symbols understood',
    'a.name': chance.pick(words).slice(0, 3_000).toWellFormed(),
    'a.contactMethods': 'come-back',
    [chance.pick(names)]: chance.pick(words).slice(0, 3_000).toWellFormed(),
  })
  return {
    method: 'POST',
    path,
    headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
    body: fields.toString(),
  }
}

const aKey = (chance: Chance) =>
  `${hex(chance, 8)}-${hex(chance, 4)}-4${hex(chance, 3)}-8${hex(chance, 3)}-${hex(chance, 12)}`

function hostilePath(chance: Chance): string {
  const path = chance.pick(addresses)
  if (chance.is(0.6)) return path
  const tricks: readonly (() => string)[] = [
    () => `${path}/`,
    () => `/${path}`,
    () => path.toUpperCase(),
    () => `${path}?${chance.pick(names)}=${encodeURIComponent(safeText(chance.pick(words)).slice(0, 2_000))}`,
    () => `${path}/..${path}`,
    () => `${path}%2f..%2f..`,
    () => `${path}%00`,
    () => `${path}%`,
    () => `${path}%c3%28`,
    () => `${path}/${'a/'.repeat(300)}`,
    () => `${path};jsessionid=1`,
    () => `${path}\\..\\`,
    () => path.replaceAll('/', '//'),
    () => `/_astro/${encodeURIComponent('../../server/entry.mjs')}`,
    () =>
      `/${chance.pick(['.env', '.git/config', 'data/llafar.sqlite', 'app-secret', '_headers.json', 'server/entry.mjs'])}`,
    () => `/api/${chance.pick(names)}`,
    () => '*',
    () => 'http://evil.test/',
  ]
  return chance
    .pick(tricks)()
    .replace(/[^\x21-\x7e]/g, '')
}

function safeText(text: string): string {
  return text.toWellFormed()
}

function hostileHeaders(chance: Chance): Record<string, string> {
  const headers: Record<string, string> = { 'x-fuzz': '1' }
  const type = chance.pick([
    'application/json',
    'application/json',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=b',
    'multipart/form-data',
    'text/plain',
    'application/json; charset=utf-16',
    '',
    'a/b;;;=',
  ])
  if (type !== '') headers['content-type'] = type
  const odd: readonly (readonly [string, string])[] = [
    ['origin', chance.pick(['http://localhost:4321', 'http://evil.test', 'null', '💥'])],
    ['host', chance.pick(['evil.test', 'localhost:4321', '[::1', '', 'a b'])],
    ['x-forwarded-for', chance.pick(['1.2.3.4', '::1, x', '<script>'])],
    ['x-forwarded-proto', chance.pick(['https', 'ftp', 'javascript'])],
    ['x-forwarded-host', 'evil.test'],
    ['cookie', chance.pick(['llafar.session_token=x.y', `a=${'b'.repeat(3_000)}`, ';;;=', '%'])],
    ['accept-language', chance.pick(['cy', 'en;q=0', '*'.repeat(500), 'cy,'.repeat(400)])],
    ['accept-encoding', chance.pick(['br', 'gzip;q=x', '*', ''])],
    ['range', chance.pick(['bytes=0-0', 'bytes=-1', 'bytes=9-1', 'bytes=a-b'])],
    ['if-none-match', chance.pick(['*', '"x"', 'W/'])],
    ['if-modified-since', 'yesterday'],
    ['content-encoding', chance.pick(['gzip', 'br', 'x'])],
    ['expect', chance.pick(['100-continue', '200-ok'])],
    ['authorization', chance.pick(['Bearer x', 'Basic Og==', 'Bearer '.repeat(100)])],
    ['idempotency-key', chance.pick(['x', '00000000-0000-4000-8000-000000000000', '', 'é'])],
    ['upgrade', 'websocket'],
    ['x-http-method-override', 'DELETE'],
    ['transfer-encoding', 'chunked'],
    ['x-huge', 'h'.repeat(chance.pick([100, 8_000, 15_000, 20_000]))],
  ]
  for (const [name, value] of odd) if (chance.is(0.12)) headers[name] = Buffer.from(value, 'utf8').toString('latin1')
  if (chance.is(0.5)) headers['idempotency-key'] = aKey(chance)
  if (chance.is(0.5)) headers.origin = 'http://localhost:4321'
  return headers
}

const hex = (chance: Chance, digits: number) =>
  Array.from({ length: digits }, () => chance.below(16).toString(16)).join('')

function hostileBody(chance: Chance, headers: Readonly<Record<string, string>>): string | Buffer {
  if (chance.is(0.08)) return Buffer.from(Array.from({ length: chance.below(300) }, () => chance.below(256)))
  const type = headers['content-type'] ?? ''
  if (type.includes('urlencoded')) return fields(chance)
  if (type.includes('multipart'))
    return `--b\r\ncontent-disposition: form-data; name="${chance.pick(names)}"\r\n\r\n${chance.pick(words)}\r\n--b${chance.is(0.5) ? '--' : ''}`
  const text = JSON.stringify(chance.is(0.4) ? nearlyRight(chance) : anything(chance, 0))
  const broken = chance.is(0.15) ? text.slice(0, chance.below(text.length)) : text
  return chance.is(0.05) ? `${'['.repeat(20_000)}${broken}` : broken
}

function fields(chance: Chance): string {
  return Array.from({ length: chance.below(12) }, () => [chance.pick(names), chance.pick(words).slice(0, 5_000)])
    .map(([name = '', value = '']) =>
      chance.is(0.9) ? `${encodeURIComponent(name)}=${encodeURIComponent(safeText(value))}` : `${name}=%zz`,
    )
    .join('&')
}

/** A self-referral as it should be, but for one thing. */
function nearlyRight(chance: Chance): Record<string, unknown> {
  const body: Record<string, unknown> = {
    language: 'cy',
    answers: { name: 'Sam', contactMethods: ['come-back'] },
    confidentiality: { version: '2026-11', language: 'cy', format: 'symbols', answer: 'understood' },
  }
  const inner = chance.is(0.5) ? (body.answers as Record<string, unknown>) : body
  inner[chance.pick(names)] = anything(chance, 1)
  return body
}

function anything(chance: Chance, depth: number): unknown {
  const kinds: readonly (() => unknown)[] = [
    () => chance.pick(words),
    () => chance.pick([0, -1, 1e308, 2 ** 53, 0.1]),
    () => chance.pick([true, false, null]),
    () => Array.from({ length: chance.below(5) }, () => anything(chance, depth + 1)),
    () =>
      Object.fromEntries(
        Array.from({ length: chance.below(6) }, () => [chance.pick(names), anything(chance, depth + 1)]),
      ),
  ]
  return (depth > 3 ? chance.pick(kinds.slice(0, 3)) : chance.pick(kinds))()
}
