import { deskRoles } from '#domain/roles.ts'
import { readForStaff } from '#server/http/staff-endpoint.ts'
import { staffProblem } from '#server/http/staff-problem.ts'
import { handOutReferral } from '#server/operations/hand-out-referral.ts'
import { sayReferral } from '#server/operations/say-inbox.ts'

export const prerender = false

/** One thing on the member's desk with its sealed envelopes. Who asked is logged before anything is handed out. */
export const GET = readForStaff(deskRoles, async ({ app, staff, params, language }) => {
  const referral = await handOutReferral(app, staff, params.id ?? '')
  return referral ? sayReferral(referral, language) : staffProblem('not-found', language)
})
