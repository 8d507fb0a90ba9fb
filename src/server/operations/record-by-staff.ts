import { randomUUID } from 'node:crypto'
import type { Language } from '#domain/language/language.ts'
import { type Instant, londonDay } from '#domain/time/instant.ts'
import { type Problem, parseAnswers } from '#forms/parse-answers.ts'
import type { App } from '#server/app.ts'
import { type Appended, appendRecord } from '#server/operations/append-record.ts'
import { findRecord } from '#server/store/record.store.ts'

/** A staff form as it arrived from the inbox. */
export type StaffEntry = {
  readonly form: string
  readonly about: string
  readonly language: Language
  readonly answers: unknown
  readonly idempotencyKey: string
  /** The staff member's id. */
  readonly by: string
}

/** What becomes of it. */
export type Recorded =
  | Exclude<Appended, { kind: 'survey-code' }>
  | { readonly kind: 'unknown' }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] }

/**
 * Records a staff act through the same engine as everything else.
 *
 * @throws what appendRecord throws.
 */
export async function recordByStaff(app: App, entry: StaffEntry): Promise<Recorded> {
  const form = app.forms.get(entry.form)
  const about = await findRecord(app.db, entry.about)
  if (form?.access !== 'staff' || !about) return { kind: 'unknown' }
  const parsed = parseAnswers(form, entry.answers, { today: londonDay(app.now()), now: app.now() })
  if (!parsed.ok) return { kind: 'problems', problems: parsed.problems }
  const { occurredAt } = parsed.answers
  const appended = await appendRecord(app, {
    form,
    language: entry.language,
    answers: parsed.answers,
    channel: 'staff',
    idempotencyKey: entry.idempotencyKey,
    about: about.id,
    by: entry.by,
    // A random id that says nothing, given when a person has looked: it carries "distinct young people".
    ...(form.id === 'screening' && { person: randomUUID() }),
    ...(typeof occurredAt === 'string' && { occurredAt: occurredAt as Instant }),
  })
  if (appended.kind === 'survey-code') throw new Error(`${form.id} is a survey, which staff cannot fill in here`)
  return appended
}
