import type { Span } from '#domain/participation/span.ts'
import { isOffer, kindOfStory } from '#domain/referral/story-kind.ts'
import { isDoubted } from '#domain/sender-doubt.ts'
import type { Service } from '#domain/service/service.ts'
import { addDays, type Instant, londonDay, londonInstant } from '#domain/time/instant.ts'
import type { IsHoliday } from '#domain/time/working-days.ts'
import { holidaysOf } from '#server/holidays.ts'
import { type Case, toCase, upTo } from '#server/reports/case.ts'
import type { Reader } from '#server/store/database.ts'
import { inBatches } from '#server/store/in-batches.ts'
import { toStories } from '#server/store/story.store.ts'
import type { RecordTable, TallyTable } from '#server/store/tables.ts'

/**
 * All that a report counts, read once for all measures and both columns. There is no key in it.
 *
 * @source DESIGN 2: "counts: counted answers and record times"
 */
export type Facts = {
  readonly service: Service
  readonly isHoliday: IsHoliday
  /** Referrals for the team: by a young person, or by somebody for them. */
  readonly cases: readonly Case[]
  /** Children who are to be offered an advocate. */
  readonly offers: readonly Case[]
  /** What was said about the service. Complaints and concerns are among it only in a finalised report. */
  readonly feedback: readonly Case[]
  /** Wishes for a different advocate. */
  readonly changes: readonly Case[]
  /** What stands alone, by its form: answerphone messages, surveys, offers to join in, words for the report. */
  readonly alone: (form: string) => readonly Case[]
  /** Equality answers, as counts. */
  readonly tally: readonly TallyTable[]
  /** Referrals as they stood at a moment; the same moment is folded once. */
  readonly casesAt: (cut: Instant) => readonly Case[]
  /** Whether complaints are counted: in a finalised report only. */
  readonly isFinal: boolean
}

/** Somebody who comes back within a year of a closing is a return: so far back a report looks. @source M47 */
export const RETURN_DAYS = 365

/** What a report is made from. */
export type Reading = { readonly db: Reader; readonly service: Service; readonly isFinal?: boolean }

/** Reads everything that may count in one of these spans. */
export async function readFacts({ db, service, isFinal = false }: Reading, spans: readonly Span[]): Promise<Facts> {
  const start = spans.map((span) => span.start).reduce((a, b) => (a < b ? a : b))
  const rows = (await listBeginnings(db, daysBefore(start, RETURN_DAYS))).filter(
    ({ audience, form }) => audience === 'team' || form.endsWith('-survey') || (isFinal && form === 'feedback'),
  )
  const stories = (await toStories(db, rows, () => true))
    .map((story) => toCase(story, service))
    .filter((sent) => !isDoubted(sent))
  const byKind = Map.groupBy(stories, ({ form }) => kindOfStory(form) ?? form)
  const referrals = byKind.get('referral') ?? []
  const cases = referrals.filter((story) => !isOffer(story))
  return {
    service,
    isHoliday: holidaysOf(service.holidayRegion),
    cases,
    offers: referrals.filter(isOffer),
    feedback: byKind.get('feedback') ?? [],
    changes: byKind.get('advocate-change') ?? [],
    alone: (form) => byKind.get(form) ?? [],
    tally: await db.selectFrom('tally').selectAll().execute(),
    casesAt: foldedOnce(cases, service),
    isFinal,
  }
}

function foldedOnce(cases: readonly Case[], service: Service): Facts['casesAt'] {
  const folded = new Map<Instant, readonly Case[]>()
  return (cut) => {
    const found =
      folded.get(cut) ?? cases.filter(({ receivedAt }) => receivedAt < cut).map((story) => upTo(story, cut, service))
    folded.set(cut, found)
    return found
  }
}

/** Forms that nobody adds to, and that name no day after the one on which they came. */
const countedWhenTheyCame = ['closure-survey', 'annual-survey', 'answerphone']

/** Records that begin something: those that came or were acted on since then, and those that are still open. */
async function listBeginnings(db: Reader, since: Instant): Promise<readonly RecordTable[]> {
  const acted = await db
    .selectFrom('record')
    .select('about as id')
    .distinct()
    .where('about', 'is not', null)
    .where('received_at', '>=', since)
    .execute()
  const here = await db
    .selectFrom('record as beginning')
    .selectAll()
    .where('beginning.about', 'is', null)
    .where('beginning.id', 'not in', (eb) =>
      eb.selectFrom('record').select('corrects').where('corrects', 'is not', null).$castTo<{ corrects: string }>(),
    )
    .where((eb) =>
      eb.or([
        eb('beginning.received_at', '>=', since),
        eb.and([
          eb('beginning.form', 'not in', countedWhenTheyCame),
          eb.not(
            eb.exists(
              eb
                .selectFrom('record as closing')
                .select('closing.id')
                .whereRef('closing.about', '=', 'beginning.id')
                .where('closing.form', '=', 'closure'),
            ),
          ),
        ]),
      ]),
    )
    .execute()
  const have = new Set(here.map(({ id }) => id))
  const missing = acted.flatMap(({ id }) => (id && !have.has(id) ? [id] : []))
  const rest = await inBatches(missing, (ids) => db.selectFrom('record').selectAll().where('id', 'in', ids).execute())
  // By their bytes, not by a language: comparing by that is most of what sorting many takes.
  return [...here, ...rest].toSorted((a, b) => order(a.received_at, b.received_at) || order(a.id, b.id))
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function daysBefore(moment: Instant, days: number): Instant {
  return londonInstant(addDays(londonDay(moment), -days), '00:00')
}
