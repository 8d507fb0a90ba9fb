import { deskRoles } from '#domain/roles.ts'
import { readForStaff } from '#server/http/staff-endpoint.ts'
import { listInbox } from '#server/operations/inbox.ts'
import { sayLine } from '#server/operations/say-inbox.ts'

export const prerender = false

/** Everything on the member's desk, what needs a person first. Nothing in it comes from an envelope. */
export const GET = readForStaff(deskRoles, async ({ app, staff, language }) => ({
  lines: (await listInbox(app, staff.roles)).map((line) => sayLine(line, language)),
}))
