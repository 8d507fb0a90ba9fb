import type { OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { brotliCompressSync, constants } from 'node:zlib'

/**
 * Every byte is the child's. 10 is where brotli looks for the best way to say a page: measured on the steps of
 * a request, 8 % smaller than 9 in fewer milliseconds; 11 takes twice as long for another 2 %.
 */
const QUALITY = 10
const SMALLEST_BYTES = 300

/**
 * Compresses an on-demand page of the child's side before it leaves. There is no cookie and no secret of
 * ours in such a page, and nobody else can make the child's browser send its answers, so compression
 * gives nothing away (the BREACH attack needs both); staff pages are left as they are.
 *
 * @source docs/decisions/0006-compressed-steps.md
 */
export function compressAnswer(response: ServerResponse): void {
  const chunks: Buffer[] = []
  const [writeHead, end] = [response.writeHead.bind(response), response.end.bind(response)]
  let head: { status: number; headers: OutgoingHttpHeaders } | undefined

  response.writeHead = ((status: number, ...rest: unknown[]) => {
    head = { status, headers: (rest.at(-1) ?? {}) as OutgoingHttpHeaders }
    return response
  }) as typeof response.writeHead
  response.write = ((chunk: unknown) => {
    chunks.push(toBuffer(chunk))
    return true
  }) as typeof response.write
  response.end = ((chunk?: unknown) => {
    if (chunk !== undefined && typeof chunk !== 'function') chunks.push(toBuffer(chunk))
    const body = Buffer.concat(chunks)
    if (body.length < SMALLEST_BYTES) {
      writeHead(head?.status ?? response.statusCode, { ...head?.headers })
      return end(body)
    }
    const packed = brotliCompressSync(body, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: QUALITY,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
      },
    })
    writeHead(head?.status ?? response.statusCode, {
      ...head?.headers,
      'content-encoding': 'br',
      // Without `vary`: nobody may keep this answer, so nobody has to know what it depends on.
      'content-length': packed.length,
    })
    return end(packed)
  }) as typeof response.end
}

function toBuffer(chunk: unknown): Buffer {
  return typeof chunk === 'string' ? Buffer.from(chunk) : Buffer.from(chunk as Uint8Array)
}
