import { createHash } from 'node:crypto'
import { APPLY_LOOK } from '#domain/look.ts'

/** Only our own origin, and nothing inline save the one line that puts on the look. */
const contentSecurityPolicy = () =>
  [
    "default-src 'none'",
    `script-src 'self' 'sha256-${createHash('sha256').update(APPLY_LOOK).digest('base64')}'`,
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "media-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join(';')

/**
 * Headers of every answer, in one place: Astro's own hooks do not run for prerendered pages.
 * `same-origin` referrer, not none: with none Chromium sends `Origin: null` and every form is refused.
 *
 * @source STACK 2, 5
 */
export function securityHeaders(isHttps: boolean): Readonly<Record<string, string>> {
  return {
    'content-security-policy': contentSecurityPolicy(),
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(),geolocation=(),microphone=()',
    ...(isHttps && { 'strict-transport-security': 'max-age=31536000; includeSubDomains' }),
  }
}

/** What runs or shows nothing by itself: a browser heeds a policy only on pages, scripts of workers and frames. */
const PASSIVE_PART = /^\/(?:_astro|symbols|journey)\/.*\.(?:css|svg|json)$/

/** Headers that mean nothing on a stylesheet, a file of pictures or of words; a child's every byte counts. */
const ONLY_FOR_PAGES = [
  'content-security-policy',
  'cross-origin-opener-policy',
  'permissions-policy',
  'referrer-policy',
] as const

/** The headers to leave out of the answer at an address: none, save for the passive parts of a page. */
export function headersToLeaveOut(pathname: string): readonly string[] {
  return PASSIVE_PART.test(pathname) ? ONLY_FOR_PAGES : []
}
