import { reportReaders } from '#domain/participation/readers.ts'
import { deskRoles, logReaders, type Role, roles } from '#domain/roles.ts'

/** Whose roles read each room of the staff side that has a link at the top of every page. */
const readers = {
  inbox: deskRoles,
  surveyWords: ['survey-reader'],
  people: roles,
  reports: reportReaders,
  access: logReaders,
  service: roles,
} as const satisfies Readonly<Record<string, readonly Role[]>>

/** A room of the staff side. */
export type StaffRoom = keyof typeof readers

/** The rooms that somebody with these roles reads: no link leads to a page that would send them away. */
export function roomsOf(held: readonly Role[]): readonly StaffRoom[] {
  const reads = (whose: readonly Role[]) => held.some((role) => whose.includes(role))
  return (Object.keys(readers) as StaffRoom[]).filter((room) => reads(readers[room]))
}
