import type { Audience } from '#domain/audience.ts'

const CODE = 'not_ready'

/** Thrown when nobody holds the key of an audience yet: the service takes no forms for it. @source DESIGN 7 */
export class NotReadyError extends Error {
  override name = 'NotReadyError'
  readonly code = CODE
  readonly audience: Audience
  constructor(audience: Audience) {
    super(`no key for ${audience}`)
    this.audience = audience
  }
}

/**
 * Tells whether an error says so. By its code, not its class: pages are bundled with a class of their own,
 * and the error comes from the server's (STACK 14).
 */
export function isNotReady(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === CODE
}
