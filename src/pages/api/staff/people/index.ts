import { readForStaff } from '#server/http/staff-endpoint.ts'
import { listPeopleFor } from '#server/operations/staff/people.ts'

export const prerender = false

/** Everyone who works here, what they may do and what they can open. */
export const GET = readForStaff([], async ({ app, staff }) => ({ people: await listPeopleFor(app, staff) }))
