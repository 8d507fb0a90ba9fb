import { z } from 'zod'
import { actForAnyone } from '#server/http/staff-endpoint.ts'
import { staffProblem } from '#server/http/staff-problem.ts'
import { readLink } from '#server/operations/staff/invite.ts'

export const prerender = false

/** Says what a one-time link is good for: `{kind, roles}`. */
export const POST = actForAnyone(z.object({ token: z.string().max(100) }), async ({ app, body, language }) => {
  const link = await readLink(app, body.token)
  return link.ok ? { kind: link.kind, roles: link.roles } : staffProblem(`link-${link.why}`, language)
})
