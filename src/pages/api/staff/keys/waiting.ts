import { z } from 'zod'
import { audiences } from '#domain/audience.ts'
import { actForStaff } from '#server/http/staff-endpoint.ts'
import { staffProblem } from '#server/http/staff-problem.ts'
import { takeWaitingKeys } from '#server/operations/keys/create-audience-key.ts'
import { wrappedKey } from '#server/operations/keys/key-text.ts'

export const prerender = false

const body = z.strictObject({ keys: z.array(wrappedKey).max(audiences.length) })

/** Gives the demonstration's first keys to their first holder. */
export const POST = actForStaff([], body, async ({ app, staff, body, language }) => {
  const taken = await takeWaitingKeys(app, staff, body.keys)
  return taken.ok ? {} : staffProblem(taken.why, language)
})
