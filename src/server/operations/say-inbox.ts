import type { Language } from '#domain/language/language.ts'
import type { InboxLineView, ReferralView } from '#domain/referral/inbox-view.ts'
import { sayMoment } from '#i18n/times.ts'
import type { InboxLine, OpenedReferral } from '#server/operations/inbox.ts'

/** A line of the inbox with its moments said in a language. */
export function sayLine(line: InboxLine, language: Language): InboxLineView {
  const { id, form, reference, standing, owed, late, unanswered, decisionOn } = line
  return {
    id,
    form,
    reference,
    language: line.language,
    wantsWelsh: line.wantsWelsh,
    status: standing.status,
    priority: standing.priority,
    received: sayMoment(standing.receivedAt, language),
    authority: line.authority,
    ...(owed && { due: { kind: owed.kind, when: sayMoment(owed.at, language), isLate: late } }),
    untold: standing.untold.map((each) => each.id),
    ...(standing.hoursToReview && { hoursToReview: standing.hoursToReview }),
    attempts: standing.attempts,
    unanswered,
    withdrawAsked: standing.withdrawAskedAt !== undefined,
    isDoubted: line.isDoubted,
    ...(decisionOn && { decisionOn }),
  }
}

/** An opened story with its moments said in a language. */
export function sayReferral(referral: OpenedReferral, language: Language): ReferralView {
  return {
    ...sayLine(referral, language),
    audience: referral.audience,
    counted: referral.counted,
    asksToExplain: referral.counted['confidentiality.answer']?.includes('explain') ?? false,
    envelopes: referral.envelopes,
    records: referral.records.map(({ id, form, occurredAt, counted, envelopes, byName }) => ({
      id,
      form,
      at: sayMoment(occurredAt, language),
      counted,
      envelopes,
      by: byName,
    })),
  }
}
