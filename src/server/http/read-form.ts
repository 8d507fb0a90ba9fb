/** The largest posted page that is read, in bytes: four API bodies, so that an answer that is too long can be shown again. */
const MAX_FORM_BYTES = 262_144

/** Reads a posted form. @returns undefined when it is larger than can be kept. */
export async function readForm(request: Request): Promise<URLSearchParams | FormData | undefined> {
  if (Number(request.headers.get('content-length') ?? 0) > MAX_FORM_BYTES) return undefined
  const type = request.headers.get('content-type') ?? ''
  const bytes = await readUpTo(request, MAX_FORM_BYTES)
  if (!bytes) return undefined
  return type.startsWith('multipart/form-data')
    ? readMultipart(bytes, type)
    : new URLSearchParams(new TextDecoder().decode(bytes))
}

async function readMultipart(bytes: Uint8Array<ArrayBuffer>, type: string): Promise<FormData> {
  try {
    return await new Response(bytes, { headers: { 'content-type': type } }).formData()
  } catch (error) {
    if (error instanceof TypeError) return new FormData()
    throw error
  }
}

/**
 * Reads a body. @returns undefined when it is larger than the limit, in bytes.
 *
 * What is too large is read to its end and thrown away: left unread, it would block the next request on the
 * same connection, which behind a proxy is somebody else's.
 */
export async function readUpTo(request: Request, limit: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.length
    if (size <= limit) chunks.push(chunk)
    else chunks.length = 0
  }
  return size > limit ? undefined : Buffer.concat(chunks)
}
