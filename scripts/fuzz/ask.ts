import { type Agent, request } from 'node:http'
import { connect } from 'node:net'
import type { Chance } from '../../tests/fuzz/chance.ts'
import { type Hostile, words } from '../../tests/fuzz/hostile.ts'

/** Where to ask, and over which connections. */
export type Place = { readonly url: string; readonly agent: Agent }

/** No answer came in time. */
class HangError extends Error {
  override name = 'hang'
}

const PATIENCE_MILLISECONDS = 30_000

/** A status, or the name of what went wrong instead; head and body as one text. */
export type Answer = { readonly status: number | string; readonly text: string }

/** Asks as a hostile program would, over a connection that is kept. @throws HangError when no answer comes */
export function ask({ url, agent }: Place, { method, path, headers, body }: Hostile): Promise<Answer> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve, reject) => {
    const length =
      headers['transfer-encoding'] === undefined && body !== undefined
        ? { 'content-length': String(Buffer.byteLength(body)) }
        : {}
    const asked = request({ hostname, port, method, path, agent, headers: { ...headers, ...length } }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('error', reject)
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          text: JSON.stringify(response.headers) + Buffer.concat(parts).toString('latin1'),
        }),
      )
    })
    asked.setTimeout(PATIENCE_MILLISECONDS, () => asked.destroy(new HangError('hang')))
    asked.on('upgrade', (response, socket) => {
      socket.destroy()
      resolve({ status: response.statusCode ?? 0, text: '' })
    })
    asked.on('error', reject)
    asked.end(body)
  })
}

/** Not HTTP, or not quite: bytes as they come, broken off in the middle, with two lengths, without an end. */
export function askRaw({ url }: Pick<Place, 'url'>, hostile: Hostile, chance: Chance): Promise<Answer> {
  const { method, path, headers, body } = hostile
  const { hostname, port } = new URL(url)
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  const head = chance.pick([
    `${method} ${path} HTTP/1.1\r\nhost: x\r\n${lines.join('\r\n')}\r\n\r\n`,
    `${method} ${path} HTTP/1.1\r\ncontent-length: 5\r\ncontent-length: 6\r\n\r\nhello`,
    `${method} ${path} HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\ncontent-length: 3\r\n\r\n0\r\n\r\n`,
    `${method} ${path} HTTP/9.9\r\n\r\n`,
    `${method} ${chance.pick(words).slice(0, 200)} HTTP/1.1\r\nhost: x\r\n\r\n`,
    `GET ${path}\r\n`,
    `POST ${path} HTTP/1.1\r\nhost: x\r\ncontent-length: 1000\r\ncontent-type: application/json\r\n\r\n{`,
    `GET ${path} HTTP/1.1\r\nhost: x\r\nx: ${'y'.repeat(40_000)}\r\n\r\n`,
  ])
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname)
    const parts: Buffer[] = []
    const finish = () => {
      const text = Buffer.concat(parts).toString('latin1')
      socket.destroy()
      resolve({ status: Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0) || 'closed', text })
    }
    socket.on('data', (part) => parts.push(part))
    socket.on('error', finish)
    socket.on('close', finish)
    // What is left unfinished is broken off: the server has to let go of it.
    socket.setTimeout(300, finish)
    socket.write(head)
    if (body && chance.is(0.5)) socket.write(body)
  })
}

/** What went wrong, in a word. */
export function nameOf(error: unknown): string {
  if (error instanceof HangError) return 'hang'
  if (!(error instanceof Error)) return 'unknown'
  return 'code' in error ? String(error.code) : error.name
}
