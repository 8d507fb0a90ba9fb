import { randomUUID } from 'node:crypto'
import type { Language } from '#domain/language/language.ts'
import { tallyPlace } from '#domain/participation/tally-place.ts'
import { type Instant, type IsoDate, londonDay, londonInstant, toInstant } from '#domain/time/instant.ts'
import { type PictureWord, wordsFromBytes } from '#domain/tracking-code/tracking-code.ts'
import { audienceFor } from '#forms/audience-for.ts'
import type { Answers, ResolvedForm } from '#forms/define-form.ts'
import type { Receipt } from '#forms/journey.ts'
import { splitAnswers } from '#forms/split-answers.ts'
import type { App } from '#server/app.ts'
import { canonicalJson } from '#server/operations/canonical-json.ts'
import { newReference } from '#server/operations/reference.ts'
import { sealAnswers } from '#server/operations/seal-answers.ts'
import { closingFacts, findSurveyCode, issueSurveyCode, useSurveyCode } from '#server/operations/survey-code.ts'
import { tellStaff } from '#server/operations/tell-staff.ts'
import { trackingCodeMac } from '#server/operations/tracking-code-mac.ts'
import { findCode, insertCode } from '#server/store/code.store.ts'
import { isUniqueViolation } from '#server/store/database.ts'
import { findRecord, insertRecord } from '#server/store/record.store.ts'
import type { RecordTable } from '#server/store/tables.ts'
import { addToTally } from '#server/store/tally.store.ts'

/** A filled-in form whose answers have been checked. */
export type Submission = {
  readonly form: ResolvedForm
  readonly language: Language
  readonly answers: Answers
  readonly channel: 'online' | 'phone' | 'paper' | 'staff'
  /** The same key gives the same record, however often it is sent. */
  readonly idempotencyKey: string
  readonly receipt?: Receipt | undefined
  readonly trackingCode?: boolean
  /** The single-use code that opened a closure survey, as typed. */
  readonly surveyCode?: string | undefined
  /** A closing that gives the young person a survey code of their own. */
  readonly issueSurveyCode?: boolean
  readonly about?: string
  /** The earlier record that this one settles or corrects. */
  readonly corrects?: string
  /** The young person's random id, where it is known. */
  readonly person?: string
  /** The staff member who records it. */
  readonly by?: string
  /** When it happened, if that was earlier than now. */
  readonly occurredAt?: Instant
}

/** What the sender is told. */
export type Appended =
  | {
      readonly kind: 'stored'
      readonly record: string
      readonly reference: string | undefined
      readonly receivedAt: Instant
      readonly trackingCode: readonly PictureWord[] | undefined
      /** True when this key had been received before. */
      readonly replayed: boolean
    }
  | { readonly kind: 'key-reused' }
  /** The survey code is unknown, or was used: a code opens one survey. */
  | { readonly kind: 'survey-code' }

/**
 * Splits, seals and stores a filled-in form in one transaction, with its codes and its notice: all of
 * it, or none. Returns only after the bytes are on disk.
 *
 * @throws NotReadyError when nobody holds the audience's key yet; a database error when it cannot be stored.
 * @source DESIGN 2
 */
export async function appendRecord(app: App, submission: Submission): Promise<Appended> {
  const macs = macsOf(app, submission)
  const earlier = await findEarlier(app, submission, macs)
  if (earlier) return earlier
  const opened = submission.form.survey === 'closure' ? await openSurvey(app, submission.surveyCode) : undefined
  if (submission.form.survey === 'closure' && !opened) return { kind: 'survey-code' }
  const split = splitAnswers(submission.form, submission.answers)
  const receivedAt = arrivalKept(submission.form, app.now())
  const record = rowOf(app, submission, receivedAt)
  const envelopes = await sealAnswers(app, submission, record)
  try {
    await app.db.transaction().execute(async (trx) => {
      await insertRecord(trx, {
        record,
        answers: [
          ...split.counted,
          ...split.published,
          ...(opened?.facts ?? []),
          ...receiptAnswers(submission.receipt),
        ],
        envelopes,
      })
      await addToTally(
        trx,
        tallyPlace(app.service, { form: record.form, authority: record.authority, at: receivedAt }),
        split.apart,
      )
      if (opened && !(await useSurveyCode(trx, opened.mac))) throw new SurveyCodeUsedError()
      const expires_at = submission.form.survey ? keyExpiry(app.now()) : null
      await insertCode(trx, { mac: macs.key, kind: 'idempotency', record: record.id, body_mac: macs.body, expires_at })
      if (submission.trackingCode)
        await insertCode(trx, { mac: macs.code, kind: 'tracking', record: record.id, body_mac: null, expires_at: null })
      if (submission.issueSurveyCode) await issueSurveyCode(trx, app, record.id)
      await tellStaff(trx, app, { form: submission.form, answers: submission.answers, record })
    })
  } catch (error) {
    if (error instanceof SurveyCodeUsedError)
      return (await findEarlier(app, submission, macs)) ?? { kind: 'survey-code' }
    // Two deliveries of one sending raced: the other one won, and its answer is ours.
    const winner = isUniqueViolation(error) ? await findEarlier(app, submission, macs) : undefined
    if (winner) return winner
    throw error
  }
  app.wakeOutbox()
  return stored(record, submission.trackingCode ? macs.words : undefined, false)
}

const HALF_DAY_MILLISECONDS = 12 * 3_600_000

/**
 * Until when a survey that is sent again is known to be the same: twelve hours at least, 24 at most; then nothing
 * links it to its sending. Always a noon or a midnight, for 24 hours to the minute would keep the minute of sending.
 *
 * @source DESIGN 6 "code"; H12
 */
function keyExpiry(now: Instant): Instant {
  const halfDays = Math.floor(Date.parse(now) / HALF_DAY_MILLISECONDS)
  return toInstant(new Date((halfDays + 2) * HALF_DAY_MILLISECONDS))
}

/** Thrown inside the transaction when another sending used the code first, so that all of this one is taken back. */
class SurveyCodeUsedError extends Error {
  override name = 'SurveyCodeUsedError'
}

async function openSurvey(app: App, typed: string | undefined) {
  const code = await findSurveyCode(app, typed ?? '')
  return code && { mac: code.mac, facts: await closingFacts(app, code.closing) }
}

/** A survey keeps less of its arrival than other forms: the day, or for the annual one the month. @source H12 */
function arrivalKept({ survey }: ResolvedForm, now: Instant): Instant {
  if (!survey) return now
  const day = londonDay(now)
  return londonInstant((survey === 'annual' ? `${day.slice(0, 7)}-01` : day) as IsoDate, '00:00')
}

type Macs = {
  readonly key: string
  readonly body: string
  readonly words: readonly PictureWord[]
  readonly code: string
}

function macsOf(app: App, { form, idempotencyKey, language, answers, receipt, trackingCode, about }: Submission): Macs {
  // The code is derived from the key, so that a retry shows the same one and nothing has to be kept.
  const words = wordsFromBytes(app.macs.bytes('tracking-code', `${form.id} ${idempotencyKey}`), app.pictureWords)
  return {
    key: keyMac(app, form, idempotencyKey),
    body: app.macs.of(
      'body',
      canonicalJson({ language, answers, receipt, trackingCode: trackingCode ?? false, about }),
    ),
    words,
    code: trackingCodeMac(app, words),
  }
}

function keyMac(app: Pick<App, 'macs'>, form: ResolvedForm, idempotencyKey: string): string {
  return app.macs.of('idempotency', `${form.id} ${idempotencyKey}`)
}

/** Tells whether a sending with this key has been stored. */
export async function hasArrived(
  app: Pick<App, 'db' | 'macs'>,
  form: ResolvedForm,
  idempotencyKey: string,
): Promise<boolean> {
  return (await findCode(app.db, keyMac(app, form, idempotencyKey))) !== undefined
}

async function findEarlier(app: App, submission: Submission, macs: Macs): Promise<Appended | undefined> {
  const code = await findCode(app.db, macs.key)
  if (!code) return undefined
  if (code.body_mac !== macs.body) return { kind: 'key-reused' }
  const record = await findRecord(app.db, code.record)
  return record && stored(record, submission.trackingCode ? macs.words : undefined, true)
}

function stored(record: RecordTable, trackingCode: readonly PictureWord[] | undefined, replayed: boolean): Appended {
  const { id, reference, received_at } = record
  return {
    kind: 'stored',
    record: id,
    reference: reference ?? undefined,
    receivedAt: received_at,
    trackingCode,
    replayed,
  }
}

function rowOf(app: App, submission: Submission, receivedAt: Instant): RecordTable {
  const { form, language, channel, answers, about, person, corrects, by, occurredAt } = submission
  const authority = answers.authority
  return {
    id: randomUUID(),
    form: form.id,
    version: form.version,
    about: about ?? null,
    person: person ?? null,
    corrects: corrects ?? null,
    service: app.service.id,
    audience: audienceFor(form, answers),
    authority: typeof authority === 'string' ? authority : null,
    language,
    channel,
    reference: form.tracked ? newReference(app.randomBytes) : null,
    received_at: receivedAt,
    occurred_at: occurredAt ?? receivedAt,
    by: by ?? null,
  }
}

/** The receipt is kept as counted answers: it says nothing of the young person and M55 counts it. */
function receiptAnswers(receipt: Receipt | undefined) {
  if (!receipt) return []
  return Object.entries(receipt).map(([name, value]) => ({ question: `confidentiality.${name}`, value }))
}
