import type { Audience } from '#domain/audience.ts'
import type { ReferralStory } from '#domain/referral/referral.ts'
import { foldStory } from '#domain/referral/standing.ts'
import { kindOfStory } from '#domain/referral/story-kind.ts'
import type { App } from '#server/app.ts'
import { rulesOf } from '#server/operations/rules.ts'
import { sealedFor } from '#server/operations/sealed-for.ts'
import { listStories } from '#server/operations/stories.ts'
import type { Staff } from '#server/sign-in/staff-sign-in.ts'
import { type Act, logAccess } from '#server/store/access-log.store.ts'

/** A case with its envelopes, base64, by record. */
export type Case = ReferralStory & {
  readonly status: string
  readonly envelopes: Readonly<Record<string, readonly string[]>>
}

/**
 * Hands out several cases at once, for a member's browser to open: to look for an earlier request of the same young
 * person, or to build a list for the council. Every record that is handed out is written down first.
 *
 * @param desk - whose cases: one of the member's own desks.
 * @param isWanted - which of the cases on it.
 * @param records - all the records of a case, or the request alone.
 * @source DESIGN 7 "Every handing-out of an envelope is logged"
 */
export async function handOutCases(
  app: App,
  staff: Pick<Staff, 'id' | 'roles'>,
  {
    desk,
    act,
    isWanted,
    records,
  }: {
    readonly desk: Audience
    readonly act: Extract<Act, 'compared' | 'listed-for-council' | 'exported-names'>
    readonly isWanted: (story: ReferralStory) => boolean
    readonly records: 'all' | 'request'
  },
): Promise<readonly Case[]> {
  const stories = (await listStories(app.db, staff)).filter(
    (story) => kindOfStory(story.form) === 'referral' && story.audience === desk && isWanted(story),
  )
  const ids = stories.flatMap(({ id, records: later }) =>
    records === 'all' ? [id, ...later.map((each) => each.id)] : [id],
  )
  const envelopes = await sealedFor(app.db, ids, staff.roles)
  const handedOut = ids.filter((id) => envelopes.has(id))
  if (handedOut.length > 0) await logAccess(app.db, { at: app.now(), staff: staff.id, act, records: handedOut })
  const rules = rulesOf(app)
  return stories.map((story) => ({
    ...story,
    status: foldStory(story, rules).status,
    envelopes: Object.fromEntries(
      [story.id, ...story.records.map(({ id }) => id)].flatMap((id) => {
        const sealed = envelopes.get(id)
        return sealed ? [[id, sealed]] : []
      }),
    ),
  }))
}
