import { readForStaff } from '#server/http/staff-endpoint.ts'
import { listInbox } from '#server/operations/inbox.ts'
import { sayLine } from '#server/operations/say-inbox.ts'

export const prerender = false

/** Every referral, what needs a person first. Nothing in it comes from an envelope. */
export const GET = readForStaff(['coordinator'], async ({ app, language }) => ({
  lines: (await listInbox(app)).map((line) => sayLine(line, language)),
}))
