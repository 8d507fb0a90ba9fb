import type { Role } from '#domain/roles.ts'

/** Who may read the exact figures. An administrator alone may not: settings are not young people. @source DESIGN 8 */
export const reportReaders: readonly Role[] = ['coordinator', 'participation-officer']

/** Tells whether a person with these roles may read the commissioner's edition. */
export function mayReadReports(held: readonly Role[]): boolean {
  return held.some((role) => reportReaders.includes(role))
}
