import type { Language } from '#domain/language/language.ts'
import type { Progress } from '#domain/referral/progress.ts'
import type { Instant } from '#domain/time/instant.ts'
import { sayMoment } from '#i18n/times.ts'
import cy from '#locales/cy/track.json' with { type: 'json' }
import en from '#locales/en/track.json' with { type: 'json' }

const words = { cy, en }

/** One step on a young person's page: what, when in words, and whether it has happened. */
export type TrackStep = {
  readonly name: string
  readonly when: string
  readonly isDone: boolean
  readonly at: Instant
}

/** What has happened to a request, in order, and the next promise last. Never a word that was written. */
export function trackSteps(progress: Progress, language: Language): readonly TrackStep[] {
  const { steps, next, by } = words[language]
  const done = (name: string, at: Instant | undefined): readonly TrackStep[] =>
    at ? [{ name, at, when: sayMoment(at, language), isDone: true }] : []
  const promised = (name: string, at: Instant | undefined): readonly TrackStep[] =>
    at ? [{ name, at, when: by.replace('{when}', sayMoment(at, language)), isDone: false }] : []
  return [
    ...done(steps.received, progress.receivedAt),
    ...done(steps['not-accepted'], progress.notAcceptedAt),
    ...done(steps.accepted, progress.acceptedAt),
    ...done(steps.contacted, progress.contactedAt),
    ...done(steps.withdraw, progress.withdrawAskedAt),
    ...(progress.status === 'received' ? promised(next.look, progress.lookBy) : []),
    ...(progress.status === 'accepted' ? promised(next.contact, progress.due) : []),
  ]
}
