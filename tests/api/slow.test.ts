import { connect, type Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aSelfReferral } from '../builders/self-referral.ts'
import { aServed, type TestServed } from '../builders/served.ts'

/** As for people, but a hundred times shorter. */
const PATIENCE = { headersTimeout: 300, requestTimeout: 900, connectionsCheckingInterval: 50 }
/** Longer than any of these, far shorter than the ones for people. */
const TOO_LONG_MILLISECONDS = 19_000

let server: TestServed
beforeAll(async () => {
  server = await aServed({}, PATIENCE)
}, 300_000)
afterAll(() => server?.stop())

/** Opens a connection, writes what it is told to, and says what came back when the server let go. */
function slowly(write: (socket: Socket) => void): Promise<string> {
  const socket = connect(server.port, '127.0.0.1')
  let read = ''
  return new Promise((resolve, reject) => {
    const patience = setTimeout(() => {
      socket.destroy()
      reject(new Error('the connection was kept'))
    }, TOO_LONG_MILLISECONDS)
    socket.setEncoding('utf8').on('data', (part: string) => {
      read += part
    })
    socket.on('error', () => undefined)
    socket.on('close', () => {
      clearTimeout(patience)
      resolve(read.slice(0, 12))
    })
    write(socket)
  })
}

/** Writes a text a piece at a time for as long as the server takes it. */
function drip(socket: Socket, text: string) {
  let at = 0
  const timer = setInterval(() => socket.write(text[at++ % text.length] ?? ' '), 40)
  socket.once('close', () => clearInterval(timer))
}

const head = (path: string, type: string) =>
  `POST ${path} HTTP/1.1\r\nhost: x\r\norigin: http://localhost:4321\r\ncontent-type: ${type}\r\ncontent-length: 60000\r\n\r\n`
const FORM = 'application/x-www-form-urlencoded'

describe('a connection on which something comes too slowly', () => {
  test('is let go when its head does not end', async () => {
    const answer = await slowly((socket) => {
      socket.write('GET /cy HTTP/1.1\r\nhost: x\r\nx-')
      drip(socket, 'a: b\r\n')
    })

    expect(answer).toBe('HTTP/1.1 408')
  })

  test.each([
    ['the API', '/api/forms/self-referral', 'application/json'],
    ['tracking', '/api/track', 'application/json'],
    ['signing in', '/api/auth/password', 'application/json'],
    ['a step of a form', '/en/ask-for-an-advocate/step', FORM],
    ['the tracking page', '/en/my-request', FORM],
    ['the sign-in page', '/en/staff/sign-in', FORM],
  ])('is let go when its body does not end: %s', async (_, path, type) => {
    const answer = await slowly((socket) => {
      socket.write(head(path, type))
      drip(socket, 'a')
    })

    expect(answer).toMatch(/^HTTP\/1\.1 4\d\d$/)
  })

  test('keeps nobody else waiting, however many there are', async () => {
    const slow = Array.from({ length: 50 }, () =>
      slowly((socket) => {
        socket.write(head('/api/forms/self-referral', 'application/json'))
        drip(socket, ' ')
      }),
    )

    const arrived = Promise.all(slow)
    const response = await fetch(`${server.url}/api/forms/self-referral`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
      body: JSON.stringify(aSelfReferral()),
    })

    expect(response.status).toBe(201)
    expect(new Set(await arrived)).toEqual(new Set(['HTTP/1.1 408']))
  })
})

test('a child on a bad signal has a minute for the largest form', async () => {
  const { PATIENCE: forPeople } = await import('#server/main.ts')

  expect(forPeople.requestTimeout).toBe(60_000)
  expect(forPeople.headersTimeout).toBeLessThanOrEqual(forPeople.requestTimeout)
})
