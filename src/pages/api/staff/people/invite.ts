import { z } from 'zod'
import { languages } from '#domain/language/language.ts'
import { roles } from '#domain/roles.ts'
import { actForStaff } from '#server/http/staff-endpoint.ts'
import { staffProblem } from '#server/http/staff-problem.ts'
import { inviteMember } from '#server/operations/staff/invite.ts'

export const prerender = false

const body = z.strictObject({ roles: z.array(z.enum(roles)).max(roles.length), language: z.enum(languages) })

/** Makes a one-time link for a new member. It is in this answer and nowhere else. */
export const POST = actForStaff(['administrator'], body, async ({ app, staff, body, language }) => {
  const unique = { ...body, roles: [...new Set(body.roles)] }
  return (await inviteMember(app, staff, unique)) ?? staffProblem('roles-conflict', language)
})
