/** The largest posted page that is read, in bytes: four API bodies, so that an answer that is too long can be shown again. */
const MAX_FORM_BYTES = 262_144

/** Reads a posted form. @returns undefined when it is larger than can be kept. */
export async function readForm(request: Request): Promise<URLSearchParams | FormData | undefined> {
  if (Number(request.headers.get('content-length') ?? 0) > MAX_FORM_BYTES) return undefined
  const type = request.headers.get('content-type') ?? ''
  if (type.startsWith('multipart/form-data')) return readMultipart(request)
  const bytes = await readUpTo(request, MAX_FORM_BYTES)
  return bytes && new URLSearchParams(new TextDecoder().decode(bytes))
}

async function readMultipart(request: Request): Promise<FormData> {
  try {
    return await request.formData()
  } catch (error) {
    if (error instanceof TypeError) return new FormData()
    throw error
  }
}

/** Reads a body. @returns undefined when it is larger than the limit, in bytes. */
export async function readUpTo(request: Request, limit: number): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.length
    if (size > limit) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
