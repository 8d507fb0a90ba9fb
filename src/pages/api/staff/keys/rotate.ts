import { z } from 'zod'
import { audiences } from '#domain/audience.ts'
import { actForStaff } from '#server/http/staff-endpoint.ts'
import { staffProblem } from '#server/http/staff-problem.ts'
import { armoredText, recipientText } from '#server/operations/keys/key-text.ts'
import { rotateAudienceKey } from '#server/operations/keys/rotate-audience-key.ts'

export const prerender = false

const body = z.strictObject({
  audience: z.enum(audiences),
  after: z.number().int().min(1),
  recipient: recipientText,
  wrapped: z.array(z.strictObject({ member: z.string().max(100), wrapped: armoredText })).max(200),
})

/** Puts an audience's next pair in the place of the present one. */
export const POST = actForStaff([], body, async ({ app, staff, body, language }) => {
  const rotated = await rotateAudienceKey(app, staff, body)
  return rotated.ok ? {} : staffProblem(rotated.why, language)
})
