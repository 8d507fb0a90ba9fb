import type { APIRoute } from 'astro'
import { trackByApi } from '#server/http/track-by-api.ts'

export const prerender = false

/** Asks for something to happen, about the request of a code. */
export const POST: APIRoute = ({ locals, request }) =>
  trackByApi(locals.app, { request, address: locals.clientAddress, what: 'child-ask' })
