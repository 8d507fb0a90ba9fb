import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { envelopeOf, openEnvelope, rows, waitingKeys } from '../builders/opened-envelopes.ts'
import { type RealServer, startServer } from '../builders/real-server.ts'
import { aSelfReferral, inPieces, leastAnswers, type ProblemBody, receipt, send } from '../builders/self-referral.ts'

let server: RealServer
beforeAll(async () => {
  server = await startServer()
}, 300_000)
afterAll(() => server?.stop())

type Sent = { reference: string; receivedAt: string; trackingCode?: string; next: { by: string; says: string } }
const sendJson = (parts: Record<string, unknown> = {}, key?: string) =>
  send(server.url, { key, body: JSON.stringify(aSelfReferral(parts)) })
const sent = async (response: Response) => (await response.json()) as Sent
const problem = async (response: Response) => (await response.json()) as ProblemBody
const countOf = (table: string) => rows<{ n: number }>(server, `select count(*) as n from ${table}`)[0]?.n

describe('a self-referral that is in order', () => {
  test('is stored, and answered with 201, a reference, the moment, a code and what comes next', async () => {
    const response = await sendJson()

    expect(response.status).toBe(201)
    expect(await sent(response)).toEqual({
      reference: expect.stringMatching(/^[A-Z]{2}\d-[A-Z]{2}\d-[A-Z]{2}\d$/),
      receivedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      trackingCode: expect.stringMatching(/^\p{L}+( \p{L}+){5}$/u),
      next: { by: expect.stringMatching(/T1[67]:00:00\.000Z$/), says: expect.stringMatching(/^Byddwn ni'n/) },
    })
  })

  test('is answered in English when English was asked for', async () => {
    const { next } = await sent(await sendJson({ language: 'en' }))

    expect(next.says).toMatch(/^We will look at this by \w+day \d+ \w+ \d{4} at 17:00\.$/)
  })

  test('gives no code to a child who wants none', async () => {
    const answers = { name: 'Sam', contactMethods: ['email'], email: 'sam@example.com' }

    expect(await sent(await sendJson({ answers, trackingCode: false }))).not.toHaveProperty('trackingCode')
  })

  test('has one record, one envelope, one code and one notice, whatever else was there', async () => {
    const before = [countOf('record'), countOf('envelope'), countOf("code where kind = 'tracking'"), countOf('outbox')]

    await sendJson()

    const after = [countOf('record'), countOf('envelope'), countOf("code where kind = 'tracking'"), countOf('outbox')]
    expect(after).toEqual(before.map((count) => (count ?? 0) + 1))
  })

  test.each([
    ['Welsh letters', 'Siân Ŵyn ŷ â ô ï Ŷ Ẃ'],
    ['an apostrophe', "Siôn O'Brien-ap-Rhys"],
    ['emoji, joined and with a skin colour', '😀 👩‍👧‍👦 👍🏽 🏴󠁧󠁢󠁷󠁬󠁳󠁿'],
    ['letters that are not composed', 'Sia\u0302n w\u0302y\u0302'],
    ['quotation marks, slashes and angles', `"\\/<script>&amp;'`],
    ['a right-to-left name', 'مريم'],
  ])('keeps %s byte for byte', async (_, name) => {
    const { reference } = await sent(await sendJson({ answers: { ...leastAnswers, name } }))
    const { current } = await waitingKeys(server)

    const opened = JSON.parse(await openEnvelope(envelopeOf(server, reference), current)) as {
      answers: { name: string }
    }

    expect(Buffer.from(opened.answers.name).toString('hex')).toBe(Buffer.from(name).toString('hex'))
  })

  test('keeps a long answer with its line ends byte for byte', async () => {
    const wantToHappen = `Dw i eisiau gweld fy mrawd.\n\n\tŵŷâ 😀 '${'gair '.repeat(700)}.`
    const { reference } = await sent(await sendJson({ answers: { ...leastAnswers, wantToHappen } }))
    const { current } = await waitingKeys(server)

    const opened = JSON.parse(await openEnvelope(envelopeOf(server, reference), current)) as {
      answers: Record<string, string>
    }

    expect(opened.answers.wantToHappen).toBe(wantToHappen)
  })

  test('opens with the recovery key too, which exists on paper only', async () => {
    const { reference } = await sent(await sendJson({ answers: { ...leastAnswers, name: 'Gŵenllian' } }))
    const { recovery } = await waitingKeys(server)

    const opened = JSON.parse(await openEnvelope(envelopeOf(server, reference), recovery)) as Record<string, unknown>

    expect(opened).toMatchObject({
      form: 'self-referral',
      version: 1,
      language: 'cy',
      reference,
      answers: { name: 'Gŵenllian' },
    })
  })

  test('is as long in the database whether a little or more was written', async () => {
    const short = await sent(await sendJson({ answers: { ...leastAnswers, name: 'S' } }))
    const long = await sent(
      await sendJson({ answers: { ...leastAnswers, name: 'S'.repeat(80), wantToHappen: 'x'.repeat(3_000) } }),
    )

    expect(envelopeOf(server, short.reference).length).toBe(envelopeOf(server, long.reference).length)
  })
})

describe('the same key', () => {
  test('with the same body gives the same reference, moment and code, and stores nothing more', async () => {
    const key = randomUUID()
    const first = await sent(await sendJson({}, key))
    const stored = countOf('record')

    const response = await sendJson({}, key)

    expect([response.status, await sent(response), countOf('record')]).toEqual([201, first, stored])
  })

  test('is the same in capitals', async () => {
    const key = randomUUID()
    const first = await sent(await sendJson({}, key))

    expect(await sent(await sendJson({}, key.toUpperCase()))).toEqual(first)
  })

  test('is the same when the body has its names in another order', async () => {
    const key = randomUUID()
    const first = await sent(await sendJson({}, key))
    const turned = {
      confidentiality: { ...receipt },
      answers: { contactMethods: ['come-back'], name: 'Sam' },
      language: 'cy',
    }

    expect(await sent(await send(server.url, { key, body: JSON.stringify(turned) }))).toEqual(first)
  })

  test('with other answers is refused with 409, and what was stored stays', async () => {
    const key = randomUUID()
    await sendJson({}, key)
    const stored = countOf('record')

    const response = await sendJson({ answers: { ...leastAnswers, name: 'Mari' } }, key)

    expect([response.status, (await problem(response)).type, countOf('record')]).toEqual([
      409,
      '/api/problems/key-reused',
      stored,
    ])
  })

  test('ten times at once is one record with one code', async () => {
    const key = randomUUID()
    const stored = countOf('record') ?? 0

    const responses = await Promise.all(Array.from({ length: 10 }, () => sendJson({}, key)))

    const answers = await Promise.all(responses.map(async (response) => JSON.stringify(await response.json())))
    expect([new Set(answers).size, new Set(responses.map(({ status }) => status)), countOf('record')]).toEqual([
      1,
      new Set([201]),
      stored + 1,
    ])
  })
})

describe('a body that cannot be read', () => {
  const refused = async (response: Response) => [response.status, (await problem(response)).type]

  test.each([
    ['no JSON', 'name=Sam'],
    ['half of a JSON object', '{"language": "cy"'],
    ['nothing', ''],
    ['a list', '[]'],
    ['a text', '"cy"'],
    ['null', 'null'],
  ])('is refused with 400 when it is %s', async (_, body) => {
    expect(await refused(await send(server.url, { body }))).toEqual([400, '/api/problems/bad-json'])
  })

  test('is refused with 400 when it is not UTF-8', async () => {
    const body = Buffer.concat([
      Buffer.from('{"language": "cy", "answers": {"name": "Si'),
      Buffer.from([0xe2]),
      Buffer.from('n"}}'),
    ])

    expect(await refused(await send(server.url, { body: new Uint8Array(body) }))).toEqual([
      400,
      '/api/problems/broken-utf-8',
    ])
  })

  const places = [{ origin: 'http://localhost:4321' }, { origin: 'https://elsewhere.example' }, {}]
  const types = ['text/plain', 'application/x-www-form-urlencoded', 'application/json5', '']

  test.each(types.flatMap((type) => places.map((place) => ({ 'content-type': type, ...place }))))(
    'is refused with 415 when it says it is %o',
    async (headers) => {
      expect(await refused(await send(server.url, { headers }))).toEqual([415, '/api/problems/json-only'])
    },
  )

  test('is read when it says its letters too', async () => {
    expect((await send(server.url, { headers: { 'content-type': 'application/json; charset=UTF-8' } })).status).toBe(
      201,
    )
  })

  test('is refused with 413 when it says it is over 64 KiB', async () => {
    const body = JSON.stringify(aSelfReferral({ answers: { ...leastAnswers, name: 'x'.repeat(65_536) } }))

    expect(await refused(await send(server.url, { body }))).toEqual([413, '/api/problems/too-large'])
  })

  test('is refused with 413 when it comes in pieces and is over 64 KiB', async () => {
    const body = inPieces(...Array.from({ length: 70 }, () => 'x'.repeat(1_024)))

    expect(await refused(await send(server.url, { body }))).toEqual([413, '/api/problems/too-large'])
  })

  test('is read up to 64 KiB exactly', async () => {
    const bare = JSON.stringify(aSelfReferral())

    expect((await send(server.url, { body: bare + ' '.repeat(65_536 - bare.length) })).status).toBe(201)
  })
})

describe('a key that is none', () => {
  test.each([
    ['is missing', undefined],
    ['is no UUID', 'a key of my own'],
    ['is a UUID with more behind it', `${randomUUID()}x`],
    ['is empty', ''],
  ])('is refused with 400 when it %s', async (_, key) => {
    const response = await fetch(`${server.url}/api/forms/self-referral`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(key !== undefined && { 'idempotency-key': key }) },
      body: JSON.stringify(aSelfReferral()),
    })

    expect([response.status, (await problem(response)).type]).toEqual([400, '/api/problems/idempotency-key'])
  })
})

describe('confidentiality first', () => {
  test.each([
    ['is missing', undefined],
    ['is of an earlier version', { ...receipt, version: '2025-01' }],
    ['names no language', { ...receipt, language: undefined }],
    ['says no answer', { ...receipt, answer: 'refused' }],
    ['is no object', 'understood'],
    ['is empty', {}],
  ])('refuses with 403 a form whose receipt %s, and stores nothing', async (_, confidentiality) => {
    const stored = countOf('record')

    const response = await sendJson({ confidentiality })

    expect([response.status, (await problem(response)).type, countOf('record')]).toEqual([
      403,
      '/api/problems/confidentiality-first',
      stored,
    ])
  })

  test('takes "please explain it to me" as well as "I understand"', async () => {
    expect((await sendJson({ confidentiality: { ...receipt, answer: 'explain' } })).status).toBe(201)
  })
})

describe('a form that is none of the public ones', () => {
  test.each(['nothing', 'screening', 'contact', 'child-message', 'constructor', '__proto__'])(
    'is answered with 404: %s',
    async (path) => {
      const response = await send(server.url, { path })

      expect([response.status, response.headers.get('content-type'), (await problem(response)).type]).toEqual([
        404,
        'application/problem+json',
        '/api/problems/unknown-form',
      ])
    },
  )
})

describe('answers that have to be put right', () => {
  const errors = async (answers: unknown, language = 'cy') => {
    const response = await sendJson({ answers, language })
    return { status: response.status, errors: (await problem(response)).errors }
  }

  test.each([
    [
      'a question that is not ours',
      { ...leastAnswers, shoeSize: 4 },
      'shoeSize',
      'unknownQuestion',
      "Dydyn ni ddim yn gofyn cwestiwn â'r enw hwn.",
    ],
    [
      'an answer to a question that is not asked',
      { ...leastAnswers, email: 'sam@example.com' },
      'email',
      'hidden',
      undefined,
    ],
    ['a name that is a number', { ...leastAnswers, name: 12 }, 'name', 'wrongType', undefined],
    ['no name', { contactMethods: ['come-back'] }, 'name', 'missing', undefined],
    [
      'a way that is not offered',
      { ...leastAnswers, contactMethods: ['pigeon'] },
      'contactMethods',
      'unknownChoice',
      undefined,
    ],
    [
      'the same way twice',
      { ...leastAnswers, contactMethods: ['come-back', 'come-back'] },
      'contactMethods',
      'repeated',
      undefined,
    ],
    [
      'a day to come back that has gone by',
      { ...leastAnswers, comeBackDay: '2020-01-01' },
      'comeBackDay',
      'inPast',
      undefined,
    ],
    ['a day that is none', { ...leastAnswers, comeBackDay: '2027-02-30' }, 'comeBackDay', 'notADate', undefined],
    ['an age in words', { ...leastAnswers, age: 'twelve' }, 'age', 'notANumber', undefined],
    ['an age of 31', { ...leastAnswers, age: 31 }, 'age', 'tooBig', undefined],
    ['a name of 81 letters', { ...leastAnswers, name: 'x'.repeat(81) }, 'name', 'tooLong', undefined],
    ['a name with a null character', { ...leastAnswers, name: 'a\u0000' }, 'name', 'unreadable', undefined],
    [
      'no telephone number where one is needed',
      { name: 'Sam', contactMethods: ['call'] },
      'phone',
      'missing',
      undefined,
    ],
    ['answers that are a list', [], '', 'wrongType', undefined],
  ])('%s: 422 naming question and rule, in Welsh', async (_, answers, question, rule, message) => {
    const refused = await errors(answers)

    expect(refused).toEqual({
      status: 422,
      errors: [{ question, rule, message: message ?? expect.stringMatching(/\S/) }],
    })
    const english = await errors(answers, 'en')
    expect(refused.errors?.[0]?.message).not.toBe(english.errors?.[0]?.message)
  })

  test('says in Welsh what to do about a missing name, and so in English', async () => {
    const [cy, en] = [
      await errors({ contactMethods: ['come-back'] }),
      await errors({ contactMethods: ['come-back'] }, 'en'),
    ]

    expect([cy.errors?.[0]?.message, en.errors?.[0]?.message]).toEqual([
      "Rho enw i ni ei ddefnyddio. Mae unrhyw enw'n iawn.",
      'Please tell us a name to use. Any name is fine.',
    ])
  })

  test('says its title in the language of the form, whatever the browser prefers', async () => {
    const body = JSON.stringify(aSelfReferral({ answers: {} }))

    const response = await send(server.url, { body, headers: { 'accept-language': 'en' } })

    expect((await problem(response)).title).toBe('Mae angen cywiro rhai atebion')
  })

  test.each([['fr'], [undefined], [12], ['CY']])('refuses with 422 the language %j', async (language) => {
    const response = await sendJson({ language })

    expect([response.status, (await problem(response)).errors?.[0]]).toMatchObject([
      422,
      { question: 'language', rule: 'unknownLanguage' },
    ])
  })

  test('refuses a child whom nobody could reach: no way but coming back, and no code', async () => {
    const response = await sendJson({ trackingCode: false })

    expect([response.status, (await problem(response)).errors?.[0]]).toMatchObject([
      422,
      { question: 'contactMethods', rule: 'nobodyCouldReach' },
    ])
  })

  test('repeats nothing of what was answered', async () => {
    const response = await sendJson({
      answers: { name: 'CYFRINACH-1', contactMethods: ['CYFRINACH-2'], age: 'CYFRINACH-3' },
    })

    expect(await response.text()).not.toContain('CYFRINACH')
  })

  test('stores nothing', async () => {
    const stored = countOf('record')

    await sendJson({ answers: {} })

    expect(countOf('record')).toBe(stored)
  })
})
