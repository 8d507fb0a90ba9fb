import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { languages } from '#domain/language/language.ts'
import { type Role, roles } from '#domain/roles.ts'
import { allForms } from '#forms/all-forms.ts'
import { paths } from '#i18n/paths.ts'
import { membersOf, type SignedIn } from '../builders/members.ts'
import { rows } from '../builders/opened-envelopes.ts'
import { type RealServer, SITE_URL, startServer } from '../builders/real-server.ts'
import { aSelfReferral, askTrack, receipt, send } from '../builders/self-referral.ts'

/** Something somebody told us of ourselves, and who alone may know of it. */
type Told = { readonly what: string; readonly answers: Record<string, unknown>; readonly mayKnow: readonly Role[] }

const told: readonly Told[] = [
  {
    what: 'a complaint',
    answers: { kind: 'complaint', aboutWhat: 'service', aboutLead: 'no', whatHappened: 'Cyfrinach-cwyn' },
    mayKnow: ['complaints-lead'],
  },
  {
    what: 'a concern about a person',
    answers: { kind: 'concern', aboutWhat: 'person', aboutLead: 'no', personName: 'Cyfrinach-pryder' },
    mayKnow: ['complaints-lead'],
  },
  {
    what: 'a complaint about the lead',
    answers: { kind: 'complaint', aboutWhat: 'person', aboutLead: 'yes', whatHappened: 'Cyfrinach-arweinydd' },
    mayKnow: ['complaints-deputy'],
  },
  {
    what: 'a complaint of somebody who is not sure whom it is about',
    answers: { kind: 'complaint', aboutLead: 'not-sure', whatHappened: 'Cyfrinach-ansicr' },
    mayKnow: ['complaints-deputy'],
  },
  {
    what: 'a compliment',
    answers: { kind: 'compliment', whatHappened: 'Cyfrinach-diolch' },
    mayKnow: ['coordinator'],
  },
]

/** What gives one of them away, wherever it is read. */
type Marks = Told & { readonly id: string; readonly reference: string; readonly marks: readonly string[] }

let server: RealServer
let members: readonly SignedIn[]
let secrets: readonly Marks[]
let reportsBefore: Readonly<Record<string, string>>
let inboxesBefore: Readonly<Record<string, readonly string[]>>

const own = { origin: SITE_URL, 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' }

function ask(cookie: string, method: string, path: string, body?: unknown): Promise<Response> {
  return fetch(server.url + path, {
    method,
    redirect: 'manual',
    headers: { ...own, cookie, 'idempotency-key': randomUUID() },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
}

const memberWith = (role: Role) => {
  const found = members.find((member) => member.role === role)
  if (!found) throw new Error(`nobody is ${role}`)
  return found
}

/** Every figure of the reports that a role may read, without the moment they were made at. */
async function reportOf(role: Role): Promise<string> {
  const { cookie } = memberWith(role)
  const texts: string[] = []
  for (const path of ['2026-27-q3', '2026-27', '2026-27-q3.csv', '2026-27.csv?level=region'])
    texts.push(await (await ask(cookie, 'GET', `/api/reports/${path}`)).text())
  return texts.join('\n').replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z|\d\d:\d\d/g, '')
}

async function inboxOf(role: Role): Promise<readonly string[]> {
  const response = await ask(memberWith(role).cookie, 'GET', '/api/staff/inbox?language=en')
  if (!response.ok) return []
  return ((await response.json()) as { lines: { reference: string }[] }).lines.map(({ reference }) => reference)
}

const eachRole = async <Value>(of: (role: Role) => Promise<Value>) =>
  Object.fromEntries(await Promise.all(roles.map(async (role) => [role, await of(role)] as const)))

async function tell({ what, answers, mayKnow }: Told): Promise<Marks> {
  const body = JSON.stringify({
    language: 'cy',
    answers: { ...answers, wantsAnswer: 'yes', name: 'Cyfrinach-enw', contactMethods: ['come-back'] },
    confidentiality: receipt,
    trackingCode: true,
  })
  const response = await send(server.url, { path: 'feedback', body })
  expect([what, response.status]).toEqual([what, 201])
  const { reference, trackingCode } = (await response.json()) as { reference: string; trackingCode: string }
  // What the sender writes later is theirs alone as well.
  const later = { code: trackingCode, language: 'cy', answers: { message: 'Cyfrinach-neges' } }
  expect((await askTrack(server.url, later, { path: '/message' })).status).toBe(201)
  const sql = 'select record.id, sealed from record join envelope on envelope.record = record.id'
  const [first, ...rest] = rows<{ id: string; sealed: Uint8Array }>(
    server,
    `${sql} where reference = ? or about = (select id from record where reference = ?) order by about is not null`,
    reference,
    reference,
  )
  const all = [...(first ? [first] : []), ...rest]
  // From the middle of an envelope: each begins with the same words of the format.
  const sealed = all.map((row) => Buffer.from(row.sealed).toString('base64').slice(400, 460))
  const ids = [...new Set(all.map(({ id }) => id))]
  const words = Object.values(answers).filter((answer) => String(answer).startsWith('Cyfrinach'))
  return {
    what,
    answers,
    mayKnow,
    id: first?.id ?? '',
    reference,
    marks: [reference, ...ids, ...sealed, ...words.map(String), 'Cyfrinach-enw', 'Cyfrinach-neges', trackingCode],
  }
}

beforeAll(async () => {
  server = await startServer()
  members = await membersOf(server, roles)
  await send(server.url, { body: JSON.stringify(aSelfReferral()) })
  inboxesBefore = await eachRole(inboxOf)
  // A compliment and an idea are counted at once (M58); what is unhappy only when a report is finalised (M57).
  const isUnhappy = ({ answers: { kind } }: Told) => kind === 'complaint' || kind === 'concern'
  const all: Marks[] = []
  for (const each of told.filter((one) => !isUnhappy(one))) all.push(await tell(each))
  reportsBefore = await eachRole(reportOf)
  for (const each of told.filter(isUnhappy)) all.push(await tell(each))
  secrets = all
}, 300_000)
afterAll(() => server?.stop())

/** Every file under a folder, as its path from there. */
const filesUnder = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(ts|astro)$/.test(name))

/** The addresses of the API as the files say, with `[blanks]` to fill in. */
const apiRoutes = filesUnder('src/pages/api').map((name) => `/api/${name}`.replace(/(\/index)?\.ts$/, ''))
const posting = filesUnder('src/pages/api')
  .filter((name) => readFileSync(`src/pages/api/${name}`, 'utf8').includes('export const POST'))
  .map((name) => `/api/${name}`.replace(/(\/index)?\.ts$/, ''))
/** Whether a route reads bodies, and has no blank by which it would be told of anything else. */
const takesBodies = (route: string) => posting.includes(route) && !route.includes('[') && !route.endsWith('/sign-out')
/** The pages of staff, by the names of their files: the inbox is the first page. */
const staffPages = filesUnder('src/routes/staff').map((name) => {
  const page = name.replace(/\.astro$/, '')
  return page === 'inbox' ? 'staff' : `staff-${page}`
})

/** An address with its blanks filled in: with what each secret could be found by, and with what is there. */
function filled(route: string, found: readonly string[]): readonly string[] {
  const blank = /\[(\.\.\.)?(\w+)\]/.exec(route)
  if (!blank) return [route]
  const values: Readonly<Record<string, readonly string[]>> = {
    period: ['2026-27-q3', '2026-27', '2026-27-q3.csv', '2026-27-q3.json'],
    form: ['feedback', 'message', 'ask', ...found],
    rest: ['records', 'records?after=0', 'search', 'export', 'staff/feedback', 'staff/complaints', ...found],
    all: ['password', 'second-factor-start', 'get-session', 'list-sessions'],
  }
  return (values[blank[2] ?? ''] ?? found).map((value) => route.replace(blank[0], value))
}

const staffForms = allForms.filter(({ access }) => access !== 'public')

/** Bodies that could lead to a record: by every name that a route of ours gives an id. */
const bodiesFor = (found: readonly string[]): readonly unknown[] => [
  {},
  ...found.flatMap((id) => [
    { about: id },
    { id, record: id, story: id, reference: id },
    { code: id, language: 'en', answers: {} },
    { token: id },
    { staff: id },
    ...staffForms
      // A reference opens nothing: only an id could.
      .filter(() => id.length === 36)
      .map(({ id: form }) => ({ form, about: id, language: 'en', answers: {}, idempotencyKey: randomUUID() })),
    {
      form: 'feedback-answer',
      about: id,
      language: 'en',
      answers: { answeredAs: 'team', outcome: 'not-upheld' },
      idempotencyKey: randomUUID(),
    },
  ]),
]

type Tried = { readonly method: string; readonly path: string; readonly body?: unknown }

/** Every request that a person who knows these ids and references can make, save the one that ends their session. */
function everyRequest(found: readonly string[]): readonly Tried[] {
  const query = found.map((value) => `q=${value}&search=${value}&about=${value}&id=${value}&reference=${value}`)
  const pages = staffPages.flatMap((name) => languages.map((language) => paths[name as keyof typeof paths][language]))
  const api = apiRoutes.filter((route) => !route.endsWith('/sign-out')).flatMap((route) => filled(route, found))
  return [
    ...[...pages, ...api].flatMap((path) =>
      ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE'].map((method) => ({ method, path })),
    ),
    ...[...pages, ...api].flatMap((path) =>
      query.map((each) => ({ method: 'GET', path: `${path}${path.includes('?') ? '&' : '?'}${each}` })),
    ),
    ...[...pages, ...api].map((path) => ({ method: 'POST', path, body: {} })),
    ...apiRoutes
      .filter((route) => takesBodies(route))
      .flatMap((path) => bodiesFor(found).map((body) => ({ method: 'POST', path, body }))),
  ]
}

/** Tries all of them, a few at a time. @returns what answered with one of these marks. */
async function leaksTo(member: SignedIn, hidden: readonly Marks[]): Promise<readonly string[]> {
  const requests = [...everyRequest(hidden.flatMap(({ id, reference }) => [id, reference]))]
  const leaks: string[] = []
  let asked = 0
  const worker = async () => {
    for (let next = requests.pop(); next; next = requests.pop()) {
      const { method, path, body } = next
      const response = await ask(member.cookie, method, path, body)
      const said = `${JSON.stringify([...response.headers])} ${await response.text()}`
      asked += 1
      const wrote = `${path} ${JSON.stringify(body)}`
      const requestSays = (mark: string) => wrote.includes(mark)
      // Whoever asks for something by its name may read the name they wrote: a link to the page in the other language has it.
      for (const { what, marks } of hidden)
        for (const mark of marks.filter((each) => said.includes(each) && !requestSays(each)))
          leaks.push(`${method} ${path} ${JSON.stringify(body)?.slice(0, 80)} tells of ${what}: ${mark.slice(0, 20)}`)
    }
  }
  await Promise.all(Array.from({ length: 6 }, worker))
  expect(asked).toBeGreaterThan(1000)
  return [...new Set(leaks)]
}

describe('the routes that are tried', () => {
  test('are all that there are: each page of staff has its address, each address its page', () => {
    const named = Object.keys(paths).filter((name) => name.split('-')[0] === 'staff')

    expect([...staffPages].sort()).toEqual(named.sort())
  })

  test('are many, and those of the inbox are among them', () => {
    expect([apiRoutes.length > 20, posting.filter(takesBodies).length > 8]).toEqual([true, true])
    expect(apiRoutes).toEqual(
      expect.arrayContaining([
        '/api/staff/inbox',
        '/api/staff/referrals/[id]',
        '/api/staff/records',
        '/api/reports/[period]',
      ]),
    )
  })
})

describe('who may know', () => {
  test.each(told.map(({ what, mayKnow }) => [what, mayKnow] as const))(
    'of %s does: this test sees what it looks for (%j)',
    async (what, mayKnow) => {
      const secret = secrets.find((each) => each.what === what)
      for (const role of mayKnow) {
        const opened = await ask(memberWith(role).cookie, 'GET', `/api/staff/referrals/${secret?.id}`)
        const said = await opened.text()

        expect([role, opened.status, (await inboxOf(role)).includes(secret?.reference ?? '-')]).toEqual([
          role,
          200,
          true,
        ])
        // Its own envelope and that of the later message.
        expect(secret?.marks.filter((mark) => mark.length === 60).every((mark) => said.includes(mark))).toBe(true)
      }
    },
  )
})

describe.each(roles)('a %s', (role) => {
  test('is told of no complaint, concern or compliment of another desk, by any address, method or body', async () => {
    const hidden = secrets.filter(({ mayKnow }) => !mayKnow.includes(role))

    expect(await leaksTo(memberWith(role), hidden)).toEqual([])
  }, 300_000)

  test('has in the inbox what is on their desk, and nothing more', async () => {
    const theirs = secrets.filter(({ mayKnow }) => mayKnow.includes(role)).map(({ reference }) => reference)

    expect([...(await inboxOf(role))].sort()).toEqual([...(inboxesBefore[role] ?? []), ...theirs].sort())
  })

  test('counts no complaint or concern: every report is as it was before they came', async () => {
    expect(await reportOf(role)).toBe(reportsBefore[role])
  })

  test('cannot tell one of another desk from one that is not there', async () => {
    const { cookie } = memberWith(role)
    const answersFor = async (id: string) => {
      const asked = [
        await ask(cookie, 'GET', `/api/staff/referrals/${id}`),
        await ask(cookie, 'POST', '/api/staff/survey-code', { about: id }),
        await ask(cookie, 'POST', '/api/staff/records', {
          form: 'feedback-answer',
          about: id,
          language: 'en',
          answers: { answeredAs: 'team', outcome: 'not-upheld' },
          idempotencyKey: randomUUID(),
        }),
      ]
      return Promise.all(asked.map(async (response) => [response.status, await response.text()]))
    }
    const [none, ...others] = await Promise.all(
      [randomUUID(), ...secrets.filter(({ mayKnow }) => !mayKnow.includes(role)).map(({ id }) => id)].map(answersFor),
    )

    for (const other of others) expect(other).toEqual(none)
  })
})

describe('somebody who is not signed in', () => {
  test('is told of none of them', async () => {
    expect(await leaksTo({ id: '', role: 'advocate', cookie: '' }, secrets)).toEqual([])
  }, 300_000)
})

describe('what was left behind', () => {
  test('is no record about a complaint by anybody outside its audience', () => {
    const by = secrets.flatMap(({ what, id, mayKnow }) =>
      rows<{ by: string | null }>(server, 'select "by" from record where about = ?', id)
        .map((row) => members.find((member) => member.id === row.by)?.role)
        .filter((role) => role !== undefined && !mayKnow.includes(role))
        .map((role) => `${what}: ${role}`),
    )

    expect(by).toEqual([])
  })

  test('is no handing-out of an envelope to anybody outside its audience', () => {
    const handed = secrets.flatMap(({ what, id, mayKnow }) =>
      rows<{ staff: string }>(server, 'select staff from access_log where record = ?', id)
        .map((row) => members.find((member) => member.id === row.staff)?.role)
        .filter((role) => role === undefined || !mayKnow.includes(role))
        .map((role) => `${what}: ${role}`),
    )

    expect(handed).toEqual([])
  })

  test('is a notice to its audience alone, that says only that something came', () => {
    const notices = rows<Record<string, unknown>>(server, 'select * from outbox')
    const to = (audience: string) => notices.filter((notice) => notice.audience === audience).length

    // Each with the message that followed it; the team's referral has one of its own.
    expect([to('complaints-lead'), to('complaints-deputy'), to('team')]).toEqual([4, 4, 3])
    const said = JSON.stringify(notices)
    expect(secrets.flatMap(({ marks }) => marks.filter((mark) => said.includes(mark)))).toEqual([])
  })

  test('is no line of the log', () => {
    const said = server.output()

    expect(secrets.flatMap(({ marks }) => marks.filter((mark) => said.includes(mark)))).toEqual([])
  })
})
