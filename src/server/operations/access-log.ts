import { type Audience, audiences } from '#domain/audience.ts'
import { audiencesOf, type Role } from '#domain/roles.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { App } from '#server/app.ts'
import type { Staff } from '#server/sign-in/staff-sign-in.ts'
import { type Act, listAccesses, listDisclosures } from '#server/store/access-log.store.ts'
import { namesOfStaff } from '#server/store/staff.store.ts'
import { listTokens } from '#server/store/token.store.ts'

/** Desks of which nobody else may know that there is anything on them. @source LW-14.3 */
const hidden: readonly Audience[] = ['complaints-lead', 'complaints-deputy', 'survey-reader']

const LINES_ON_PAGE = 50

/** A line of the log as a person reads it. */
export type AccessLine = {
  readonly at: Instant
  readonly who: string
  readonly act: Act
  /** What it was about: its reference, for whoever reads that desk. */
  readonly reference: string | undefined
  readonly record: string | undefined
}

/**
 * A page of the access log, newest first. What was done with a complaint stands there for those alone who read
 * complaints, and to nobody does it say how many lines are left out. An administrator sees who opened something of
 * the team's, and when, but not what.
 *
 * @source DESIGN 8 "Complaints and concerns are in no list, count, search, notice or export outside their audience"
 */
export async function readAccessLog(
  app: Pick<App, 'db'>,
  { roles }: Pick<Staff, 'roles'>,
  page: number,
): Promise<{ readonly lines: readonly AccessLine[]; readonly hasMore: boolean }> {
  const own = audiencesOf(roles)
  const found = await listAccesses(app.db, {
    audiences: seenBy(roles),
    withGeneral: roles.includes('administrator'),
    offset: (page - 1) * LINES_ON_PAGE,
    limit: LINES_ON_PAGE + 1,
  })
  const names = await namesOfStaff(app.db)
  const tokens = new Map((await listTokens(app.db)).map(({ id, name }) => [`token:${id}`, name]))
  return {
    hasMore: found.length > LINES_ON_PAGE,
    lines: found.slice(0, LINES_ON_PAGE).map(({ at, staff, act, record, reference, audience }) => {
      const isOwn = own.some((each) => each === audience)
      return {
        at,
        who: names.get(staff) ?? tokens.get(staff) ?? '',
        act: act as Act,
        reference: (isOwn && reference) || undefined,
        record: (isOwn && record) || undefined,
      }
    }),
  }
}

/** A line of the log of what the council was given, as a person reads it. */
export type Disclosure = {
  readonly at: Instant
  readonly who: string
  readonly act: Act
  readonly cases: number
}

/**
 * A page of the lists that were made for the council, newest first: that one was made, by whom, when and of how many
 * cases; whose names stood in it nobody can see here.
 *
 * @source LW-9.6, H2
 */
export async function readDisclosures(
  app: Pick<App, 'db'>,
  { roles }: Pick<Staff, 'roles'>,
  page: number,
): Promise<{ readonly lines: readonly Disclosure[]; readonly hasMore: boolean }> {
  const found = await listDisclosures(app.db, {
    audiences: seenBy(roles),
    offset: (page - 1) * LINES_ON_PAGE,
    limit: LINES_ON_PAGE + 1,
  })
  const names = await namesOfStaff(app.db)
  return {
    hasMore: found.length > LINES_ON_PAGE,
    lines: found.slice(0, LINES_ON_PAGE).map(({ at, staff, act, cases }) => {
      return { at, who: names.get(staff) ?? '', act: act as Act, cases }
    }),
  }
}

/** The desks of which a person may read what was done. */
function seenBy(roles: readonly Role[]): readonly Audience[] {
  const own = audiencesOf(roles)
  const isAdministrator = roles.includes('administrator')
  return audiences.filter((audience) => own.includes(audience) || (isAdministrator && !hidden.includes(audience)))
}
