import { z } from 'zod'
import { audiences } from '#domain/audience.ts'
import { actForStaff } from '#server/http/staff-endpoint.ts'
import { staffProblem } from '#server/http/staff-problem.ts'
import { armoredText, recipientText } from '#server/operations/keys/key-text.ts'
import { challengeRebuild, rebuildAudienceKey } from '#server/operations/keys/rebuild-audience-key.ts'

export const prerender = false

const audience = z.enum(audiences)
const body = z.union([
  z.strictObject({ audience }),
  z.strictObject({
    audience,
    after: z.number().int().min(1),
    recipient: recipientText,
    recoveryRecipient: recipientText,
    wrapped: armoredText,
    wrappedRecovery: armoredText,
    proof: z.string().max(200),
  }),
])

/** Rebuilds a group's key from paper: first a challenge that only the paper opens, then the new pair with its answer. */
export const POST = actForStaff([], body, async ({ app, staff, body, language }) => {
  if ('proof' in body) {
    const rebuilt = await rebuildAudienceKey(app, staff, body)
    return rebuilt.ok ? {} : staffProblem(rebuilt.why, language)
  }
  const asked = await challengeRebuild(app, staff, body.audience)
  return asked.ok ? { challenge: asked.challenge } : staffProblem(asked.why, language)
})
