import type { APIRoute } from 'astro'
import { notOffered } from '#server/http/not-offered.ts'
import { trackByApi } from '#server/http/track-by-api.ts'

export const prerender = false

/** What the holder of a code can send: `message`, `ask`, `safe-contact`, `take-part`. Contract: DESIGN 5. */
export const POST: APIRoute = ({ locals, request, params }) =>
  trackByApi(locals.app, { request, address: locals.clientAddress, form: `child-${params.form}` })

export const ALL = notOffered
