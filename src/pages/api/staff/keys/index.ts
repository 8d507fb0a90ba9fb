import { readForStaff } from '#server/http/staff-endpoint.ts'
import { readMyKeys } from '#server/operations/keys/read-my-keys.ts'

export const prerender = false

/** The member's own keys, wrapped; and the public keys of every audience. */
export const GET = readForStaff([], async ({ app, staff }) => readMyKeys(app, staff))
