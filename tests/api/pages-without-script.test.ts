import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { envelopeOf, openEnvelope, rows, waitingKeys } from '../builders/opened-envelopes.ts'
import { type RealServer, SITE_URL, startServer } from '../builders/real-server.ts'
import { inPieces, post, sendFields, stepPath } from '../builders/self-referral.ts'
import { type Fields, hidden, pressOn, referenceOf } from '../builders/without-script.ts'

let server: RealServer
beforeAll(async () => {
  server = await startServer()
}, 300_000)
afterAll(() => server?.stop())

const countOf = () => rows<{ n: number }>(server, 'select count(*) as n from record')[0]?.n ?? 0
const least = [
  ['name', 'Sam'],
  ['contactMethods', 'come-back'],
] as const

const press = (html: string, button: string, filled: Fields = [], language: 'cy' | 'en' = 'cy') =>
  pressOn(server.url, html, { button, filled, language })

const headingOf = (html: string) =>
  /<h1[^>]*>(.*?)<\/h1>/s
    .exec(html)?.[1]
    ?.replaceAll(/<[^>]*>/g, '')
    .trim()

describe('a self-referral without script', () => {
  test('goes from the first page to the confirmation, and what is sealed is what was written', async () => {
    const start = await (await fetch(`${server.url}/cy/gofyn-am-eiriolwr`)).text()
    const name = await press(start, 'understood')
    const ways = await press(name, 'go-on', [['a.name', "Siân Ŵyn O'Brien 😀"]])
    const details = await press(ways, 'go-on', [
      ['a.contactMethods', 'call'],
      ['a.contactMethods.2', 'email'],
      ['a.contactMethods.3', ''],
    ])
    const check = await press(details, 'go-on', [
      ['a.phone', '07700 900456'],
      ['a.email', 'sian@example.com'],
    ])
    const sent = await press(check, 'send', [['code', 'yes']])

    const { current } = await waitingKeys(server)
    const opened = JSON.parse(await openEnvelope(envelopeOf(server, referenceOf(sent)), current)) as Record<
      string,
      unknown
    >
    expect(opened.answers).toEqual({
      name: "Siân Ŵyn O'Brien 😀",
      contactMethods: ['call', 'email'],
      phone: '07700 900456',
      email: 'sian@example.com',
    })
  })

  test('begins with what stays private, wherever it is entered', async () => {
    const html = await (
      await post(server.url, stepPath.en, [
        ['page', 'reason'],
        ['a.reason', 'rights'],
        ['do', 'go-on'],
      ])
    ).text()

    expect(headingOf(html)).toBe('What stays private')
  })

  test('leads back to its first page when a step is opened by its address', async () => {
    const response = await fetch(server.url + stepPath.en, { redirect: 'manual' })

    expect([response.status, response.headers.get('location')]).toEqual([303, '/en/ask-for-an-advocate'])
  })

  test('keeps every answer when the language is switched, and asks the same page', async () => {
    const start = await (await fetch(`${server.url}/cy/gofyn-am-eiriolwr`)).text()
    const name = await press(await press(start, 'understood'), 'go-on', [['a.name', 'Mari']])

    const english = await press(name, 'stay', [['a.contactMethods', 'letter']], 'en')

    expect(headingOf(english)).toBe('What is the safest way to reach you?')
    expect(hidden(english)).toContainEqual(['a.name', 'Mari'])
    expect(english).toMatch(/value="letter"[^>]* checked|checked[^>]* value="letter"/)
  })

  test('keeps what was typed when it has to be put right, and says so with 422', async () => {
    const response = await post(server.url, stepPath.en, [
      ['page', 'contact-details'],
      ['receipt', '2026-11 en text understood'],
      ['a.name', 'Sam'],
      ['a.contactMethods', 'call'],
      ['a.phone', 'ask "Mam"'],
      ['do', 'go-on'],
    ])
    const html = await response.text()

    expect([response.status, html.includes('value="ask &quot;Mam&quot;"'), html.includes('error-summary')]).toEqual([
      422,
      true,
      true,
    ])
  })

  test('names its step plainly in the title, and says there when something has to be put right', async () => {
    const html = await (
      await post(server.url, stepPath.en, [
        ['page', 'name'],
        ['receipt', '2026-11 en text understood'],
        ['do', 'go-on'],
      ])
    ).text()

    expect(/<title>(.*?)<\/title>/s.exec(html)?.[1]).toMatch(/^Please look: Your name/)
  })

  test('makes what was written harmless in the page', async () => {
    const html = await (
      await post(server.url, stepPath.en, sendFields([['name', '"><script>alert(1)</script>']]))
    ).text()

    expect(html).not.toContain('<script>alert')
  })

  test('says an H1 for every page, and never the situation in the title', async () => {
    const titles = await Promise.all(
      ['reason', 'meeting', 'equality', 'people'].map(async (page) => {
        const html = await (
          await post(server.url, stepPath.en, [
            ['page', page],
            ['more', '1'],
            ['receipt', '2026-11 en text understood'],
            ['a.name', 'Sam'],
            ['a.reason', 'complaint'],
            ['do', 'stay'],
          ])
        ).text()
        return [
          headingOf(html) !== undefined,
          /complain|social services/i.test(/<title>(.*?)<\/title>/s.exec(html)?.[1] ?? ''),
        ]
      }),
    )

    expect(titles).toEqual([
      [true, false],
      [true, false],
      [true, false],
      [true, false],
    ])
  })
})

describe('sending twice', () => {
  test('gives the same reference and the same code, and one record', async () => {
    const fields = sendFields(least)
    const before = countOf()

    const [first, second] = [
      await (await post(server.url, stepPath.en, fields)).text(),
      await (await post(server.url, stepPath.en, fields)).text(),
    ]

    const codeOf = (html: string) => /<ol class="code-words">.*?<\/ol>/s.exec(html)?.[0]
    expect([referenceOf(second), codeOf(second), countOf()]).toEqual([referenceOf(first), codeOf(first), before + 1])
    expect(codeOf(first)).toBeTruthy()
  })

  test('after a change says with 409 that it was sent before, and sends the change only when told so again', async () => {
    const submission = randomUUID()
    const before = countOf()
    await post(server.url, stepPath.en, sendFields(least, submission))

    const changed = await post(
      server.url,
      stepPath.en,
      sendFields(
        [
          ['name', 'Mari'],
          ['contactMethods', 'come-back'],
        ],
        submission,
      ),
    )
    const html = await changed.text()

    expect([
      changed.status,
      hidden(html).some(([name, value]) => name === 'a.name' && value === 'Mari'),
      countOf(),
    ]).toEqual([409, true, before + 1])
    expect(referenceOf(await press(html, 'send', [['code', 'yes']], 'en'))).not.toBe('')
    expect(countOf()).toBe(before + 2)
  })
})

describe('what stays private has changed since it was read', () => {
  test('is read again before anything is sent: 403, every answer kept, nothing stored', async () => {
    const before = countOf()
    const fields = sendFields(least).map(([name, value]) =>
      name === 'receipt' ? ([name, '2020-01 cy symbols understood'] as const) : ([name, value] as const),
    )

    const response = await post(server.url, stepPath.en, fields)
    const html = await response.text()

    expect([response.status, headingOf(html), countOf()]).toEqual([403, 'What stays private', before])
    expect(hidden(html)).toContainEqual(['a.name', 'Sam'])
  })
})

describe('a posted page that is too large', () => {
  const large = 'x'.repeat(262_145)

  test('is refused with 413 when it says so', async () => {
    const response = await post(server.url, stepPath.en, sendFields([['name', large]]))

    expect([response.status, (await response.text()).includes('0808 157 0123')]).toEqual([413, true])
  })

  const postInPieces = (type: string, text: string) =>
    fetch(server.url + stepPath.en, {
      method: 'POST',
      headers: { origin: SITE_URL, 'content-type': type },
      body: inPieces(text.slice(0, 1_000), text.slice(1_000)),
      ...{ duplex: 'half' },
    })

  test('is refused with 413 when it comes in pieces', async () => {
    expect((await postInPieces('application/x-www-form-urlencoded', `a.name=${large}`)).status).toBe(413)
  })

  test('is refused with 413 when it comes in pieces and in parts', async () => {
    const part = `--b\r\ncontent-disposition: form-data; name="a.name"\r\n\r\n${large}\r\n--b--\r\n`

    expect((await postInPieces('multipart/form-data; boundary=b', part)).status).toBe(413)
  })
})

describe('bytes that are no text', () => {
  test('are refused with a sentence, not stored as something else', async () => {
    const before = countOf()
    const fields = `page=check&do=send&submission=${randomUUID()}&receipt=2026-11+cy+symbols+understood&a.name=Si%E2n&a.contactMethods=come-back`

    const response = await fetch(server.url + stepPath.en, {
      method: 'POST',
      headers: { origin: SITE_URL, 'content-type': 'application/x-www-form-urlencoded' },
      body: fields,
    })

    expect([response.status, countOf()]).toEqual([422, before])
  })
})

describe('what a curious person may post', () => {
  const understood = ['receipt', '2026-11 en text understood'] as const

  test.each([
    ['a page that is none', [['page', '../../etc'], understood]],
    ['a change of a page that is none', [['page', 'check'], understood, ['do', 'change:constructor']]],
    ['no field at all', []],
    [
      'every field twice',
      [['page', 'name'], ['page', 'check'], understood, understood, ['a.name', 'a'], ['a.name', 'b']],
    ],
    ['names of the language itself', [['page', '__proto__'], ['a.__proto__', 'x'], ['a.constructor', 'y'], understood]],
    [
      'a submission that is no key',
      [
        ...sendFields(
          [
            ['name', 'Sam'],
            ['contactMethods', 'come-back'],
          ],
          "'; drop table record; --",
        ),
      ],
    ],
  ] as [string, Fields][])('is no fault of ours: %s', async (_, fields) => {
    expect((await post(server.url, stepPath.en, fields)).status).toBeLessThan(500)
  })
})
