import type { APIRoute } from 'astro'
import { notOffered } from '#server/http/not-offered.ts'
import { trackByApi } from '#server/http/track-by-api.ts'

export const prerender = false

/** Where a request stands, for the holder of its code. Contract: DESIGN 5. */
export const POST: APIRoute = ({ locals, request }) =>
  trackByApi(locals.app, { request, address: locals.clientAddress })

export const ALL = notOffered
