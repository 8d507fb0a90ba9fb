import { z } from 'zod'
import { actForStaff } from '#server/http/staff-endpoint.ts'
import { staffProblem } from '#server/http/staff-problem.ts'
import { forgetMemberKey } from '#server/operations/keys/save-member-key.ts'

export const prerender = false

/** Forgets the member's key, whose words they have lost. */
export const POST = actForStaff([], z.strictObject({}), async ({ app, staff, language }) =>
  (await forgetMemberKey(app, staff)) ? {} : staffProblem('last-holder', language),
)
