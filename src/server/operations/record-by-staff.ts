import { randomUUID } from 'node:crypto'
import type { Language } from '#domain/language/language.ts'
import { isActOf, mayRecord } from '#domain/referral/acts.ts'
import { isOnDeskOf, kindOfStory } from '#domain/referral/story-kind.ts'
import { audiencesOf } from '#domain/roles.ts'
import { type Instant, londonDay } from '#domain/time/instant.ts'
import type { Answers, ResolvedForm } from '#forms/define-form.ts'
import { formAbout } from '#forms/form-about.ts'
import { type Problem, parseAnswers } from '#forms/parse-answers.ts'
import type { App } from '#server/app.ts'
import { type Appended, appendRecord } from '#server/operations/append-record.ts'
import { hasIssuedSurveyCode } from '#server/operations/survey-code.ts'
import type { Staff } from '#server/sign-in/staff-sign-in.ts'
import { findRecord } from '#server/store/record.store.ts'

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
}

/** What becomes of it. */
export type Recorded =
  | Exclude<Appended, { kind: 'survey-code' }>
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
  const { form } = allowed
  const parsed = parseAnswers(form, entry.answers, { today: londonDay(app.now()), now: app.now() })
  if (!parsed.ok) return { kind: 'problems', problems: parsed.problems, form }
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
    // A random id that says nothing, given when a person has looked: it carries "distinct young people".
    ...(form.id === 'screening' && { person: randomUUID() }),
    ...(typeof occurredAt === 'string' && { occurredAt: occurredAt as Instant }),
  })
  if (appended.kind === 'survey-code') throw new Error(`${form.id} is a survey, which staff cannot fill in here`)
  return appended
}

/** The form as this member may fill it in about this record, or why they may not. */
async function allowedForm(
  app: App,
  { form: formId, about, by }: StaffEntry,
): Promise<{ readonly form: ResolvedForm } | Extract<Recorded, { kind: 'unknown' | 'not-for-this' }>> {
  const form = app.forms.get(formId)
  if (form?.access !== 'staff') return { kind: 'unknown' }
  if (!mayRecord(by.roles, form.id)) return { kind: 'not-for-this' }
  if (about === undefined) {
    const mayBegin = form.about === undefined && audiencesOf(by.roles).includes(form.audience)
    return mayBegin ? { form } : { kind: 'not-for-this' }
  }
  const record = await findRecord(app.db, about)
  if (!record || !isOnDeskOf(by.roles, record)) return { kind: 'unknown' }
  const kind = kindOfStory(record.form)
  return kind && form.about !== undefined && isActOf(kind, form.id)
    ? { form: formAbout(form, record.audience) }
    : { kind: 'not-for-this' }
}

/** A case has one survey, so one code: a closing that is recorded again does not give another. @source H12 */
async function isFirstToIssue(app: App, { form, about }: StaffEntry, answers: Answers): Promise<boolean> {
  if (form !== 'closure' || about === undefined || answers.issueSurveyCode !== 'yes') return false
  return !(await hasIssuedSurveyCode(app, about))
}
