import type { Audience } from '#domain/audience.ts'

/** What a token of another system may ask for. @source DESIGN 5 "API" */
export const apiScopes = ['reports:read', 'records:read', 'complaints:read'] as const
export type ApiScope = (typeof apiScopes)[number]

/** Whose records each scope hands out, sealed. The words of surveys go to no system. */
const audiencesOfScope: Readonly<Record<ApiScope, readonly Audience[]>> = {
  'reports:read': [],
  'records:read': ['team', 'participation-manager'],
  'complaints:read': ['complaints-lead', 'complaints-deputy'],
}

/** The desks whose records a token with these scopes may read. Complaints never come without records. */
export function audiencesOfScopes(scopes: readonly ApiScope[]): readonly Audience[] {
  return scopes.includes('records:read') ? scopes.flatMap((scope) => audiencesOfScope[scope]) : []
}

/** A token as a person sees it: never the token itself. */
export type TokenView = {
  readonly id: string
  readonly name: string
  readonly scopes: readonly ApiScope[]
  readonly createdAt: string
  readonly revokedAt: string | undefined
  /** The day of its last use. */
  readonly lastUsedOn: string | undefined
}
