import type { APIRoute } from 'astro'
import { askedLanguage } from '#server/http/asked-language.ts'
import { notOffered } from '#server/http/not-offered.ts'
import { describeApi } from '#server/http/openapi.ts'
import { json } from '#server/http/problem.ts'
import { version } from '../../../package.json'

export const prerender = false

/** The API, described for programs: OpenAPI 3.1. */
export const GET: APIRoute = ({ locals, request }) =>
  json(describeApi(locals.app, askedLanguage(request, locals.app.service), version))

export const HEAD = GET
export const ALL = notOffered
