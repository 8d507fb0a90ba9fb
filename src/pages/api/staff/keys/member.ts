import { z } from 'zod'
import { actForStaff } from '#server/http/staff-endpoint.ts'
import { staffProblem } from '#server/http/staff-problem.ts'
import { armoredText, recipientText } from '#server/operations/keys/key-text.ts'
import { saveMemberKey } from '#server/operations/keys/save-member-key.ts'

export const prerender = false

const body = z.strictObject({ recipient: recipientText, wrappedIdentity: armoredText })

/** Keeps the key that the member's browser has made. */
export const POST = actForStaff([], body, async ({ app, staff, body, language }) =>
  (await saveMemberKey(app, staff, body)) ? {} : staffProblem('member-key-exists', language),
)
