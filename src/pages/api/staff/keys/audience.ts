import { z } from 'zod'
import { audiences } from '#domain/audience.ts'
import { actForStaff } from '#server/http/staff-endpoint.ts'
import { staffProblem } from '#server/http/staff-problem.ts'
import { createAudienceKey } from '#server/operations/keys/create-audience-key.ts'
import { armoredText, recipientText } from '#server/operations/keys/key-text.ts'

export const prerender = false

const body = z.strictObject({
  audience: z.enum(audiences),
  recipient: recipientText,
  recoveryRecipient: recipientText,
  wrapped: armoredText,
})

/** Keeps an audience's first pair, made in its first holder's browser. */
export const POST = actForStaff([], body, async ({ app, staff, body, language }) => {
  const made = await createAudienceKey(app, staff, body)
  return made.ok ? {} : staffProblem(made.why, language)
})
