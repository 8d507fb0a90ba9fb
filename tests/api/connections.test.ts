import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type RealServer, SITE_URL, startServer } from '../builders/real-server.ts'

let server: RealServer
beforeAll(async () => {
  server = await startServer()
}, 300_000)
afterAll(() => server?.stop())

/**
 * Posts a large body on one connection and then asks something small on the same one, as a proxy does for another
 * young person. Gives the first line of each answer.
 */
function twoOnOneConnection(path: string, type: string, inPieces: boolean): Promise<readonly (string | undefined)[]> {
  const body = 'x'.repeat(600 * 1_024)
  const length = inPieces ? 'transfer-encoding: chunked' : `content-length: ${body.length}`
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1')
  let read = ''
  return new Promise((resolve, reject) => {
    const done = () => {
      socket.destroy()
      resolve(read.match(/HTTP\/1\.1 \d{3}/g) ?? [])
    }
    const patience = setTimeout(done, 3_000)
    socket.setEncoding('utf8').on('error', reject)
    socket.on('data', (text: string) => {
      const isFirst = read === ''
      read += text
      if (isFirst) socket.write('GET /api/forms HTTP/1.1\r\nhost: x\r\n\r\n')
      if ((read.match(/HTTP\/1\.1 \d{3}/g) ?? []).length < 2) return
      clearTimeout(patience)
      done()
    })
    socket.write(
      `POST ${path} HTTP/1.1\r\nhost: x\r\norigin: ${SITE_URL}\r\ncontent-type: ${type}\r\n${length}\r\n\r\n`,
    )
    socket.write(inPieces ? `${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n` : body)
  })
}

describe('somebody else’s request on the same connection', () => {
  const form = 'application/x-www-form-urlencoded'
  const places = [
    ['the API, too large', '/api/forms/self-referral', 'application/json'],
    ['the API, another type', '/api/forms/self-referral', 'text/csv'],
    ['the API, a form that is none', '/api/forms/nothing', 'application/json'],
    ['tracking, too large', '/api/track', 'application/json'],
    ['a step of a form, too large', '/en/ask-for-an-advocate/step', form],
    ['a step of a form, in parts', '/en/ask-for-an-advocate/step', 'multipart/form-data; boundary=b'],
    ['the tracking page, too large', '/en/my-request', form],
    ['a page that takes nothing', '/cy', form],
  ] as const

  test.each(places.flatMap((place) => [true, false].map((inPieces) => [...place, inPieces] as const)))(
    'is answered after %s (%s, %s, in pieces: %s)',
    async (_, path, type, inPieces) => {
      const [first, second] = await twoOnOneConnection(path, type, inPieces)

      expect([first !== undefined, second]).toEqual([true, 'HTTP/1.1 200'])
    },
  )
})
