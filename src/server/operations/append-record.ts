import { tallyPlace } from '#domain/participation/tally-place.ts'
import { splitAnswers } from '#forms/split-answers.ts'
import type { App } from '#server/app.ts'
import { doubtAnswers, receiptAnswers, rowOf } from '#server/operations/record-parts.ts'
import { sealAnswers } from '#server/operations/seal-answers.ts'
import { findEarlier, macsOf, stored } from '#server/operations/sent-before.ts'
import type { Appended, Submission } from '#server/operations/submission.ts'
import { arrivalKept, keyExpiry, openSurvey, SurveyCodeUsedError } from '#server/operations/survey-arrival.ts'
import { issueSurveyCode, useSurveyCode } from '#server/operations/survey-code.ts'
import { tellStaff } from '#server/operations/tell-staff.ts'
import { insertCode } from '#server/store/code.store.ts'
import { isUniqueViolation } from '#server/store/database.ts'
import { inOneCommit } from '#server/store/gather.ts'
import { insertRecord } from '#server/store/record.store.ts'
import { addToTally } from '#server/store/tally.store.ts'

/** Each is told another reference. */
const TRIES = 3

/**
 * Splits, seals and stores a filled-in form in one transaction, with its codes and its notice: all of
 * it, or none. Returns only after the bytes are on disk.
 *
 * @throws NotReadyError when nobody holds the audience's key yet; a database error when it cannot be stored.
 * @source DESIGN 2
 */
export async function appendRecord(app: App, submission: Submission, triesLeft = TRIES): Promise<Appended> {
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
    await inOneCommit(app, async (trx) => {
      await insertRecord(trx, {
        record,
        answers: [
          ...split.counted,
          ...split.published,
          ...(opened?.facts ?? []),
          ...receiptAnswers(submission.receipt),
          ...doubtAnswers(submission.doubts),
        ],
        envelopes,
      })
      await addToTally(
        trx,
        tallyPlace(app.service, { form: record.form, authority: record.authority, at: receivedAt }),
        // A count that was added cannot be taken out again, so it is left out from the start.
        submission.doubts?.length ? [] : split.apart,
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
    // Nothing else of ours can be there already but the reference, of which among many thousands two come out alike.
    if (isUniqueViolation(error) && triesLeft > 1) return appendRecord(app, submission, triesLeft - 1)
    throw error
  }
  app.wakeOutbox()
  return stored(record, submission.trackingCode ? macs.words : undefined, false)
}
