import { z } from 'zod'
import { deskRoles } from '#domain/roles.ts'
import { actForStaff } from '#server/http/staff-endpoint.ts'
import { staffProblem } from '#server/http/staff-problem.ts'
import { reportDamaged } from '#server/operations/report-damaged.ts'

export const prerender = false

/** Tells us that an envelope does not open with its own key. */
export const POST = actForStaff(
  deskRoles,
  z.strictObject({ record: z.string().max(60) }),
  async ({ app, staff, body, language }) =>
    (await reportDamaged(app, staff, body.record)) ? {} : staffProblem('not-found', language),
)
