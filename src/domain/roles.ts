import type { Audience } from '#domain/audience.ts'

/** What a member of staff may do here. @source DESIGN 8 */
export const roles = [
  'coordinator',
  'advocate',
  'complaints-lead',
  'complaints-deputy',
  'survey-reader',
  'participation-manager',
  'participation-officer',
  'administrator',
] as const

/** One thing that a member of staff may be. A person may hold several that do not exclude each other. */
export type Role = (typeof roles)[number]

/** Whose sealed answers each role opens. The participation officer and the administrator open none. */
const audiencesOfRole: Readonly<Record<Role, readonly Audience[]>> = {
  coordinator: ['team'],
  advocate: ['team'],
  'complaints-lead': ['complaints-lead'],
  'complaints-deputy': ['complaints-deputy'],
  'survey-reader': ['survey-reader'],
  'participation-manager': ['participation-manager'],
  'participation-officer': [],
  administrator: [],
}

/**
 * Roles that one person may not hold together: nobody reads complaints about, or young people's words
 * on, their own work.
 *
 * @source DESIGN 4 "Audiences"; LW-14.3 (complaints lead), H12 (survey reader, never an advocate)
 */
const apart: readonly (readonly [Role, Role])[] = [
  ['complaints-lead', 'advocate'],
  ['complaints-lead', 'coordinator'],
  // A complaint about the lead goes to the deputy alone.
  ['complaints-deputy', 'complaints-lead'],
  ['complaints-deputy', 'advocate'],
  ['complaints-deputy', 'coordinator'],
  ['survey-reader', 'advocate'],
]

/** Who has a desk in the inbox: every role to whose audience something can be sent. */
export const deskRoles: readonly Role[] = [
  'coordinator',
  'advocate',
  'complaints-lead',
  'complaints-deputy',
  'participation-manager',
]

/** Who may read the access log: whoever answers for a desk or for the members. */
export const logReaders: readonly Role[] = [
  'administrator',
  'coordinator',
  'complaints-lead',
  'complaints-deputy',
  'participation-manager',
]

/** Tells whether a value is one of our roles. */
export function isRole(value: unknown): value is Role {
  return roles.some((role) => role === value)
}

/** The audiences that a person with these roles belongs to, each once. */
export function audiencesOf(held: readonly Role[]): readonly Audience[] {
  return [...new Set(held.flatMap((role) => audiencesOfRole[role]))]
}

/** @returns the first two of these roles that one person may not hold together, if there are any. */
export function findConflict(held: readonly Role[]): readonly [Role, Role] | undefined {
  return apart.find((pair) => pair.every((role) => held.includes(role)))
}
