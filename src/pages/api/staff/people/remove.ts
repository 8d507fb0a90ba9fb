import { z } from 'zod'
import { actForStaff } from '#server/http/staff-endpoint.ts'
import { staffProblem } from '#server/http/staff-problem.ts'
import { removeMember } from '#server/operations/staff/people.ts'

export const prerender = false

const problems = { unknown: 'member-unknown', yourself: 'yourself', 'last-holder': 'last-holder' } as const

/** Removes a member: they can no longer sign in, and new keys are asked for. */
export const POST = actForStaff(
  ['administrator'],
  z.strictObject({ member: z.string().max(100) }),
  async ({ app, staff, body, language }) => {
    const why = await removeMember(app, staff, body.member)
    return why ? staffProblem(problems[why], language) : {}
  },
)
