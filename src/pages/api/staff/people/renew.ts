import { z } from 'zod'
import { languages } from '#domain/language/language.ts'
import { actForStaff } from '#server/http/staff-endpoint.ts'
import { staffProblem } from '#server/http/staff-problem.ts'
import { renewMember } from '#server/operations/staff/invite.ts'

export const prerender = false

const body = z.strictObject({ member: z.string().max(100), language: z.enum(languages) })

/** Makes a one-time link for a member who lost password or phone. */
export const POST = actForStaff(
  ['administrator'],
  body,
  async ({ app, staff, body, language }) =>
    (await renewMember(app, staff, body)) ?? staffProblem('member-unknown', language),
)
