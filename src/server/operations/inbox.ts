import type { Audience } from '#domain/audience.ts'
import { type Filterable, type InboxFilter, type InboxPageOf, pickLines } from '#domain/referral/inbox-filter.ts'
import { byUrgency, isLate, nearestDecision, nextDue } from '#domain/referral/inbox-order.ts'
import { type Reader, seesOwnAlone } from '#domain/referral/own-cases.ts'
import type { ReferralRecord, ReferralStory } from '#domain/referral/referral.ts'
import { foldStory, type Owed, type Standing, unansweredOf } from '#domain/referral/standing.ts'
import { isDoubted } from '#domain/sender-doubt.ts'
import { type Instant, londonDay } from '#domain/time/instant.ts'
import type { App } from '#server/app.ts'
import { rulesOf } from '#server/operations/rules.ts'
import { sealedFor } from '#server/operations/sealed-for.ts'
import { findStoryOnDesk, listOver, listStories, readStories } from '#server/operations/stories.ts'
import type { Head } from '#server/store/desk.store.ts'
import { namesOfStaff } from '#server/store/staff.store.ts'

/** One line of the inbox. Nothing in it comes from an envelope. */
export type InboxLine = {
  readonly id: string
  readonly form: string
  readonly reference: string
  readonly language: ReferralStory['language']
  readonly wantsWelsh: boolean
  readonly authority: string | undefined
  /** On whose desk it is: what is recorded about it is sealed for them. */
  readonly audience: Audience
  readonly standing: Standing
  /** The moment that the child's own page counts to. */
  readonly nextDue: Instant | undefined
  /** What a person has to do next. */
  readonly owed: Owed | undefined
  readonly late: boolean
  /** The nearest meeting or decision still to come. */
  readonly decisionOn: string | undefined
  /** Messages and requests from the young person since staff last recorded anything. */
  readonly unanswered: number
  /** It may not have been a person who sent it, and nobody has taken it on. */
  readonly isDoubted: boolean
}

/** A record with its envelopes, base64, and the name of whoever recorded it. */
export type HandedOut = ReferralRecord & {
  readonly envelopes: readonly string[]
  readonly byName: string | undefined
}

/** A story opened: the envelopes are still sealed, for the reader's browser to open. */
export type OpenedReferral = InboxLine & {
  readonly records: readonly HandedOut[]
  /** The story's own envelopes, base64: one for each audience that the reader belongs to. */
  readonly envelopes: readonly string[]
  readonly counted: ReferralStory['counted']
}

/** Everything on a member's desk, what needs a person first. */
export async function listInbox(app: App, member: Reader): Promise<readonly InboxLine[]> {
  const order = byUrgency(londonDay(app.now()))
  const stories = await listStories(app.db, member)
  return stories.map((story) => toLine(app, story)).sort((a, b) => order(a.standing, b.standing))
}

/**
 * One page of a list of what is on a member's desk. Nothing is owed of what is over: it is in one list alone, after
 * everything else, and only what stands on the page is read.
 */
export async function listInboxPage(app: App, member: Reader, filter: InboxFilter): Promise<InboxPageOf<InboxLine>> {
  const { list, authority } = filter
  const today = londonDay(app.now())
  const toLines = (stories: readonly ReferralStory[]) => stories.map((story) => toLine(app, story))
  // Where whose case it is, or where it is, hangs on what was recorded last, all of them have to be read.
  if (list === 'all' && (authority !== undefined || seesOwnAlone(member.roles)))
    return pickLines(toLines(await listStories(app.db, member, { authority })), filter, today)
  const open = toLines(await listStories(app.db, member, { isOver: false }))
  if (list !== 'all') return pickLines(open, filter, today)
  const over = (await listOver(app.db, member, { language: filter.answerIn })).map(unread)
  const { lines, ...rest } = pickLines<InboxLine | Unread>([...open, ...over], filter, today)
  const read = await readStories(
    app.db,
    member,
    lines.filter(isUnread).map(({ id }) => id),
  )
  const byId = new Map(toLines(read).map((line) => [line.id, line]))
  return { ...rest, lines: lines.flatMap((line) => (isUnread(line) ? (byId.get(line.id) ?? []) : line)) }
}

/** The place of something that is over, until it is known to stand on the page. */
type Unread = Filterable & { readonly id: string; readonly isUnread: true }

function unread({ id, form, language, authority, audience, received_at: receivedAt }: Head): Unread {
  const standing: Standing = {
    status: 'closed',
    receivedAt,
    lookBy: receivedAt,
    attempts: 0,
    priority: 'usual',
    owes: [],
    untold: [],
    isAllocated: true,
  }
  return { id, form, language, authority: authority ?? undefined, audience, standing, isUnread: true }
}

function isUnread(line: InboxLine | Unread): line is Unread {
  return 'isUnread' in line
}

/**
 * One story with its sealed envelopes, for a member. The caller logs the handing-out.
 *
 * @returns undefined when there is no such story, or it is on another desk.
 */
export async function readReferral(app: App, id: string, member: Reader): Promise<OpenedReferral | undefined> {
  const story = await findStoryOnDesk(app.db, id, member)
  if (!story) return undefined
  const ids = [story.id, ...story.records.map((record) => record.id)]
  const envelopes = await sealedFor(app.db, ids, member.roles)
  const envelopesOf = (record: string) => envelopes.get(record) ?? []
  const names = await namesOfStaff(app.db)
  return {
    ...toLine(app, story),
    counted: story.counted,
    envelopes: envelopesOf(story.id),
    records: story.records.map((record) => ({
      ...record,
      envelopes: envelopesOf(record.id),
      byName: record.by && names.get(record.by),
    })),
  }
}

function toLine(app: App, story: ReferralStory): InboxLine {
  const standing = foldStory(story, rulesOf(app))
  const [owed] = standing.owes
  return {
    id: story.id,
    form: story.form,
    reference: story.reference,
    language: story.language,
    wantsWelsh: story.counted.speakLanguage?.includes('cy') ?? false,
    authority: authorityOf(story),
    audience: story.audience ?? 'team',
    standing,
    nextDue: nextDue(standing),
    owed,
    late: isLate(standing, app.now()) || (owed !== undefined && app.now() > owed.at),
    decisionOn: nearestDecision(standing, londonDay(app.now())),
    unanswered: unansweredOf(story).length,
    isDoubted: isDoubted({ counted: story.counted, standing }),
  }
}

/** The council, as a person has put it right at screening; until then as it was told. */
function authorityOf({ authority, records }: ReferralStory): string | undefined {
  const screened = records.map(({ counted }) => counted.authority?.[0])
  return screened.findLast((value) => value !== undefined) ?? authority
}
