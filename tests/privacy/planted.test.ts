import { createHash, randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as wait } from 'node:timers/promises'
import { beforeAll, describe, expect, test } from 'vitest'
import { openInProcess, rows, waitingKeys } from '../builders/opened-envelopes.ts'
import { type RealServer, SITE_URL, setDiskFull, startServer } from '../builders/real-server.ts'
import { aSelfReferral, askTrack, post, send, sendFields, stepPath } from '../builders/self-referral.ts'

type Answers = Readonly<Record<string, string | readonly string[]>>

/** Every text that was planted, and where. */
const planted = new Map<string, string>()
/** What problems of the API, and pages that are no step of the form, said. */
const said: string[] = []
const folder = mkdtempSync(join(tmpdir(), 'llafar-planted-'))
const [dataDir, snapshots] = [join(folder, 'data'), mkdtempSync(join(folder, 'heap-'))]
let server: RealServer
let output = ''

/** A text that is nowhere else, with letters of both languages around what is looked for. */
function plant(where: string, shape: (mark: string) => string = (mark) => `ŵ ${mark} â`): string {
  const mark = `cyfrinach${createHash('sha256').update(`${where} ${planted.size}`).digest('hex').slice(0, 20)}`
  planted.set(mark, where)
  return shape(mark)
}

/** A telephone number of its own: digits are looked for as they were written. */
function plantNumber(where: string): string {
  const number = `07${String(
    Number.parseInt(createHash('sha256').update(`${where} ${planted.size}`).digest('hex').slice(0, 10), 16),
  )
    .padStart(13, '0')
    .slice(-9)}`
  planted.set(number, where)
  return number
}

/** Answers to every question whose answer is sealed words, in two forms: nobody is asked all of them. */
const planting = (where: string): readonly Answers[] => {
  const words = (...names: string[]) => Object.fromEntries(names.map((name) => [name, plant(`${where} ${name}`)]))
  return [
    {
      contactMethods: ['call', 'email', 'trusted-adult'],
      phone: plantNumber(`${where} phone`),
      email: plant(`${where} email`, (mark) => `${mark}@example.com`),
      speakLanguage: 'other',
      ...words(
        'name',
        'trustedAdult',
        'neverSay',
        'workerName',
        'wantToHappen',
        'otherLanguage',
        'accessNeeds',
        'culture',
        'matchWords',
      ),
    },
    {
      contactMethods: ['letter', 'in-person', 'come-back'],
      ...words('name', 'letterAddress', 'visitPlace', 'trustedPerson', 'neverSay', 'wantToHappen'),
    },
  ]
}

const toFields = (answers: Answers) =>
  Object.entries(answers).flatMap(([name, value]) => [value].flat().map((each) => [name, each] as const))

async function note(response: Response): Promise<Response> {
  said.push(`${JSON.stringify([...response.headers])} ${await response.clone().text()}`)
  return response
}

/** Sends through the API and through the pages without script, in both languages, with every page on the way. */
async function sendAll(): Promise<string> {
  let code = ''
  for (const language of ['cy', 'en'] as const) {
    for (const answers of planting(`api ${language}`)) {
      const response = await send(server.url, { body: JSON.stringify(aSelfReferral({ language, answers })) })
      expect(response.status).toBe(201)
      code = ((await response.json()) as { trackingCode: string }).trackingCode
    }
    for (const answers of planting(`page ${language}`)) {
      const fields = toFields(answers)
      const asked = fields.map(([name, value]) => [`a.${name}`, value] as const)
      for (const page of ['name', 'contact', 'contact-details', 'people', 'second-reason', 'communication'])
        await post(server.url, stepPath[language], [
          ['page', page],
          ['more', '1'],
          ['receipt', '2026-11 cy symbols understood'],
          ...asked,
          ['do', 'go-on'],
        ])
      const sent = await post(server.url, stepPath[language], [...sendFields(fields), ['more', '1']])
      expect(await sent.text()).toMatch(/[A-Z]{2}\d-[A-Z]{2}\d-[A-Z]{2}\d/)
    }
    const answers = { message: plant(`message ${language}`) }
    expect((await askTrack(server.url, { code, language, answers }, { path: '/message' })).status).toBe(201)
    const fields = [
      ['code', code],
      ['form', 'child-message'],
      ['submission', randomUUID()],
      ['a.message', plant(`message page ${language}`)],
    ] as const
    expect((await post(server.url, '/en/my-request', fields)).status).toBe(200)
  }
  return code
}

/** Requests that fail, each with something planted in it. */
async function failAll(code: string): Promise<readonly number[]> {
  const statuses: number[] = []
  const fails = async (asking: Promise<Response>) => {
    statuses.push((await note(await asking)).status)
  }
  const least = { name: 'Sam', contactMethods: ['come-back'] }
  const body = (parts: Record<string, unknown>) => JSON.stringify(aSelfReferral(parts))
  const key = randomUUID()
  await fails(send(server.url, { body: body({ answers: { name: plant('422 missing way') } }) }))
  await fails(send(server.url, { body: body({ answers: { ...least, shoeSize: plant('422 unknown question') } }) }))
  await fails(
    send(server.url, {
      body: body({ answers: { ...least, email: plant('422 hidden', (mark) => `${mark}@example.com`) } }),
    }),
  )
  await fails(send(server.url, { body: body({ answers: { ...least, age: plant('422 number') } }) }))
  await fails(send(server.url, { body: body({ answers: { ...least, contactMethods: [plant('422 choice')] } }) }))
  await fails(
    send(server.url, {
      body: body({ answers: { ...least, name: plant('422 unreadable', (mark) => `${mark}\u0000`) } }),
    }),
  )
  await fails(send(server.url, { body: body({ language: plant('422 language') }) }))
  await fails(
    send(server.url, {
      body: body({ answers: { ...least, wantToHappen: plant('413', (mark) => mark.repeat(4_000)) } }),
    }),
  )
  await fails(send(server.url, { body: plant('400', (mark) => `{"answers": {"name": "${mark}`) }))
  await fails(
    send(server.url, { body: new Uint8Array(Buffer.concat([Buffer.from(plant('400 utf-8')), Buffer.from([0xff])])) }),
  )
  await fails(send(server.url, { key: plant('400 key', (mark) => mark), body: body({}) }))
  await fails(send(server.url, { body: plant('415'), headers: { 'content-type': 'text/plain', origin: SITE_URL } }))
  await fails(
    send(server.url, {
      body: body({ answers: { ...least, name: plant('403') }, confidentiality: { version: plant('403 receipt') } }),
    }),
  )
  await fails(send(server.url, { path: 'nothing', body: body({ answers: { ...least, name: plant('404') } }) }))
  await send(server.url, { key, body: body({}) })
  await fails(send(server.url, { key, body: body({ answers: { ...least, name: plant('409') } }) }))
  await fails(askTrack(server.url, { code: plant('404 code'), language: 'cy' }))
  await fails(
    askTrack(
      server.url,
      { code, language: 'cy', answers: { message: plant('422 message', (mark) => mark.repeat(200)) } },
      { path: '/message' },
    ),
  )
  await fails(
    post(server.url, stepPath.cy, [['a.name', plant('403 from elsewhere')]], { origin: 'https://elsewhere.example' }),
  )
  await fails(post(server.url, stepPath.cy, [['a.name', plant('413 page', (mark) => mark.repeat(10_000))]]))
  // These pages give the answers back, and to nobody else: what they say is not looked at.
  await post(server.url, stepPath.cy, [
    ['page', 'name'],
    ['receipt', '2026-11 cy symbols understood'],
    ['a.name', plant('422 page', (mark) => mark.repeat(5))],
    ['do', 'go-on'],
  ])
  setDiskFull(server, true)
  try {
    await fails(send(server.url, { body: body({ answers: { ...least, name: plant('503') } }) }))
    await fails(
      askTrack(server.url, { code, language: 'cy', answers: { message: plant('503 message') } }, { path: '/message' }),
    )
    await post(
      server.url,
      stepPath.cy,
      sendFields([
        ['name', plant('503 page')],
        ['contactMethods', 'come-back'],
      ]),
    )
  } finally {
    setDiskFull(server, false)
  }
  return statuses
}

/** Everything in a folder as bytes, file by file. */
const filesIn = (where: string): readonly (readonly [string, Buffer])[] =>
  readdirSync(where, { recursive: true, encoding: 'utf8' })
    .map((name) => join(where, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => [path, readFileSync(path)] as const)

/** The marks that are somewhere in these bytes: as UTF-8, as UTF-16, or in base64 or hex. Says where they were planted. */
function foundIn(bytes: Buffer): readonly string[] {
  return [...planted]
    .filter(([mark]) => shapesOf(mark).some((shape) => bytes.includes(shape)))
    .map(([, where]) => where)
}

function shapesOf(mark: string): readonly Buffer[] {
  // Base64 depends on where the text begins: three ways, the letters at the edges left out.
  const base64 = [0, 1, 2].map((before) =>
    Buffer.from(`${'x'.repeat(before)}${mark}`)
      .toString('base64')
      .slice(4, -4),
  )
  return [
    Buffer.from(mark),
    Buffer.from(mark, 'utf16le'),
    Buffer.from(Buffer.from(mark).toString('hex')),
    ...base64.map((text) => Buffer.from(text)),
  ]
}

let statuses: readonly number[]
let whileRunning: readonly (readonly [string, Buffer])[]
let afterStop: readonly (readonly [string, Buffer])[]
let heap: Buffer

beforeAll(async () => {
  const first = await startServer({ dataDir })
  const token = first.setUpToken()
  output += first.output()
  await first.stop()
  // Started again: the demonstration makes its keys at its first start only, so from here on it is as a live service is.
  const nodeOptions = ['--heapsnapshot-signal=SIGUSR2', `--diagnostic-dir=${snapshots}`]
  server = { ...(await startServer({ dataDir, nodeOptions })), setUpToken: () => token }
  statuses = await failAll(await sendAll())
  whileRunning = filesIn(dataDir)
  heap = await heapOf(server)
  await server.stop()
  const file = new DatabaseSync(join(dataDir, 'llafar.sqlite'))
  file.exec('pragma wal_checkpoint(truncate)')
  file.close()
  afterStop = filesIn(dataDir)
  output += server.output()
  return () => rmSync(folder, { recursive: true })
}, 300_000)

/** What the server holds in memory, once all that nobody needs is gone. */
async function heapOf({ pid }: RealServer): Promise<Buffer> {
  process.kill(pid, 'SIGUSR2')
  for (let size = -1, tries = 0; tries < 300; tries += 1) {
    await wait(100)
    const [name] = readdirSync(snapshots)
    const now = name ? statSync(join(snapshots, name)).size : -1
    if (name && now > 0 && now === size) return readFileSync(join(snapshots, name))
    size = now
  }
  throw new Error('the server made no heap snapshot')
}

describe('what young people wrote', () => {
  test('was planted at fifty places and more', () => {
    expect(planted.size).toBeGreaterThan(50)
  })

  test('failed in every way that the API documents', () => {
    expect([...new Set(statuses)].sort()).toEqual([400, 403, 404, 409, 413, 415, 422, 503])
  })

  test('did arrive, and is in the envelopes: all that was sent, and nothing that failed', async () => {
    const { current } = await waitingKeys(server)
    const sealed = rows<{ sealed: Uint8Array }>(server, 'select sealed from envelope')
    const opened = (await Promise.all(sealed.map((row) => openInProcess(row.sealed, current)))).join('\n')

    const arrived = foundIn(Buffer.from(opened))

    expect(arrived).toEqual([...planted.values()].filter((where) => /^(api|page|message)/.test(where)))
  })

  test('is in no file of the running server: database, write-ahead log, index, secret', () => {
    expect(whileRunning.map(([path]) => path.slice(dataDir.length + 1)).sort()).toEqual([
      'app-secret',
      'llafar.sqlite',
      'llafar.sqlite-shm',
      'llafar.sqlite-wal',
    ])
    expect(whileRunning.flatMap(([, bytes]) => foundIn(bytes))).toEqual([])
  })

  test('is in no file once it has stopped and the log is written back', () => {
    expect(afterStop.flatMap(([, bytes]) => foundIn(bytes))).toEqual([])
  })

  test('is in no notice to staff', () => {
    const notices = rows(server, 'select * from outbox')

    expect([notices.length > 0, foundIn(Buffer.from(JSON.stringify(notices)))]).toEqual([true, []])
  })

  test('is in no line that the server wrote, though it wrote of what failed', () => {
    expect(output).toContain('not-stored')
    expect(foundIn(Buffer.from(output))).toEqual([])
  })

  test('is in no problem of the API, no header, and no error page that is not a step of the form', () => {
    // A key is named by its sender; it is no answer.
    expect(foundIn(Buffer.from(said.join('\n')))).toEqual([])
  })

  test('can be found by this test where it is: it finds what is kept in clear', () => {
    planted.set('trusted-adult', 'a counted choice')
    planted.set('self-referral', 'the name of a form')
    const found = afterStop.flatMap(([, bytes]) => foundIn(bytes))
    planted.delete('trusted-adult')
    planted.delete('self-referral')

    expect(found).toContain('the name of a form')
  })
})

describe('the memory of a server that has taken all this', () => {
  test('holds nothing of what was written', () => {
    expect(heap.includes('The list of forms is at /api/forms.')).toBe(true)
    expect(foundIn(heap)).toEqual([])
  })

  test('holds no private key', () => {
    expect(/AGE-SECRET-KEY-1[A-Z0-9]{50,}/.exec(heap.toString('latin1'))?.[0]).toBeUndefined()
  })
})
