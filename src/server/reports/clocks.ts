import type { Span } from '#domain/participation/span.ts'
import { isReached, type Rules } from '#domain/referral/progress.ts'
import type { ReferralRecord, ReferralStory } from '#domain/referral/referral.ts'
import { foldStory, type Standing } from '#domain/referral/standing.ts'
import type { Service } from '#domain/service/service.ts'
import { addHours, type Instant } from '#domain/time/instant.ts'
import { readStories } from '#server/reports/read-stories.ts'
import type { Reader } from '#server/store/database.ts'

/** One referral as the inbox sees it: the same fold, so that report and inbox never differ. */
export type Clock = {
  readonly authority: string | null
  readonly language: ReferralStory['language']
  readonly progress: Standing
  /** The decision that stands. */
  readonly decision: ReferralRecord | undefined
  /** The contact that stopped the clock. */
  readonly firstContact: ReferralRecord | undefined
}

/** Referrals that were decided or contacted in one of these spans, or whose time ran out in it. */
export async function listClocks(db: Reader, service: Service, spans: readonly Span[]): Promise<readonly Clock[]> {
  const [start] = spans.map((span) => span.start).sort()
  const cut = spans
    .map((span) => span.cut)
    .sort()
    .at(-1)
  if (!start || !cut) return []
  // A referral accepted shortly before the start has its due time after it.
  const ids = await listActedOn(db, addHours(start, -service.firstContactHours), cut)
  return (await readStories(db, ids)).map((story) => toClock(story, service))
}

/** Referrals that were accepted, still open, and neither contacted nor allocated before a moment. @source M10 */
export async function listWaiting(db: Reader, service: Service, cut: Instant): Promise<readonly Clock[]> {
  const stories = await readStories(db, await listMaybeWaiting(db, cut))
  return stories
    .map((story) => upTo(story, cut))
    .filter(({ records }) => !records.some(({ form }) => form === 'allocation'))
    .map((story) => toClock(story, service))
    .filter(({ progress }) => progress.status === 'accepted')
}

async function listActedOn(db: Reader, from: Instant, cut: Instant): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('record')
    .select('about')
    .distinct()
    .where('form', 'in', ['screening', 'contact'])
    // Nothing is recorded before it happens: this is what the index is for.
    .where('received_at', '>=', from)
    .where('occurred_at', '>=', from)
    .where('occurred_at', '<', cut)
    .execute()
  return rows.flatMap(({ about }) => about ?? [])
}

/** More than are waiting, never fewer: the fold decides. */
async function listMaybeWaiting(db: Reader, cut: Instant): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('record as screening')
    .innerJoin('answer as decision', (join) =>
      join
        .onRef('decision.record', '=', 'screening.id')
        .on('decision.question', '=', 'decision')
        .on('decision.value', '=', 'accepted'),
    )
    .select('screening.about')
    .distinct()
    .where('screening.form', '=', 'screening')
    .where('screening.received_at', '<', cut)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('record as contact')
            .innerJoin('answer as outcome', 'outcome.record', 'contact.id')
            .select('contact.id')
            .whereRef('contact.about', '=', 'screening.about')
            .where('contact.form', '=', 'contact')
            .where('contact.occurred_at', '<', cut)
            .where('outcome.question', '=', 'outcome')
            .where('outcome.value', 'in', ['reached', 'reached-named-person']),
        ),
      ),
    )
    .execute()
  return rows.flatMap(({ about }) => about ?? [])
}

/** A referral as it stood at a moment: what happened before it, whenever it was written down. */
function upTo(story: ReferralStory, cut: Instant): ReferralStory {
  return { ...story, records: story.records.filter(({ occurredAt }) => occurredAt < cut) }
}

function toClock(story: ReferralStory, service: Service): Clock {
  const progress = foldStory(story, rulesFor(service))
  return {
    authority: authorityOf(story),
    language: story.language,
    progress,
    decision: story.records.findLast(({ form }) => form === 'screening'),
    firstContact: story.records.find(
      (record) => record.form === 'contact' && isReached(record) && record.occurredAt === progress.contactedAt,
    ),
  }
}

/** No measure counts `lookBy`, the one thing that hangs on holidays; and reports may not ask operations for them. */
function rulesFor(service: Service): Rules {
  return { service, isHoliday: () => false }
}

/** The latest record about a referral that names an area wins over what the young person said. */
function authorityOf(story: ReferralStory): string | null {
  const later = story.records.findLast(({ counted }) => counted.authority)
  return later?.counted.authority?.[0] ?? story.authority ?? null
}
