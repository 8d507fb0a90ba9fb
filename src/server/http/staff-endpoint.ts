import type { APIContext } from 'astro'
import type { z } from 'zod'
import type { Language } from '#domain/language/language.ts'
import type { Role } from '#domain/roles.ts'
import type { App } from '#server/app.ts'
import { apiProblem } from '#server/http/api-problem.ts'
import { askedLanguage } from '#server/http/asked-language.ts'
import { json } from '#server/http/problem.ts'
import { readJson } from '#server/http/read-json.ts'
import { isSameOrigin } from '#server/http/same-origin.ts'
import { staffProblem } from '#server/http/staff-problem.ts'
import type { Visitor } from '#server/sign-in/call.ts'
import type { Staff } from '#server/sign-in/staff-sign-in.ts'

type Endpoint = (context: APIContext) => Promise<Response>

/** What every endpoint of the staff side works with. */
export type Asked<Body> = {
  readonly app: App
  readonly language: Language
  readonly body: Body
  readonly params: Readonly<Record<string, string | undefined>>
  readonly visitor: Visitor
}

/** An endpoint for members: the member who asks is known. Another answer than a Response is sent as JSON. */
type MemberAnswer<Body> = (asked: Asked<Body> & { readonly staff: Staff }) => Promise<unknown>

/**
 * An endpoint that reads: for members who passed their second factor and hold one of these roles.
 *
 * @param may - the roles; every member when it is empty
 */
export function readForStaff(may: readonly Role[], answer: MemberAnswer<undefined>): Endpoint {
  return async (context) => {
    const asked = { ...askedOf(context), body: undefined }
    const staff = await memberOrRefusal(asked, may)
    return staff instanceof Response ? staff : toResponse(await answer({ ...asked, staff }))
  }
}

/** An endpoint that changes something: JSON from one of our own pages, checked, from members with these roles. */
export function actForStaff<Schema extends z.ZodType>(
  may: readonly Role[],
  schema: Schema,
  answer: MemberAnswer<z.output<Schema>>,
): Endpoint {
  return actForAnyone(schema, async (asked) => {
    const staff = await memberOrRefusal(asked, may)
    return staff instanceof Response ? staff : answer({ ...asked, staff })
  })
}

/** An endpoint that changes something for somebody who is not signed in yet: JSON from one of our own pages. */
export function actForAnyone<Schema extends z.ZodType>(
  schema: Schema,
  answer: (asked: Asked<z.output<Schema>>) => Promise<unknown>,
): Endpoint {
  return async (context) => {
    const asked = askedOf(context)
    if (!isSameOrigin(context.request, asked.app.config.siteUrl)) return staffProblem('other-site', asked.language)
    const read = await readJson(context.request)
    if (!read.ok) return apiProblem(read.why, asked.language)
    const parsed = schema.safeParse(read.body)
    if (!parsed.success) return staffProblem('not-understood', asked.language)
    return toResponse(await answer({ ...asked, body: parsed.data }))
  }
}

function askedOf({ request, locals, params }: APIContext): Omit<Asked<unknown>, 'body'> {
  const { app, clientAddress } = locals
  const visitor = { headers: request.headers, network: clientAddress }
  return { app, language: askedLanguage(request, app.service), params, visitor }
}

async function memberOrRefusal(
  { app, language, visitor }: Omit<Asked<unknown>, 'body'>,
  may: readonly Role[],
): Promise<Staff | Response> {
  const staff = await app.signIn.staffOf(visitor.headers)
  if (!staff) return staffProblem('sign-in', language)
  if (!staff.secondFactor) return staffProblem('second-factor', language)
  const isAllowed = may.length === 0 ? staff.roles.length > 0 : may.some((role) => staff.roles.includes(role))
  if (isAllowed) return staff
  app.log.happened('staff-forbidden', { role: staff.roles.join(' ') })
  return staffProblem('forbidden', language)
}

function toResponse(answer: unknown): Response {
  return answer instanceof Response ? answer : json(answer ?? {})
}
