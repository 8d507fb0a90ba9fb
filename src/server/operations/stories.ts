import { isOpenTo, type Reader as Member, seesOwnAlone } from '#domain/referral/own-cases.ts'
import type { ReferralStory } from '#domain/referral/referral.ts'
import { isOnDeskOf, kindOfStory, storyForms } from '#domain/referral/story-kind.ts'
import { audiencesOf, deskRoles, type Role } from '#domain/roles.ts'
import type { Reader } from '#server/store/database.ts'
import { type Head, listHeadsOnDesks, listRecordsOnDesks, type OnDesks } from '#server/store/desk.store.ts'
import { ERASURE } from '#server/store/erase.store.ts'
import { findRecord, listRecords } from '#server/store/record.store.ts'
import { type Entry, toStories } from '#server/store/story.store.ts'
import type { RecordTable } from '#server/store/tables.ts'

/** An advocate's desk is part of the coordinator's. */
const everyDesk = deskRoles.filter((role) => role !== 'advocate')

/** What is looked for on a desk, beside whose it is. */
type Asked = Pick<OnDesks, 'isOver' | 'authority'>

/** Everything on a member's desk, with what was recorded about it, newest first. */
export async function listStories(db: Reader, member: Member, asked: Asked = {}): Promise<readonly ReferralStory[]> {
  const rows = await listRecordsOnDesks(db, { ...deskOf(member), ...asked })
  return storiesOf(db, member, rows)
}

/** Everything on every desk that may not be over: for what the service does by itself, which opens nothing. */
export function listEveryOpenStory(db: Reader): Promise<readonly ReferralStory[]> {
  return listStories(db, everybody, { isOver: false })
}

/** Everything on every desk. */
export function listEveryStory(db: Reader): Promise<readonly ReferralStory[]> {
  return listStories(db, everybody)
}

/** The heads of what is over for certain on a member's desk, newest first. */
export function listOver(db: Reader, member: Member, asked: Pick<OnDesks, 'language'>): Promise<readonly Head[]> {
  return listHeadsOnDesks(db, { ...deskOf(member), ...asked, isOver: true })
}

/** Some of the things on a member's desk, in the order of these ids. */
export async function readStories(
  db: Reader,
  member: Member,
  ids: readonly string[],
): Promise<readonly ReferralStory[]> {
  return storiesOf(db, member, await listRecords(db, ids))
}

const everybody: Member = { id: '', roles: everyDesk }

function deskOf(member: Member): Pick<OnDesks, 'forms' | 'audiences' | 'advocate'> {
  const { id, roles } = member
  const audiences = audiencesOf(roles)
  const forms = storyForms.filter((form) => audiences.some((audience) => isOnDeskOf(roles, { form, audience })))
  return { forms, audiences, ...(seesOwnAlone(roles) && { advocate: id }) }
}

async function storiesOf(db: Reader, member: Member, rows: readonly RecordTable[]): Promise<readonly ReferralStory[]> {
  const stories = await toStories(db, rows, (record) => maySee(member.roles, record))
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

/** What was recorded about a thing may be on another desk than the thing itself; a wish for another advocate is too. */
function maySee(roles: readonly Role[], { row, counted }: Entry): boolean {
  const asksForAnother = row.form === 'child-ask' && (counted.ask?.includes('change-advocate') ?? false)
  return isOnDeskOf(roles, asksForAnother ? { form: 'advocate-change', audience: row.audience } : row)
}
