import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { rows } from '../builders/opened-envelopes.ts'
import { type RealServer, setDiskFull, startServer } from '../builders/real-server.ts'
import {
  aSelfReferral,
  askTrack,
  type ProblemBody,
  post,
  send,
  sendFields,
  stepPath,
} from '../builders/self-referral.ts'

let server: RealServer
let code: string
beforeAll(async () => {
  server = await startServer()
  code = ((await (await send(server.url)).json()) as { trackingCode: string }).trackingCode
}, 300_000)
afterEach(() => setDiskFull(server, false))
afterAll(() => server?.stop())

const countOf = () => rows<{ n: number }>(server, 'select count(*) as n from record')[0]?.n

/** Does something while the server can write nothing, and gives the disk back after. */
async function whileFull<Result>(act: () => Promise<Result>): Promise<Result> {
  setDiskFull(server, true)
  try {
    return await act()
  } finally {
    setDiskFull(server, false)
  }
}

describe('when nothing can be written', () => {
  test('a form is answered with 503: it did not arrive, try again or ring, in its own language', async () => {
    const response = await whileFull(() =>
      send(server.url, { body: JSON.stringify(aSelfReferral({ language: 'en' })) }),
    )

    expect([response.status, (await response.json()) as ProblemBody]).toEqual([
      503,
      {
        type: '/api/problems/not-stored',
        title: 'This did not arrive',
        status: 503,
        detail: 'We could not store it, so nothing was sent. Please try again, or ring us free: 0808 157 0123',
      },
    ])
  })

  test('nothing of it is stored', async () => {
    const before = countOf()

    await whileFull(() => send(server.url))

    expect(countOf()).toBe(before)
  })

  // The disk is asked at most once a second, so an answer from before may still be given.
  test('health says with 503, a second later at most, that it cannot store', async () => {
    await whileFull(() =>
      expect
        .poll(
          async () => {
            const response = await fetch(`${server.url}/api/health`)
            return [response.status, await response.json()]
          },
          { timeout: 3_000, interval: 200 },
        )
        .toMatchObject([503, { status: 'cannot store' }]),
    )
  })

  test('the page keeps every answer, says plainly that nothing arrived, and whom to ring', async () => {
    const fields = sendFields([
      ['name', 'Gŵenllian <b>'],
      ['contactMethods', 'text'],
      ['contactMethods', 'come-back'],
      ['phone', '07700 900456'],
      ['wantToHappen', 'Llinell un\r\nŵŷâ 😀'],
    ])

    const response = await whileFull(() => post(server.url, stepPath.en, fields))
    const html = await response.text()

    expect(response.status).toBe(503)
    expect(html).toContain('This did not arrive')
    expect(html).toContain('0808 157 0123')
    expect(html).toContain('name="a.name" value="Gŵenllian &lt;b')
    expect(html).toContain('name="a.contactMethods" value="text"')
    expect(html).toContain('name="a.contactMethods" value="come-back"')
    expect(html).toContain('name="a.phone" value="07700 900456"')
    expect(html).toContain('Llinell un\nŵŷâ 😀')
  })

  test('the page keeps its key, so that trying again is one referral with one code', async () => {
    const submission = randomUUID()
    const before = countOf() ?? 0
    const fields = sendFields(
      [
        ['name', 'Sam'],
        ['contactMethods', 'come-back'],
      ],
      submission,
    )

    const full = await (await whileFull(() => post(server.url, stepPath.cy, fields))).text()
    const again = await post(server.url, stepPath.cy, fields)

    expect(full).toContain(`name="submission" value="${submission}"`)
    expect([again.status, countOf()]).toEqual([200, before + 1])
  })

  test('a message on the tracking page is kept on the page, and is not said to have arrived', async () => {
    const fields = [
      ['code', code],
      ['form', 'child-message'],
      ['submission', randomUUID()],
      ['a.message', 'Plis ffoniwch'],
    ] as const

    const response = await whileFull(() => post(server.url, '/en/my-request', fields))
    const html = await response.text()

    expect([
      response.status,
      html.includes('Plis ffoniwch'),
      html.includes('This did not arrive'),
      html.includes('has arrived'),
    ]).toEqual([503, true, true, false])
  })

  test('a message to the API is answered with 503', async () => {
    const response = await whileFull(() =>
      askTrack(server.url, { code, language: 'cy', answers: { message: 'x' } }, { path: '/message' }),
    )

    expect(response.status).toBe(503)
  })

  test('pages that people read are still there', async () => {
    expect((await whileFull(() => fetch(`${server.url}/cy`))).status).toBe(200)
  })

  test('a referral that is there already can still be seen', async () => {
    expect((await whileFull(() => askTrack(server.url, { code, language: 'cy' }))).status).toBe(200)
  })
})

describe('when there is room again', () => {
  test('the same key is stored once, and the next form too', async () => {
    const key = randomUUID()
    const before = countOf() ?? 0

    await whileFull(() => send(server.url, { key }))
    const statuses = [
      (await send(server.url, { key })).status,
      (await send(server.url, { key })).status,
      (await send(server.url)).status,
    ]

    expect([statuses, countOf()]).toEqual([[201, 201, 201], before + 2])
  })

  test('health is well again', async () => {
    await whileFull(() => send(server.url))

    expect((await fetch(`${server.url}/api/health`)).status).toBe(200)
  })
})
