import { type Audience, audiences } from '#domain/audience.ts'
import type { RetentionKind } from '#domain/retention/erase-from.ts'
import { audiencesOf } from '#domain/roles.ts'
import { type Instant, type IsoDate, londonDay } from '#domain/time/instant.ts'
import type { App } from '#server/app.ts'
import { listErased } from '#server/operations/erase-due.ts'
import type { Staff } from '#server/sign-in/staff-sign-in.ts'
import { listDamaged } from '#server/store/access-log.store.ts'
import { findRecord } from '#server/store/record.store.ts'

/** The desks that a member's view of the service may count: their own, and for an administrator those of no secret. */
function seenBy({ roles }: Pick<Staff, 'roles'>): readonly Audience[] {
  const own = audiencesOf(roles)
  const open: readonly Audience[] = ['team', 'participation-manager', 'survey-reader']
  return audiences.filter((each) => own.includes(each) || (roles.includes('administrator') && open.includes(each)))
}

/** What was erased of one kind on one day. */
export type ErasedLine = { readonly day: IsoDate; readonly kind: RetentionKind; readonly count: number }

/** What was erased, by day and kind, newest first; of complaints only for those who read them. */
export async function erasedLines(app: Pick<App, 'db'>, staff: Pick<Staff, 'roles'>): Promise<readonly ErasedLine[]> {
  const seen = seenBy(staff)
  const erased = (await listErased(app)).filter(({ audience }) => seen.includes(audience))
  const byDay = Map.groupBy(erased, ({ at, kind }) => `${londonDay(at)} ${kind}`)
  return [...byDay.values()].flatMap((each) => {
    const [first] = each
    return first ? [{ day: londonDay(first.at), kind: first.kind, count: each.length }] : []
  })
}

/** Envelopes that were found damaged, on desks that the member may know of. */
export async function damagedLines(
  app: Pick<App, 'db'>,
  staff: Pick<Staff, 'roles'>,
): Promise<readonly { readonly reference: string | undefined; readonly at: Instant }[]> {
  const seen = seenBy(staff)
  const lines = []
  for (const { record: id, at } of await listDamaged(app.db)) {
    const record = await findRecord(app.db, id)
    const begun = record?.about ? await findRecord(app.db, record.about) : record
    if (record && seen.includes(record.audience)) lines.push({ reference: begun?.reference ?? undefined, at })
  }
  return lines
}
