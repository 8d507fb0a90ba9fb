import { spokenAnswer } from '#components/form/spoken-answer.ts'
import type { OpenedCase } from '#domain/council/council-lists.ts'
import type { Counted } from '#domain/referral/inbox-view.ts'
import { isReached } from '#domain/referral/progress.ts'
import type { ReferralRecord } from '#domain/referral/referral.ts'
import type { StandingStatus } from '#domain/referral/standing.ts'
import { type IsoDate, londonDay } from '#domain/time/instant.ts'
import type { Answers } from '#forms/define-form.ts'
import { questionsOf } from '#forms/define-form.ts'
import type { InboxPage } from './inbox-page.ts'
import { answersOf, openRecord } from './open-record.ts'

/** A case as the server hands it out for a list: sealed. */
export type SealedCase = {
  readonly id: string
  readonly form: string
  readonly reference: string
  readonly status: StandingStatus
  readonly receivedOn: IsoDate
  readonly counted: Counted
  readonly envelopes: Readonly<Record<string, readonly string[]>>
  readonly records: readonly ReferralRecord[]
}

/** Opens a case in this page, to put it into a list. What staff wrote since stands before what was sent. */
export async function openCase(
  page: InboxPage,
  sealed: SealedCase,
  identities: readonly string[],
): Promise<OpenedCase> {
  const parts = [{ id: sealed.id, form: sealed.form, counted: sealed.counted }, ...sealed.records]
  const opened = await Promise.all(
    parts.map(async ({ id, form, counted }) => {
      const worded = page.forms[form]
      const inside = await openRecord(sealed.envelopes[id], identities)
      return { worded, answers: worded ? answersOf(worded.form, counted, inside) : ({} as Answers) }
    }),
  )
  const find = (question: string) => opened.findLast(({ answers }) => answers[question] !== undefined)
  const said = (question: string) => {
    const found = find(question)
    const asked = found?.worded && questionsOf(found.worded.form).find(({ id }) => id === question)
    return found?.worded && asked ? String(spokenAnswer(asked, found.answers[question], found.worded.words)) : ''
  }
  const reached = sealed.records.find((record) => record.form === 'contact' && isReached(record))
  const birthDate = find('birthDate')?.answers.birthDate
  return {
    reference: sealed.reference,
    receivedOn: sealed.receivedOn,
    said,
    birthDate: typeof birthDate === 'string' ? (birthDate as IsoDate) : undefined,
    age: said('age'),
    status: page.words.inbox.statuses[sealed.status],
    firstContactOn: reached ? londonDay(reached.occurredAt) : '',
    records: sealed.records,
  }
}
