import type { Audience } from '#domain/audience.ts'
import { byUrgency, isLate, nextDue } from '#domain/referral/inbox-order.ts'
import type { ReferralRecord, ReferralStory } from '#domain/referral/referral.ts'
import { foldStory, type Standing } from '#domain/referral/standing.ts'
import { audiencesOf, type Role } from '#domain/roles.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { App } from '#server/app.ts'
import { rulesOf } from '#server/operations/rules.ts'
import { findStoryOnDesk, listStories } from '#server/operations/stories.ts'
import { findRecord, listEnvelopes } from '#server/store/record.store.ts'

/** One line of the inbox. Nothing in it comes from an envelope. */
export type InboxLine = {
  readonly id: string
  readonly form: string
  readonly reference: string
  readonly language: ReferralStory['language']
  readonly standing: Standing
  readonly nextDue: Instant | undefined
  readonly late: boolean
  /** Messages and requests from the young person since staff last recorded anything. */
  readonly unanswered: number
}

/** A story opened: the envelopes are still sealed, for the reader's browser to open. */
export type OpenedReferral = InboxLine & {
  readonly audience: Audience
  readonly records: readonly (ReferralRecord & { readonly envelopes: readonly string[] })[]
  /** The story's own envelopes, base64: one for each audience that the reader belongs to. */
  readonly envelopes: readonly string[]
  readonly counted: ReferralStory['counted']
}

/** Everything on the desk of a person with these roles, what needs a person first. */
export async function listInbox(app: App, roles: readonly Role[]): Promise<readonly InboxLine[]> {
  const stories = await listStories(app.db, roles)
  return stories.map((story) => toLine(app, story)).sort((a, b) => byUrgency(a.standing, b.standing))
}

/**
 * One story with its sealed envelopes, for a person with these roles. The caller logs the handing-out.
 *
 * @returns undefined when there is no such story, or it is on another desk.
 */
export async function readReferral(app: App, id: string, roles: readonly Role[]): Promise<OpenedReferral | undefined> {
  const story = await findStoryOnDesk(app.db, id, roles)
  const row = story && (await findRecord(app.db, id))
  if (!story || !row) return undefined
  const ids = [story.id, ...story.records.map((record) => record.id)]
  const byRecord = Map.groupBy(await listEnvelopes(app.db, ids, audiencesOf(roles)), ({ record }) => record)
  const envelopesOf = (record: string) =>
    (byRecord.get(record) ?? []).map(({ sealed }) => Buffer.from(sealed).toString('base64'))
  return {
    ...toLine(app, story),
    audience: row.audience,
    counted: story.counted,
    envelopes: envelopesOf(story.id),
    records: story.records.map((record) => ({ ...record, envelopes: envelopesOf(record.id) })),
  }
}

function toLine(app: App, story: ReferralStory): InboxLine {
  const standing = foldStory(story, rulesOf(app))
  return {
    id: story.id,
    form: story.form,
    reference: story.reference,
    language: story.language,
    standing,
    nextDue: nextDue(standing),
    late: isLate(standing, app.now()),
    unanswered: unanswered(story),
  }
}

function unanswered(story: ReferralStory): number {
  const lastByStaff = story.records.findLastIndex(({ form }) => !form.startsWith('child-'))
  return story.records.slice(lastByStaff + 1).length
}
