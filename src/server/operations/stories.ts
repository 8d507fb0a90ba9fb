import { isOpenTo, type Reader as Member } from '#domain/referral/own-cases.ts'
import type { ReferralRecord, ReferralStory } from '#domain/referral/referral.ts'
import { isOnDeskOf, kindOfStory, storyForms } from '#domain/referral/story-kind.ts'
import { audiencesOf, type Role } from '#domain/roles.ts'
import type { Reader } from '#server/store/database.ts'
import { ERASURE } from '#server/store/erase.store.ts'
import { findRecord, listAnswers, listRecordsAbout, listRecordsOnDesks } from '#server/store/record.store.ts'
import type { RecordTable } from '#server/store/tables.ts'

/** Ids in one query: both databases limit how many values a query may carry, SQLite at 32,766. */
const IDS_AT_ONCE = 500

/** Everything on a member's desk, with what was recorded about it, newest first. */
export async function listStories(db: Reader, member: Member): Promise<readonly ReferralStory[]> {
  const { roles } = member
  const forms = storyForms.filter((form) =>
    audiencesOf(roles).some((audience) => isOnDeskOf(roles, { form, audience })),
  )
  const rows = await listRecordsOnDesks(db, forms, audiencesOf(roles))
  const stories = await toStories(db, rows, (record) => maySee(roles, record))
  return stories.filter((story) => !isErased(story) && isOpenTo(member, story))
}

/**
 * Something that is on a member's desk.
 *
 * @returns undefined when there is no such thing, or it is on another desk: to the asker it is the same.
 */
export async function findStoryOnDesk(db: Reader, id: string, member: Member): Promise<ReferralStory | undefined> {
  const { roles } = member
  const row = await findRecord(db, id)
  if (!row || !kindOfStory(row.form) || !isOnDeskOf(roles, row)) return undefined
  const [story] = await toStories(db, [row], (record) => maySee(roles, record))
  return story && !isErased(story) && isOpenTo(member, story) ? story : undefined
}

/** A story whoever reads it: for the young person's own page. @returns undefined when there is none. */
export async function findStory(db: Reader, id: string): Promise<ReferralStory | undefined> {
  const row = await findRecord(db, id)
  if (!row || !kindOfStory(row.form)) return undefined
  const [story] = await toStories(db, [row], () => true)
  return story && !isErased(story) ? story : undefined
}

/** What was erased is there for its figures alone. */
function isErased({ records }: ReferralStory): boolean {
  return records.some(({ form }) => form === ERASURE)
}

type Entry = { readonly row: RecordTable; readonly counted: ReferralRecord['counted'] }

/** What was recorded about a thing may be on another desk than the thing itself; a wish for another advocate is too. */
function maySee(roles: readonly Role[], { row, counted }: Entry): boolean {
  const asksForAnother = row.form === 'child-ask' && (counted.ask?.includes('change-advocate') ?? false)
  return isOnDeskOf(roles, asksForAnother ? { form: 'advocate-change', audience: row.audience } : row)
}

async function toStories(
  db: Reader,
  rows: readonly RecordTable[],
  isSeen: (entry: Entry) => boolean,
): Promise<readonly ReferralStory[]> {
  const about = await inBatches(rows, (ids) => listRecordsAbout(db, ids))
  const counted = groupAnswers(await inBatches([...rows, ...about], (ids) => listAnswers(db, ids)))
  const entries = about.map((row) => ({ row, counted: counted.get(row.id) ?? {} })).filter(isSeen)
  const later = Map.groupBy(entries, ({ row }) => row.about)
  return rows.map((row) => ({
    id: row.id,
    form: row.form,
    reference: row.reference ?? '',
    language: row.language,
    receivedAt: row.received_at,
    authority: row.authority ?? undefined,
    audience: row.audience,
    counted: counted.get(row.id) ?? {},
    records: (later.get(row.id) ?? []).map(toReferralRecord),
  }))
}

async function inBatches<T>(
  rows: readonly { readonly id: string }[],
  read: (ids: readonly string[]) => Promise<readonly T[]>,
): Promise<readonly T[]> {
  const results: T[] = []
  for (let from = 0; from < rows.length; from += IDS_AT_ONCE)
    results.push(...(await read(rows.slice(from, from + IDS_AT_ONCE).map(({ id }) => id))))
  return results
}

function toReferralRecord({ row, counted }: Entry): ReferralRecord {
  return {
    id: row.id,
    form: row.form,
    receivedAt: row.received_at,
    occurredAt: row.occurred_at,
    counted,
    ...(row.corrects && { corrects: row.corrects }),
    ...(row.by && { by: row.by }),
  }
}

function groupAnswers(
  answers: readonly { readonly record: string; readonly question: string; readonly value: string }[],
): ReadonlyMap<string, Readonly<Record<string, readonly string[]>>> {
  const byRecord = new Map<string, Record<string, string[]>>()
  for (const { record, question, value } of answers) {
    const counted = byRecord.get(record) ?? {}
    byRecord.set(record, counted)
    counted[question] = [...(counted[question] ?? []), value]
  }
  return byRecord
}
