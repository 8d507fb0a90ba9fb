import { randomUUID } from 'node:crypto'
import { DOUBT_QUESTION } from '#domain/sender-doubt.ts'
import type { Instant } from '#domain/time/instant.ts'
import { audienceFor } from '#forms/audience-for.ts'
import type { Receipt } from '#forms/journey.ts'
import type { App } from '#server/app.ts'
import { newReference } from '#server/operations/reference.ts'
import type { Submission } from '#server/operations/submission.ts'
import type { RecordTable } from '#server/store/tables.ts'

/** The row of a submission's record, with a new id and, where young people are told one, a reference. */
export function rowOf(app: App, submission: Submission, receivedAt: Instant): RecordTable {
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
export function receiptAnswers(receipt: Receipt | undefined) {
  if (!receipt) return []
  return Object.entries(receipt).map(([name, value]) => ({ question: `confidentiality.${name}`, value }))
}

/** Doubts about the sender, kept as answers in clear: the inbox shows them, and reports leave such a record out. */
export function doubtAnswers(doubts: Submission['doubts'] = []) {
  return doubts.map((value) => ({ question: DOUBT_QUESTION, value }))
}
