import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rows } from '../builders/opened-envelopes.ts'
import { type RealServer, startServer } from '../builders/real-server.ts'
import { aSelfReferral, type ProblemBody, post, send, sendFields, stepPath } from '../builders/self-referral.ts'

const answers = [
  ['name', 'Gwenllian Ŵ'],
  ['contactMethods', 'come-back'],
] as const
const countOf = (server: RealServer) => rows<{ n: number }>(server, 'select count(*) as n from record')[0]?.n

describe('after three sends from one network, where three are allowed', () => {
  let server: RealServer
  const key = randomUUID()
  beforeAll(async () => {
    server = await startServer({ sendLimit: 3 })
    await send(server.url, { key })
    await send(server.url)
    await send(server.url)
  }, 300_000)
  afterAll(() => server?.stop())

  test('a fourth is answered with 429, how long to wait, and the telephone number; nothing is stored', async () => {
    const response = await send(server.url)
    const { type, detail } = (await response.json()) as ProblemBody
    const seconds = Number(response.headers.get('retry-after'))

    expect([response.status, type, seconds > 590 && seconds <= 600, countOf(server)]).toEqual([
      429,
      '/api/problems/too-many',
      true,
      3,
    ])
    expect(detail).toContain('0808 157 0123')
  })

  test('the page keeps the answers, says what to do, and stores nothing', async () => {
    const response = await post(server.url, stepPath.en, sendFields(answers))
    const html = await response.text()

    expect([response.status, Number(response.headers.get('retry-after')) > 0, countOf(server)]).toEqual([429, true, 3])
    expect(html).toContain('name="a.name" value="Gwenllian Ŵ"')
    expect(html).toContain('0808 157 0123')
  })

  test('the page before the last is no send and stays open', async () => {
    expect(
      (
        await post(server.url, stepPath.en, [
          ['page', 'name'],
          ['receipt', '2026-11 en text understood'],
          ['a.name', 'Sam'],
        ])
      ).status,
    ).toBe(200)
  })

  test('a network is not let through by saying it is another', async () => {
    expect((await send(server.url, { headers: { 'x-forwarded-for': '198.51.100.7' } })).status).toBe(429)
  })

  test('what was sent before and is sent again still gets its answer: a retry is no new send', async () => {
    expect((await send(server.url, { key })).status).toBe(201)
  })
})

describe('what does not arrive', () => {
  let server: RealServer
  beforeAll(async () => {
    server = await startServer({ sendLimit: 3 })
  }, 300_000)
  afterAll(() => server?.stop())

  test('is no send: three forms that had to be put right leave room for three that are in order', async () => {
    for (let tries = 0; tries < 3; tries += 1)
      await send(server.url, { body: JSON.stringify(aSelfReferral({ answers: {} })) })

    const statuses = [(await send(server.url)).status, (await send(server.url)).status, (await send(server.url)).status]

    expect(statuses).toEqual([201, 201, 201])
  })
})

describe('behind a proxy of ours', () => {
  let server: RealServer
  beforeAll(async () => {
    server = await startServer({ sendLimit: 1, settings: { TRUSTED_PROXY: '1' } })
  }, 300_000)
  afterAll(() => server?.stop())

  test('each network has a limit of its own, and only the last forwarded address is believed', async () => {
    const from = async (forwarded: string) =>
      (await send(server.url, { headers: { 'x-forwarded-for': forwarded } })).status

    expect([
      await from('198.51.100.7'),
      await from('203.0.113.9'),
      await from('198.51.100.8'),
      await from('192.0.2.1, 203.0.113.9'),
      await from('2001:db8:1:2::1'),
      await from('2001:db8:1:2:ffff::9'),
      await from('2001:db8:1:3::1'),
    ]).toEqual([201, 201, 429, 429, 201, 429, 201])
  })
})
