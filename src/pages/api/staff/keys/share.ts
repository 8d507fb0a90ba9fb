import { z } from 'zod'
import { actForStaff } from '#server/http/staff-endpoint.ts'
import { staffProblem } from '#server/http/staff-problem.ts'
import { recipientText, wrappedKey } from '#server/operations/keys/key-text.ts'
import { shareAudienceKeys } from '#server/operations/keys/share-audience-key.ts'

export const prerender = false

const body = z.strictObject({
  member: z.string().max(100),
  recipient: recipientText,
  keys: z.array(wrappedKey).min(1).max(200),
})

/** Lets a newcomer open what their roles belong to. */
export const POST = actForStaff([], body, async ({ app, staff, body, language }) => {
  const shared = await shareAudienceKeys(app, staff, body)
  return shared.ok ? {} : staffProblem(shared.why, language)
})
