import type { Language } from '#domain/language/language.ts'
import type { InboxLineView, ReferralView } from '#domain/referral/inbox-view.ts'
import { sayMoment } from '#i18n/times.ts'
import type { InboxLine, OpenedReferral } from '#server/operations/inbox.ts'

/** A line of the inbox with its moments said in a language. */
export function sayLine(line: InboxLine, language: Language): InboxLineView {
  const { id, reference, progress, nextDue, late, unanswered } = line
  return {
    id,
    reference,
    language: line.language,
    status: progress.status,
    priority: progress.priority,
    received: sayMoment(progress.receivedAt, language),
    ...(nextDue && {
      due: {
        kind: progress.status === 'received' ? 'look' : 'contact',
        when: sayMoment(nextDue, language),
        isLate: late,
      },
    }),
    attempts: progress.attempts,
    unanswered,
    withdrawAsked: progress.withdrawAskedAt !== undefined,
    ...(progress.decisionOn && { decisionOn: progress.decisionOn }),
  }
}

/** An opened referral with its moments said in a language. */
export function sayReferral(referral: OpenedReferral, language: Language): ReferralView {
  return {
    ...sayLine(referral, language),
    counted: referral.counted,
    asksToExplain: referral.counted['confidentiality.answer']?.includes('explain') ?? false,
    ...(referral.envelope && { envelope: referral.envelope }),
    records: referral.records.map(({ id, form, occurredAt, counted, envelope }) => ({
      id,
      form,
      at: sayMoment(occurredAt, language),
      counted,
      ...(envelope && { envelope }),
    })),
  }
}
