import { isOfService } from '#domain/audience.ts'
import type { Language } from '#domain/language/language.ts'
import { isSurveyOpen } from '#domain/participation/survey-window.ts'
import type { SenderDoubt } from '#domain/sender-doubt.ts'
import { type Instant, londonDay } from '#domain/time/instant.ts'
import { endOfWorkingDayAfter } from '#domain/time/working-days.ts'
import { audienceFor } from '#forms/audience-for.ts'
import type { ResolvedForm } from '#forms/define-form.ts'
import { formAbout } from '#forms/form-about.ts'
import type { Receipt } from '#forms/journey.ts'
import { type Problem, parseAnswers } from '#forms/parse-answers.ts'
import type { App } from '#server/app.ts'
import { appendRecord } from '#server/operations/append-record.ts'
import { rulesOf } from '#server/operations/rules.ts'
import type { Appended } from '#server/operations/submission.ts'
import { findRecord } from '#server/store/record.store.ts'

/** A public form as it arrived, from a page or the API. */
export type Arrival = {
  readonly form: ResolvedForm
  readonly language: Language
  readonly answers: unknown
  readonly receipt: Receipt | undefined
  readonly trackingCode: boolean
  readonly surveyCode?: string | undefined
  readonly idempotencyKey: string
  /** The record it is about, for a form that is about one. */
  readonly about?: string
  /** How it came; online when nothing is said. */
  readonly channel?: 'online' | 'phone' | 'paper'
  /** The staff member who filled it in for somebody. */
  readonly by?: string
  /** Why it may not have been a person who sent it. */
  readonly doubts?: readonly SenderDoubt[]
}

/** What becomes of it. */
export type Received =
  | (Extract<Appended, { kind: 'stored' }> & {
      /** By when we look at it; undefined where it is not ours to say. */
      readonly lookBy: Instant | undefined
    })
  | { readonly kind: 'key-reused' }
  | { readonly kind: 'confidentiality-first' }
  /** The annual survey is not open now. */
  | { readonly kind: 'survey-closed' }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] }

/**
 * Receives a public form: refuses it without the confidentiality receipt where one is needed (H1),
 * checks every answer, and appends the record.
 *
 * @throws what {@link appendRecord} throws; nothing is stored then.
 */
export async function receiveForm(app: App, arrival: Arrival): Promise<Received> {
  const { trackingCode } = arrival
  const form = await formOnDesk(app, arrival)
  // Kept in clear, so only where it is asked for and known to be ours: elsewhere it would be a place for any words.
  const receipt = form.confidentialityFirst ? arrival.receipt : undefined
  if (form.confidentialityFirst && receipt?.version !== app.service.confidentiality.version)
    return { kind: 'confidentiality-first' }
  if (form.survey === 'annual' && !isSurveyOpen(londonDay(app.now()), app.service)) return { kind: 'survey-closed' }
  const context = { today: londonDay(app.now()), now: app.now() }
  const parsed = parseAnswers(form, arrival.answers, context, { trackingCode })
  if (!parsed.ok) return { kind: 'problems', problems: parsed.problems }
  const appended = await appendRecord(app, {
    form,
    language: arrival.language,
    answers: parsed.answers,
    channel: arrival.channel ?? 'online',
    idempotencyKey: arrival.idempotencyKey,
    receipt,
    trackingCode: trackingCode && form.tracked,
    surveyCode: arrival.surveyCode,
    doubts: arrival.doubts ?? [],
    ...(arrival.about && { about: arrival.about }),
    // A survey keeps no link to anybody, nor to who wrote it down. @source H12
    ...(arrival.by && !form.survey && { by: arrival.by }),
  })
  if (appended.kind === 'survey-code')
    return { kind: 'problems', problems: [{ question: 'surveyCode', rule: 'unknownCode' }] }
  if (appended.kind !== 'stored') return appended
  const isOurs = isOfService(audienceFor(form, parsed.answers))
  return { ...appended, lookBy: isOurs ? lookBy(app, appended.receivedAt) : undefined }
}

/** What somebody adds to what they sent goes to the desk that it is on: a complaint's later words to no other. */
async function formOnDesk(app: App, { form, about }: Arrival): Promise<ResolvedForm> {
  const record = about === undefined ? undefined : await findRecord(app.db, about)
  return record ? formAbout(form, record.audience) : form
}

/** By when a new arrival is looked at: the end of the next working day. */
function lookBy(app: App, receivedAt: Instant): Instant {
  const { service, isHoliday } = rulesOf(app)
  return endOfWorkingDayAfter(receivedAt, service.screeningWorkingDays, service, isHoliday)
}
