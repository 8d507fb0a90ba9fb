import { randomUUID } from 'node:crypto'
import type { Language } from '#domain/language/language.ts'
import { mayReadReports } from '#domain/participation/readers.ts'
import { isActOf, mayRecord } from '#domain/referral/acts.ts'
import { untoldPassings } from '#domain/referral/passing-on.ts'
import type { ReferralStory } from '#domain/referral/referral.ts'
import { isOnDeskOf, kindOfStory } from '#domain/referral/story-kind.ts'
import { audiencesOf } from '#domain/roles.ts'
import { type Instant, londonDay } from '#domain/time/instant.ts'
import { type Answers, questionsOf, type ResolvedForm } from '#forms/define-form.ts'
import { formAbout } from '#forms/form-about.ts'
import { type Problem, parseAnswers } from '#forms/parse-answers.ts'
import { withMembers } from '#forms/with-members.ts'
import type { App } from '#server/app.ts'
import { appendRecord } from '#server/operations/append-record.ts'
import { findStoryOnDesk } from '#server/operations/stories.ts'
import type { Appended } from '#server/operations/submission.ts'
import { hasIssuedSurveyCode } from '#server/operations/survey-code.ts'
import type { Staff } from '#server/sign-in/staff-sign-in.ts'
import { findPersonOf, findRecord } from '#server/store/record.store.ts'
import { listHoldersOf } from '#server/store/staff.store.ts'

type Member = Pick<Staff, 'id' | 'roles'>

/** A staff form as it arrived from the inbox. */
export type StaffEntry = {
  readonly form: string
  /** What it is about; absent for a form that begins something. */
  readonly about?: string | undefined
  readonly language: Language
  readonly answers: unknown
  readonly idempotencyKey: string
  readonly by: Member
  /** At a screening: another referral of the same young person, as a person has seen. */
  readonly samePersonAs?: string | undefined
  /** The record that this one settles: the passing-on of which the young person has now been told. */
  readonly settles?: string | undefined
  /** How many records about it the member had seen: a colleague may have added some since. */
  readonly seen?: number | undefined
}

/** What becomes of it. */
export type Recorded =
  | Exclude<Appended, { kind: 'survey-code' | 'stored' }>
  /** Stored; `meanwhile` counts what colleagues or the young person added since the member looked. */
  | (Extract<Appended, { kind: 'stored' }> & { readonly meanwhile: number })
  /** There is no such form or record, or it is on another desk: to the sender it is the same. */
  | { readonly kind: 'unknown' }
  /** The form is not about records of this kind, or not for this role. */
  | { readonly kind: 'not-for-this' }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[]; readonly form: ResolvedForm }

/**
 * Records a staff act through the same engine as everything else. What it is about decides who may record it
 * and whom it is sealed for.
 *
 * @throws what appendRecord throws.
 */
export async function recordByStaff(app: App, entry: StaffEntry): Promise<Recorded> {
  const allowed = await allowedForm(app, entry)
  if ('kind' in allowed) return allowed
  const { form, story } = allowed
  const parsed = parseAnswers(form, entry.answers, { today: londonDay(app.now()), now: app.now() })
  if (!parsed.ok) return { kind: 'problems', problems: parsed.problems, form }
  if (!settlesItsOwn(entry, story)) return { kind: 'unknown' }
  const person = givesPerson.includes(form.id) && story ? await personOf(app, entry, story) : undefined
  if (person === 'unknown') return { kind: 'unknown' }
  const { occurredAt } = parsed.answers
  const appended = await appendRecord(app, {
    form,
    language: entry.language,
    answers: parsed.answers,
    channel: 'staff',
    idempotencyKey: entry.idempotencyKey,
    by: entry.by.id,
    issueSurveyCode: await isFirstToIssue(app, entry, parsed.answers),
    ...(entry.about !== undefined && { about: entry.about }),
    ...(entry.settles !== undefined && { corrects: entry.settles }),
    ...(person && { person: person.id }),
    ...(typeof occurredAt === 'string' && { occurredAt: occurredAt as Instant }),
  })
  if (appended.kind === 'survey-code') throw new Error(`${form.id} is a survey, which staff cannot fill in here`)
  if (appended.kind !== 'stored') return appended
  return {
    ...appended,
    meanwhile: entry.seen === undefined ? 0 : Math.max(0, (story?.records.length ?? 0) - entry.seen),
  }
}

/** The acts at which a person looks who the young person is. */
const givesPerson: readonly string[] = ['screening', 'active-offer-meeting']

/**
 * The random id of the young person, given when a person has looked: it carries "distinct young people" and says
 * nothing. A screening that is recorded again keeps it; one that is linked takes that of the other referral.
 *
 * @returns `unknown` when the other referral is on no desk of the member's, or nobody has looked at it.
 */
async function personOf(
  app: App,
  { samePersonAs, by }: StaffEntry,
  story: ReferralStory,
): Promise<{ readonly id: string } | 'unknown'> {
  if (samePersonAs === undefined) return { id: (await findPersonOf(app.db, story.id)) ?? randomUUID() }
  const other = await findStoryOnDesk(app.db, samePersonAs, by)
  const id = other && other.id !== story.id ? await findPersonOf(app.db, other.id) : undefined
  return id === undefined ? 'unknown' : { id }
}

/** A record can settle only what is about the same thing: nobody closes another case's duty. */
function settlesItsOwn({ form, settles }: StaffEntry, story: ReferralStory | undefined): boolean {
  if (form !== 'passing-on-told') return settles === undefined
  return untoldPassings(story?.records ?? []).some(({ id }) => id === settles)
}

type Allowed = { readonly form: ResolvedForm; readonly story?: ReferralStory }

/** The form as this member may fill it in about this record, or why they may not. */
async function allowedForm(
  app: App,
  { form: formId, about, by }: StaffEntry,
): Promise<Allowed | Extract<Recorded, { kind: 'unknown' | 'not-for-this' }>> {
  const form = app.forms.get(formId)
  if (form?.access !== 'staff') return { kind: 'unknown' }
  if (!mayRecord(by.roles, form.id)) return { kind: 'not-for-this' }
  // What only the council's list asks is asked only where it may have it.
  if (form.id === 'case-facts' && app.service.councilSeesNames === false) return { kind: 'not-for-this' }
  if (about === undefined) return form.about === undefined && mayBegin(form, by) ? { form } : { kind: 'not-for-this' }
  const record = await findRecord(app.db, about)
  if (!record || !isOnDeskOf(by.roles, record)) return { kind: 'unknown' }
  const kind = kindOfStory(record.form)
  if (!kind) return { kind: 'not-for-this' }
  const story = await findStoryOnDesk(app.db, about, by)
  if (!story) return { kind: 'unknown' }
  if (form.about === undefined || !isActOf(kind, form.id)) return { kind: 'not-for-this' }
  const advocates = form.id === 'allocation' ? await listHoldersOf(app.db, 'advocate') : []
  return { form: withMembers(formAbout(form, record.audience), advocates), story }
}

/** Who reads what a form seals may begin it; what is written for a report, whoever writes reports. @source DESIGN 8 */
function mayBegin(form: ResolvedForm, { roles }: Member): boolean {
  const isForReport = questionsOf(form).every(({ keep }) => !keep.includes('sealed'))
  return audiencesOf(roles).includes(form.audience) || (isForReport && mayReadReports(roles))
}

/** A case has one survey, so one code: a closing that is recorded again does not give another. @source H12 */
async function isFirstToIssue(app: App, { form, about }: StaffEntry, answers: Answers): Promise<boolean> {
  if (form !== 'closure' || about === undefined || answers.issueSurveyCode !== 'yes') return false
  return !(await hasIssuedSurveyCode(app, about))
}
