import { type Audience, isOfService } from '#domain/audience.ts'
import type { Language } from '#domain/language/language.ts'
import type { ChildView } from '#domain/referral/child-view.ts'
import type { Standing } from '#domain/referral/standing.ts'
import type { Instant, IsoDate } from '#domain/time/instant.ts'
import { localeWords } from '#i18n/form-words.ts'
import { sayDay, sayMoment } from '#i18n/times.ts'
import cy from '#locales/cy/track.json' with { type: 'json' }
import en from '#locales/en/track.json' with { type: 'json' }

const words = { cy, en }

/** One step on a young person's page: what, when in words, and whether it has happened. */
export type TrackStep = {
  readonly name: string
  readonly when: string
  readonly isDone: boolean
  /** A moment, or the day alone where no more is known. */
  readonly at: Instant | IsoDate
}

/** As much of what was tracked as is said. */
type Told = { readonly desk: Audience; readonly progress: Standing; readonly view: ChildView }

/** Where a request stands, in a sentence: of us, or of the council's participation manager who has it first. */
export function sayStatus({ desk, progress }: Pick<Told, 'desk' | 'progress'>, language: Language): string {
  const { status, manager } = words[language]
  return isOfService(desk) ? status[progress.status] : { ...status, ...manager.status }[progress.status]
}

/**
 * What has happened to a request, in order, and the next promise last. Never a word that was written; and no promise of
 * ours for what the participation manager has before them (LW-8.2).
 */
export function trackSteps({ desk, progress, view }: Told, language: Language): readonly TrackStep[] {
  const { next, by, manager } = words[language]
  const isOurs = isOfService(desk)
  const steps = isOurs ? words[language].steps : { ...words[language].steps, ...manager.steps }
  const done = (name: string, at: Instant | undefined): readonly TrackStep[] =>
    at ? [{ name, at, when: sayMoment(at, language), isDone: true }] : []
  const onDay = (name: string, at: IsoDate | undefined): readonly TrackStep[] =>
    at ? [{ name, at, when: sayDay(at, language), isDone: true }] : []
  const promised = (name: string, at: Instant | undefined): readonly TrackStep[] =>
    at ? [{ name, at, when: by.replace('{when}', sayMoment(at, language)), isDone: false }] : []
  const happened = [
    ...done(steps.received, progress.receivedAt),
    ...view.openedOn.slice(0, 1).flatMap((day) => onDay(steps.opened, day)),
    ...done(steps['not-accepted'], progress.notAcceptedAt),
    ...done(steps.accepted, progress.acceptedAt),
    ...done(steps.contacted, progress.contactedAt),
    ...done(steps.named, view.advocateNamedAt),
    ...onDay(steps.plan, view.planAgreedOn),
    ...view.toldOn.flatMap((day) => onDay(steps.told, day)),
    ...done(steps.withdraw, progress.withdrawAskedAt),
    ...done(steps.stopped, view.stoppedAt),
    ...done(steps.closed, view.closedAt),
  ]
  if (!isOurs) return happened
  return [
    ...happened,
    ...(progress.status === 'received' ? promised(next.look, progress.lookBy) : []),
    ...(progress.status === 'accepted' && !view.closedAt ? promised(next.contact, progress.due) : []),
  ]
}

/** The fixed sentences that staff chose, in the young person's words, newest first, with their day. */
export function sayMessages(
  view: ChildView,
  language: Language,
): readonly { readonly says: string; readonly when: string }[] {
  const { says = {} } = localeWords('message-to-child', language)
  return view.messages
    .map(({ sentence, at }) => ({ says: says[sentence] ?? '', when: sayMoment(at, language) }))
    .toReversed()
}
