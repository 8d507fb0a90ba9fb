import type { Span } from '#domain/participation/span.ts'
import { isDoubted } from '#domain/sender-doubt.ts'
import type { Service } from '#domain/service/service.ts'
import { addDays, addHours, type Instant, londonDay, londonInstant } from '#domain/time/instant.ts'
import { allForms } from '#forms/all-forms.ts'
import { type Case, toCase } from '#server/reports/case.ts'
import { RETURN_DAYS } from '#server/reports/facts.ts'
import type { Reader } from '#server/store/database.ts'
import { ERASURE } from '#server/store/erase.store.ts'
import { inBatches } from '#server/store/in-batches.ts'
import { countBefore, groupByPerson, listArrivals, listNeverClosed, listTouched } from '#server/store/people.store.ts'
import { listRecords } from '#server/store/record.store.ts'
import { toStories } from '#server/store/story.store.ts'
import type { RecordTable } from '#server/store/tables.ts'

/** Ids of what concerns one young person, or of one thing that stands alone. Figures of several are added up. */
export type Group = readonly string[]

const forms: readonly string[] = [...allForms.map(({ id }) => id), ERASURE]

/** Forms that nobody adds to, and that name no day after the one on which they came. */
const countedWhenTheyCame = ['closure-survey', 'annual-survey', 'answerphone']
const mayBeOpen = forms.filter((form) => !countedWhenTheyCame.includes(form))

/** So long before a span something may have ended that still has a day in it: when its clock ran out, a conference. */
const LEEWAY_DAYS = 92

/** Everybody whose records may count in one of these spans: whom something happened to since, and who is still waiting. */
export async function listGroups(db: Reader, spans: readonly Span[]): Promise<readonly Group[]> {
  const since = spans
    .flatMap(({ start, end }) => [daysBefore(start, LEEWAY_DAYS), daysBefore(end, RETURN_DAYS)])
    .reduce((a, b) => (a < b ? a : b))
  const touched = await listTouched(db, { forms, since })
  const waiting = await listNeverClosed(db, { forms: mayBeOpen, before: since })
  return groupByPerson(db, [...touched, ...waiting])
}

function daysBefore(moment: Instant, days: number): Instant {
  return londonInstant(addDays(londonDay(moment), -days), '00:00')
}

/** So long before it is stored a record may say it came: it waits its turn, and servers' clocks are not quite alike. */
const USUAL_HOURS = 1
/** Of a survey no more than the day or the month is kept. @source H12; `arrivalKept` */
const SURVEY_HOURS = { closure: 48, annual: 32 * 24 } as const

/** Every record that may have been stored since a moment, by its id, with what it begins or is about. */
export async function listStoredSince(db: Reader, moment: Instant): Promise<ReadonlyMap<string, string>> {
  const stored = new Map<string, string>()
  for (const [survey, those] of Map.groupBy(allForms, (form) => form.survey)) {
    const since = addHours(moment, -(survey ? SURVEY_HOURS[survey] : USUAL_HOURS))
    const ids = those.map(({ id }) => id)
    for (const { id, story } of await listArrivals(db, { forms: survey ? ids : [...ids, ERASURE], since }))
      stored.set(id, story)
  }
  return stored
}

/** What has long been stored: as many records as there were must still be there, or everything is read anew. */
export type LongStored = { readonly before: Instant; readonly count: number }

export async function countLongStored(db: Reader, readAt: Instant): Promise<LongStored> {
  return stillStored(db, { before: addHours(readAt, -SURVEY_HOURS.annual) })
}

/** How many there are now of what had long been stored then. */
export async function stillStored(db: Reader, { before }: Pick<LongStored, 'before'>): Promise<LongStored> {
  return { before, count: await countBefore(db, { forms, before }) }
}

/** Reads what a report may count of these, oldest first. What a robot may have sent is left out. */
export async function readCases(db: Reader, ids: readonly string[], service: Service): Promise<readonly Case[]> {
  const rows = await inBatches(ids, (some) => listRecords(db, some))
  const counted = rows.filter(isForReports).toSorted((a, b) => order(a.received_at, b.received_at) || order(a.id, b.id))
  const stories = await toStories(db, counted, () => true)
  return stories.map((story) => toCase(story, service)).filter((sent) => !isDoubted(sent))
}

function isForReports({ audience, form }: RecordTable): boolean {
  return audience === 'team' || form.endsWith('-survey') || form === 'feedback'
}

/** Complaints and concerns are counted in a finalised report only. @source DESIGN 8 */
export function isOnlyWhenFinal({ form, audience }: Pick<Case, 'form' | 'audience'>): boolean {
  return form === 'feedback' && audience !== 'team'
}

/** By their bytes, not by a language: comparing by that is most of what sorting many takes. */
function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
