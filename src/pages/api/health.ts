import type { APIRoute } from 'astro'
import { notOffered } from '#server/http/not-offered.ts'
import { json } from '#server/http/problem.ts'
import { canStore } from '#server/operations/can-store.ts'
import { version } from '../../../package.json'

export const prerender = false

/** Tells whether the service can take a form now. */
export const GET: APIRoute = async ({ locals }) =>
  (await canStore(locals.app)) ? json({ status: 'ok', version }) : json({ status: 'cannot store', version }, 503)

export const HEAD = GET
export const ALL = notOffered
