import type { Counted, Observation } from '#domain/participation/measure.ts'
import type { ReferralRecord, ReferralStory } from '#domain/referral/referral.ts'
import { foldStory, type Standing } from '#domain/referral/standing.ts'
import type { Service } from '#domain/service/service.ts'
import type { Instant } from '#domain/time/instant.ts'

/** Something that was sent, with everything recorded about it, and where it stands: the same fold as the inbox's. */
export type Case = ReferralStory & { readonly standing: Standing }

/** One thing that is counted: a case's beginning, or something recorded about it, with its answers in clear. */
export type Entry = {
  /** The record that is counted. */
  readonly id: string
  readonly story: Case
  readonly counted: ReferralRecord['counted']
  readonly at: Instant
  /** Where it is counted; null when nobody knows. */
  readonly authority: string | null
}

/** Puts the fold to a story. No measure counts `lookBy`, the one thing in it that hangs on holidays. */
export function toCase(story: ReferralStory, service: Service): Case {
  return { ...story, standing: foldStory(story, { service, isHoliday: () => false }) }
}

/** A case as it stood at a moment: what happened before it, whenever it was written down. */
export function upTo(story: Case, cut: Instant, service: Service): Case {
  return toCase({ ...story, records: story.records.filter(({ occurredAt }) => occurredAt < cut) }, service)
}

/** The latest record about a case that names an area wins over what the young person said. */
export function authorityOf(story: ReferralStory): string | null {
  return caseAnswers(story, 'authority')[0] ?? story.authority ?? null
}

/** What is known of a case: the latest record that answers a question wins over what was sent. */
export function caseAnswers(story: ReferralStory, question: string): readonly string[] {
  const later = story.records.findLast(({ counted }) => counted[question])
  return later?.counted[question] ?? story.counted[question] ?? []
}

/** Records of one form about a case, oldest first. */
export function recordsOf(story: ReferralStory, ...forms: readonly string[]): readonly ReferralRecord[] {
  return story.records.filter(({ form }) => forms.includes(form))
}

/** Whose case it is: the same for a young person who comes back, once a person has said so. */
export function whoIs(story: ReferralStory): string {
  return story.person ?? story.id
}

/** The beginning of a case as an entry. */
export function beginning(story: Case): Entry {
  return { id: story.id, story, counted: story.counted, at: story.receivedAt, authority: authorityOf(story) }
}

/** A record about a case as an entry. */
export function entryOf(story: Case, { id, counted, occurredAt }: ReferralRecord): Entry {
  return { id, story, counted, at: occurredAt, authority: authorityOf(story) }
}

/** What is counted of an entry, in a row of a table. */
export function observed(
  { story, authority }: Pick<Entry, 'story' | 'authority'>,
  row: string,
  counted: Counted,
): Observation {
  return { ...counted, row, authority, who: whoIs(story) }
}
