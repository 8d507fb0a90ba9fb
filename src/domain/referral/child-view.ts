import type { ReferralRecord, ReferralStory } from '#domain/referral/referral.ts'
import { type Instant, type IsoDate, londonDay } from '#domain/time/instant.ts'

/** What a young person may see of their own story, beyond its clock: only what the server may know. */
export type ChildView = {
  readonly advocate?: { readonly name: string; readonly reach?: string }
  /** Days on which a person opened the request. */
  readonly openedOn: readonly IsoDate[]
  /** Days on which we told them that we had passed something on, where they may see it here (CF-4). */
  readonly toldOn: readonly IsoDate[]
  /** Fixed sentences that staff chose, oldest first. */
  readonly messages: readonly { readonly sentence: string; readonly at: Instant }[]
  readonly planAgreedOn?: IsoDate
  readonly advocateNamedAt?: Instant
  /** When a person had confirmed with them that we stop. */
  readonly stoppedAt?: Instant
  readonly closedAt?: Instant
}

/**
 * Folds what a young person may see. Nothing sealed can be in it: it is made of counted and published
 * answers alone.
 *
 * @param openedAt - when envelopes of the request were handed out.
 * @source DESIGN 5 "Tracking shows only what the server may know"; LW-12.1, CF-4, NS-1e
 */
export function childView(story: ReferralStory, openedAt: readonly Instant[]): ChildView {
  const of = (form: string) => story.records.filter((record) => record.form === form)
  const allocation = of('allocation').at(-1)
  const planOn = of('start')
    .map((record) => answer(record, 'planOn'))
    .find((day) => day !== undefined)
  const closed = of('closure').at(-1)
  const stopped = of('withdrawal-answer').findLast((record) => answer(record, 'decision') === 'stop')
  return {
    ...advocateOf(allocation),
    openedOn: [...new Set(openedAt.map(londonDay))],
    toldOn: [...of('passing-on'), ...of('passing-on-told')]
      .filter((record) => answer(record, 'showOnTracking') === 'yes')
      .flatMap((record) => {
        const day = answer(record, 'toldOn')
        return day === undefined ? [] : [day as IsoDate]
      })
      .sort(),
    messages: of('message-to-child').flatMap((record) => {
      const sentence = answer(record, 'message')
      return sentence === undefined ? [] : [{ sentence, at: record.receivedAt }]
    }),
    ...(planOn && { planAgreedOn: planOn as IsoDate }),
    ...(allocation && { advocateNamedAt: allocation.occurredAt }),
    ...(stopped && { stoppedAt: stopped.occurredAt }),
    ...(closed && { closedAt: closed.occurredAt }),
  }
}

function advocateOf(allocation: ReferralRecord | undefined): Pick<ChildView, 'advocate'> {
  const name = allocation && answer(allocation, 'advocateFirstName')
  const reach = allocation && answer(allocation, 'advocateReach')
  return name ? { advocate: { name, ...(reach && { reach }) } } : {}
}

function answer(record: ReferralRecord, question: string): string | undefined {
  return record.counted[question]?.[0]
}
