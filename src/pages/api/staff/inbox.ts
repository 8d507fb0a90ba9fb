import type { APIRoute } from 'astro'
import { z } from 'zod'
import { audiences } from '#domain/audience.ts'
import { languages } from '#domain/language/language.ts'
import { inboxLists } from '#domain/referral/inbox-filter.ts'
import { deskRoles } from '#domain/roles.ts'
import { sayMoment } from '#i18n/times.ts'
import { readForStaff } from '#server/http/staff-endpoint.ts'
import { staffProblem } from '#server/http/staff-problem.ts'
import { listInboxPage } from '#server/operations/inbox.ts'
import { noticeTrouble } from '#server/operations/notices.ts'
import { sayLine } from '#server/operations/say-inbox.ts'

export const prerender = false

const asked = z.object({
  list: z.enum(inboxLists).default('all'),
  answerIn: z.enum(languages).optional(),
  authority: z.string().max(100).optional(),
  audience: z.enum(audiences).optional(),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
})

/**
 * A page of what is on the member's desk, what needs a person first. Nothing in it comes from an envelope.
 * `?list=all|owed|waiting|welsh` `&answerIn=` `&authority=` `&audience=` `&page=`.
 */
export const GET: APIRoute = (context) =>
  readForStaff(deskRoles, async ({ app, staff, language }) => {
    const filter = asked.safeParse(Object.fromEntries(new URL(context.request.url).searchParams))
    if (!filter.success) return staffProblem('not-understood', language)
    const { lines, ...rest } = await listInboxPage(app, staff, filter.data)
    const trouble = await noticeTrouble(app)
    return {
      lines: lines.map((line) => sayLine(line, language)),
      ...rest,
      ...(trouble && { trouble: { kind: trouble.kind, since: sayMoment(trouble.since, language) } }),
    }
  })(context)
