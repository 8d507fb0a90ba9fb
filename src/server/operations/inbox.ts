import type { Audience } from '#domain/audience.ts'
import { byUrgency, isLate, nextDue } from '#domain/referral/inbox-order.ts'
import { foldReferral, type Progress } from '#domain/referral/progress.ts'
import type { ReferralRecord, ReferralStory } from '#domain/referral/referral.ts'
import type { Instant } from '#domain/time/instant.ts'
import type { App } from '#server/app.ts'
import { rulesOf } from '#server/operations/rules.ts'
import { findStory, listStories } from '#server/operations/stories.ts'
import { listEnvelopes } from '#server/store/record.store.ts'

/** One line of the inbox. Nothing in it comes from an envelope. */
export type InboxLine = {
  readonly id: string
  readonly reference: string
  readonly language: ReferralStory['language']
  readonly progress: Progress
  readonly nextDue: Instant | undefined
  readonly late: boolean
  /** Messages and requests from the young person since staff last recorded anything. */
  readonly unanswered: number
}

/** A referral opened: the envelopes are still sealed, for the reader's browser to open. */
export type OpenedReferral = InboxLine & {
  readonly records: readonly (ReferralRecord & { readonly envelope?: string })[]
  /** The referral's own envelope, base64. */
  readonly envelope?: string
  readonly counted: ReferralStory['counted']
}

/** Every referral, what needs a person first. */
export async function listInbox(app: App): Promise<readonly InboxLine[]> {
  const stories = await listStories(app.db)
  return stories.map((story) => toLine(app, story)).sort((a, b) => byUrgency(a.progress, b.progress))
}

/**
 * One referral with its sealed envelopes, for members of these audiences. The caller logs the handing-out.
 *
 * @returns undefined when there is no such referral.
 */
export async function readReferral(
  app: App,
  id: string,
  audiences: readonly Audience[],
): Promise<OpenedReferral | undefined> {
  const story = await findStory(app.db, id)
  if (!story) return undefined
  const ids = [story.id, ...story.records.map((record) => record.id)]
  const envelopes = new Map(
    (await listEnvelopes(app.db, ids, audiences)).map(({ record, sealed }) => [
      record,
      Buffer.from(sealed).toString('base64'),
    ]),
  )
  const own = envelopes.get(story.id)
  return {
    ...toLine(app, story),
    counted: story.counted,
    ...(own && { envelope: own }),
    records: story.records.map((record) => {
      const envelope = envelopes.get(record.id)
      return envelope ? { ...record, envelope } : record
    }),
  }
}

function toLine(app: App, story: ReferralStory): InboxLine {
  const progress = foldReferral(story, rulesOf(app))
  return {
    id: story.id,
    reference: story.reference,
    language: story.language,
    progress,
    nextDue: nextDue(progress),
    late: isLate(progress, app.now()),
    unanswered: unanswered(story),
  }
}

function unanswered(story: ReferralStory): number {
  const lastByStaff = story.records.findLastIndex(({ form }) => !form.startsWith('child-'))
  return story.records.slice(lastByStaff + 1).length
}
