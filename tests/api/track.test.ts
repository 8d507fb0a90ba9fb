import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { rows } from '../builders/opened-envelopes.ts'
import { type RealServer, startServer } from '../builders/real-server.ts'
import { askTrack, type ProblemBody, post, send } from '../builders/self-referral.ts'

let server: RealServer
let code: string
let reference: string
beforeAll(async () => {
  server = await startServer()
}, 300_000)
afterAll(() => server?.stop())
beforeEach(async () => {
  const sent = (await (await send(server.url)).json()) as { trackingCode: string; reference: string }
  code = sent.trackingCode
  reference = sent.reference
})

const unknown = {
  type: '/api/problems/unknown-code',
  title: 'We do not know this code',
  status: 404,
  detail: 'Check the six words and try again, or ring us free: 0808 157 0123',
}
const countOf = (form: string) =>
  rows<{ n: number }>(server, 'select count(*) as n from record where form = ?', form)[0]?.n ?? 0

describe('a code that is right', () => {
  test('opens what has happened and what comes next, and nothing else', async () => {
    const response = await askTrack(server.url, { code, language: 'en' })

    expect([response.status, await response.json()]).toEqual([
      200,
      {
        status: 'received',
        says: 'We have your request. Nobody has said yes or no yet.',
        steps: [{ name: 'Your request arrived', at: expect.stringMatching(/Z$/) }],
        due: expect.stringMatching(/T1[67]:00:00\.000Z$/),
        messages: [],
      },
    ])
  })

  test('is right in capitals, with other signs between the words, and without accents', async () => {
    const typed = code
      .toUpperCase()
      .normalize('NFD')
      .replaceAll(/\p{Mark}/gu, '')
      .split(' ')
      .join(' - ')

    expect((await askTrack(server.url, { code: typed, language: 'cy' })).status).toBe(200)
  })

  test('is right in the other language', async () => {
    const english = (await (
      await send(server.url, {
        body: JSON.stringify({
          language: 'en',
          answers: { name: 'Sam', contactMethods: ['come-back'] },
          confidentiality: { version: '2026-11', language: 'en', format: 'text', answer: 'understood' },
        }),
      })
    ).json()) as { trackingCode: string }

    expect((await askTrack(server.url, { code: english.trackingCode, language: 'cy' })).status).toBe(200)
  })

  test('takes a message, sealed and about the referral', async () => {
    const before = countOf('child-message')

    const response = await askTrack(
      server.url,
      { code, language: 'cy', answers: { message: 'Helo' } },
      { path: '/message' },
    )

    expect([response.status, countOf('child-message')]).toEqual([201, before + 1])
    const [about] = rows<{ reference: string }>(
      server,
      `select about.reference from record join record as about on about.id = record.about
       where record.form = 'child-message' order by record.received_at desc limit 1`,
    )
    expect(about?.reference).toBe(reference)
  })

  test('takes a message once, however often it is sent', async () => {
    const before = countOf('child-message')
    const key = crypto.randomUUID()
    const message = () =>
      askTrack(server.url, { code, language: 'cy', answers: { message: 'Helo' } }, { path: '/message', key })

    const statuses = [(await message()).status, (await message()).status]

    expect([statuses, countOf('child-message')]).toEqual([[201, 201], before + 1])
  })

  test('refuses another message under the same key, so that neither is taken for the other', async () => {
    const key = crypto.randomUUID()
    await askTrack(server.url, { code, language: 'cy', answers: { message: 'Un' } }, { path: '/message', key })

    const response = await askTrack(
      server.url,
      { code, language: 'cy', answers: { message: 'Dau' } },
      { path: '/message', key },
    )

    expect(response.status).toBe(409)
  })

  test('refuses an empty message with 422, in Welsh', async () => {
    const response = await askTrack(
      server.url,
      { code, language: 'cy', answers: { message: ' ' } },
      { path: '/message' },
    )
    const { errors } = (await response.json()) as ProblemBody

    expect([response.status, errors?.[0]]).toEqual([
      422,
      { question: 'message', rule: 'missing', message: expect.stringMatching(/\S/) },
    ])
  })

  test('shows that the young person has asked to stop, and lets the clock run on', async () => {
    const asked = await askTrack(server.url, { code, language: 'en', answers: { ask: 'withdraw' } }, { path: '/ask' })
    const shown = (await (await askTrack(server.url, { code, language: 'en' })).json()) as Record<string, unknown>

    expect(asked.status).toBe(201)
    expect(shown).toMatchObject({
      status: 'received',
      steps: [{ name: 'Your request arrived' }, { name: 'You asked us to stop' }],
      due: expect.any(String),
      messages: ['You asked us to stop. A person will check this with you in the way you chose.'],
    })
  })
})

describe('a code that opens nothing', () => {
  /** The same words, the last one another. */
  const wrong = () => {
    const words = code.split(' ')
    return [...words.slice(0, 5), words[0] === words[5] ? 'cath' : words[0]].join(' ')
  }

  test.each([
    ['wrong', wrong],
    ['of words that we do not know', () => 'un dau tri pedwar pump chwech'],
    ['of five words', () => code.split(' ').slice(0, 5).join(' ')],
    ['empty', () => ''],
    ['no text', () => 12],
    ['very long', () => 'cath '.repeat(200)],
    ['a reference', () => reference],
  ])('is answered with 404 when it is %s, always the same', async (_, typed) => {
    const response = await askTrack(server.url, { code: typed(), language: 'en' })

    expect([response.status, response.headers.get('content-type'), await response.json()]).toEqual([
      404,
      'application/problem+json',
      unknown,
    ])
  })

  test('is answered with 404 when it was erased, the same again', async () => {
    const file = new DatabaseSync(join(server.dataDir, 'llafar.sqlite'))
    file.exec('pragma busy_timeout = 5000')
    file
      .prepare("delete from code where kind = 'tracking' and record = (select id from record where reference = ?)")
      .run(reference)
    file.close()

    const response = await askTrack(server.url, { code, language: 'en' })

    expect([response.status, await response.json()]).toEqual([404, unknown])
  })

  test.each(['/message', '/ask'])('takes nothing: %s', async (path) => {
    const before = countOf('child-message') + countOf('child-ask')

    const response = await askTrack(
      server.url,
      { code: wrong(), language: 'en', answers: { message: 'x', ask: 'withdraw' } },
      { path },
    )

    expect([response.status, countOf('child-message') + countOf('child-ask')]).toEqual([404, before])
  })

  test('is an idempotency key no more than a wrong code is', async () => {
    expect((await askTrack(server.url, { code: crypto.randomUUID(), language: 'en' })).status).toBe(404)
  })
})

describe('the page on which a code is typed', () => {
  const page = (fields: Record<string, string>) => post(server.url, '/en/my-request', Object.entries(fields))

  test('opens with the code, which is never part of an address', async () => {
    const response = await page({ code })
    const html = await response.text()

    expect(response.status).toBe(200)
    expect(html).toContain('Your request arrived')
    expect(
      html.match(/(?:href|action|src)="[^"]*"/g)?.filter((address) => address.includes(code.split(' ')[0] ?? code)),
    ).toEqual([])
  })

  test('says with 404 that it does not know a wrong code, and keeps what was typed', async () => {
    const response = await page({ code: 'un dau tri' })
    // The number does not break over two lines.
    const html = (await response.text()).replaceAll('\u00a0', ' ')

    expect([response.status, html.includes('value="un dau tri"'), html.includes('0808 157 0123')]).toEqual([
      404,
      true,
      true,
    ])
  })

  test('takes a message', async () => {
    const before = countOf('child-message')

    const html = await (
      await page({ code, form: 'child-message', submission: crypto.randomUUID(), 'a.message': 'Helo' })
    ).text()

    expect([html.includes('Your message has arrived.'), countOf('child-message')]).toEqual([true, before + 1])
  })

  test('never says that a message has arrived when it has not: the same page sent again with other words', async () => {
    const submission = crypto.randomUUID()
    await page({ code, form: 'child-message', submission, 'a.message': 'Un' })
    const before = countOf('child-message')

    const html = await (await page({ code, form: 'child-message', submission, 'a.message': 'Dau' })).text()

    const arrived = countOf('child-message') === before + 1
    expect(html.includes('Your message has arrived.')).toBe(arrived)
    expect(arrived || html.includes('Dau')).toBe(true)
  })

  test('keeps a message that is too long on the page, and says so', async () => {
    const response = await page({
      code,
      form: 'child-message',
      submission: crypto.randomUUID(),
      'a.message': 'x'.repeat(4_001),
    })
    const html = await response.text()

    expect([response.status, html.includes('x'.repeat(4_001)), html.includes('error-summary')]).toEqual([
      422,
      true,
      true,
    ])
  })
})

describe('guessing', () => {
  let guarded: RealServer
  beforeAll(async () => {
    guarded = await startServer()
  }, 300_000)
  afterAll(() => guarded?.stop())

  test('is stopped after thirty wrong codes from one network, with Retry-After and the telephone number', async () => {
    const statuses: number[] = []
    for (let tries = 0; tries < 30; tries += 1)
      statuses.push((await askTrack(guarded.url, { code: 'un dau tri', language: 'en' })).status)

    const response = await askTrack(guarded.url, { code: 'un dau tri', language: 'en' })

    expect(new Set(statuses)).toEqual(new Set([404]))
    expect([response.status, Number(response.headers.get('retry-after')) > 0]).toEqual([429, true])
    expect(((await response.json()) as ProblemBody).detail).toContain('0808 157 0123')
  })

  test('then is stopped on the page too', async () => {
    const response = await post(guarded.url, '/en/my-request', [['code', 'un dau tri']])

    expect([response.status, (await response.text()).includes('Please wait a few minutes')]).toEqual([429, true])
  })

  test('does not stop anybody from sending', async () => {
    expect((await send(guarded.url)).status).toBe(201)
  })

  test('is not what a right code does, however often it is used', async () => {
    const statuses: number[] = []
    for (let visits = 0; visits < 40; visits += 1)
      statuses.push((await askTrack(server.url, { code, language: 'en' })).status)

    expect(new Set(statuses)).toEqual(new Set([200]))
  })
})
