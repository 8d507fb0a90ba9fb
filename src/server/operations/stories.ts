import { isOpenTo, type Reader as Member } from '#domain/referral/own-cases.ts'
import type { ReferralStory } from '#domain/referral/referral.ts'
import { isOnDeskOf, kindOfStory, storyForms } from '#domain/referral/story-kind.ts'
import { audiencesOf, deskRoles, type Role } from '#domain/roles.ts'
import type { Reader } from '#server/store/database.ts'
import { ERASURE } from '#server/store/erase.store.ts'
import { findRecord, listRecordsOnDesks } from '#server/store/record.store.ts'
import { type Entry, toStories } from '#server/store/story.store.ts'

/** An advocate's desk is part of the coordinator's. */
const everyDesk = deskRoles.filter((role) => role !== 'advocate')

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

/** Everything on every desk: for what the service does by itself, which opens nothing. */
export function listEveryStory(db: Reader): Promise<readonly ReferralStory[]> {
  return listStories(db, { id: '', roles: everyDesk })
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
