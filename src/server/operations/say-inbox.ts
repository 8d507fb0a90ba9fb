import type { Language } from '#domain/language/language.ts'
import type { DueKind, InboxLineView, ReferralView } from '#domain/referral/inbox-view.ts'
import { kindOfStory } from '#domain/referral/story-kind.ts'
import { sayMoment } from '#i18n/times.ts'
import type { InboxLine, OpenedReferral } from '#server/operations/inbox.ts'

/** A line of the inbox with its moments said in a language. */
export function sayLine(line: InboxLine, language: Language): InboxLineView {
  const { id, form, reference, standing, nextDue, late, unanswered } = line
  return {
    id,
    form,
    reference,
    language: line.language,
    status: standing.status,
    priority: standing.priority,
    received: sayMoment(standing.receivedAt, language),
    ...(nextDue && { due: { kind: dueKind(line), when: sayMoment(nextDue, language), isLate: late } }),
    attempts: standing.attempts,
    unanswered,
    withdrawAsked: standing.withdrawAskedAt !== undefined,
    ...(standing.decisionOn && { decisionOn: standing.decisionOn }),
  }
}

function dueKind({ form, standing }: InboxLine): DueKind {
  if (kindOfStory(form) !== 'referral') return 'answer'
  return standing.status === 'received' ? 'look' : 'contact'
}

/** An opened story with its moments said in a language. */
export function sayReferral(referral: OpenedReferral, language: Language): ReferralView {
  return {
    ...sayLine(referral, language),
    audience: referral.audience,
    counted: referral.counted,
    asksToExplain: referral.counted['confidentiality.answer']?.includes('explain') ?? false,
    envelopes: referral.envelopes,
    records: referral.records.map(({ id, form, occurredAt, counted, envelopes }) => ({
      id,
      form,
      at: sayMoment(occurredAt, language),
      counted,
      envelopes,
    })),
  }
}
