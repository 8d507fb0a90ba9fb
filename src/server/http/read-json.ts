import { readUpTo } from '#server/http/read-form.ts'

/** The largest body that is read, in bytes. @source DESIGN 5 */
export const MAX_BODY_BYTES = 65_536

/** Why a body could not be read, as the name of an API problem. */
export type Unreadable = 'json-only' | 'too-large' | 'broken-utf-8' | 'bad-json'

/** Reads a JSON object from a request. Stops reading at the limit. */
export async function readJson(
  request: Request,
): Promise<
  { readonly ok: true; readonly body: Record<string, unknown> } | { readonly ok: false; readonly why: Unreadable }
> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/json') return { ok: false, why: 'json-only' }
  if (Number(request.headers.get('content-length') ?? 0) > MAX_BODY_BYTES) return { ok: false, why: 'too-large' }
  const bytes = await readUpTo(request, MAX_BODY_BYTES)
  if (!bytes) return { ok: false, why: 'too-large' }
  const text = decode(bytes)
  if (text === undefined) return { ok: false, why: 'broken-utf-8' }
  const body = parse(text)
  return body ? { ok: true, body } : { ok: false, why: 'bad-json' }
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

function parse(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
