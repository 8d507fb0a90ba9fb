import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'

/** How what is no HTTP is answered, and what has to be known for it. */
export type BrokenRequests = {
  /** Remembers which answer is on its way on a connection. */
  readonly note: (request: IncomingMessage, response: ServerResponse) => void
  /** Takes a connection on which something came that is no request, or no whole one in time. */
  readonly refuse: (error: Error, connection: Duplex) => void
}

const STATUS: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: '413 Payload Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
}

/**
 * Answers what is no HTTP with the status that fits, the headers of every answer, and nothing about why: Node's own
 * answer has no headers.
 */
export function refuseBroken(headers: Readonly<Record<string, string>>): BrokenRequests {
  const onTheirWay = new WeakMap<Duplex, ServerResponse>()
  const lines = Object.entries({ ...headers, connection: 'close', 'content-length': '0' })
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')
  return {
    note: (request, response) => onTheirWay.set(request.socket, response),
    refuse: (error, connection) => {
      const code = 'code' in error ? String(error.code) : ''
      const response = onTheirWay.get(connection)
      // In the middle of an answer another one would be taken for a part of it.
      const isAnswering = response?.headersSent && !response.writableFinished
      if (!connection.writable || code === 'ECONNRESET' || isAnswering) return void connection.destroy()
      connection.end(`HTTP/1.1 ${STATUS[code] ?? '400 Bad Request'}\r\n${lines}\r\n`)
    },
  }
}
