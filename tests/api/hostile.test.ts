import { spawnSync } from 'node:child_process'

import { Agent, request } from 'node:http'
import { createServer } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type RealServer, SITE_URL, startServer } from '../builders/real-server.ts'
import { send } from '../builders/self-referral.ts'

/** What `npm run fuzz` has found. What holds at every address: tests/api/headers.test.ts. */
let server: RealServer
let metricsPort: number
beforeAll(async () => {
  metricsPort = await freePort()
  server = await startServer({ settings: { METRICS_PORT: String(metricsPort) } })
}, 300_000)
afterAll(() => server?.stop())

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/** Asks with a path and headers exactly as they are, which `fetch` would put in order. */
function ask(
  path: string,
  headers: Readonly<Record<string, string>> = {},
  method = 'GET',
  body?: string,
  agent?: Agent,
) {
  const { hostname, port } = new URL(server.url)
  return new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; body: string }>((resolve, reject) => {
    const asked = request({ hostname, port, path, method, headers, ...(agent && { agent }) }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (part: string) => {
        text += part
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }))
    })
    asked.on('error', reject)
    asked.on('response', (response) => response.on('error', reject))
    asked.end(body)
  })
}

describe('a request that once ended the server', () => {
  test.each(['bytes=9-1', 'bytes=0-0', 'bytes=-1', 'bytes=a-b'])(
    'asks a page for the part %s, and gets it whole',
    async (range) => {
      const whole = await ask('/cy')

      const part = await ask('/cy', { range })

      expect([part.status, part.body === whole.body]).toEqual([200, true])
    },
  )
})

describe('a request that once was answered with 500', () => {
  test.each(['//cy//staff', '//evil.test/cy', '/cy//cysylltu', '/\\evil.test', '///'])(
    'asks for %s, which is nowhere',
    async (path) => {
      expect((await ask(path)).status).toBe(404)
    },
  )

  test.each([
    ['/en/staff/sign-in', 'application/json', 'null'],
    ['/cy/staff/mewngofnodi', 'multipart/form-data', '--b'],
    ['/en/staff/second-step', 'multipart/form-data; boundary=b', '--b\r\ncontent-disposition: x'],
    ['/en/staff/sign-in', 'a/b;;;=', '\0'],
  ])('posts to %s what is no form (%s)', async (path, type, body) => {
    expect((await ask(path, { origin: SITE_URL, 'content-type': type }, 'POST', body)).status).toBeLessThan(500)
  })
})

describe('a server that may open no more files', () => {
  test('breaks off one page and goes on', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    await ask('/cy', {}, 'GET', undefined, agent)
    const limit = (files: string) => spawnSync('prlimit', ['--pid', String(server.pid), `--nofile=${files}:`])
    limit('3')

    const broken = await ask('/en', {}, 'GET', undefined, agent).catch((error: Error) => error)
    limit('1024')
    agent.destroy()

    expect([broken instanceof Error, (await ask('/en')).status]).toEqual([true, 200])
  })
})

describe('figures', () => {
  test('are told on a port of their own, and name nobody', async () => {
    await send(server.url)

    const text = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text()

    expect(text).toMatch(/llafar_requests_total\{kind="api",status="2xx"\} \d+/)
    expect(text).toContain('llafar_can_store 1')
    expect(text).toContain('llafar_notices{state="waiting"} 1')
    expect(text).not.toMatch(/127\.0\.0\.1|Sam|self-referral/)
  })

  test('are not on the public port', async () => {
    expect((await ask('/metrics')).status).toBe(404)
  })
})
