import { useState } from 'preact/hooks'
import { type Likeness, likenesses, type Traits } from '#domain/referral/same-person.ts'
import type { Answers } from '#forms/define-form.ts'
import { putIn } from '#i18n/put-in.ts'
import { ask, type NotDone } from '../ask.ts'
import { WentWrong } from '../parts.tsx'
import type { InboxPage } from './inbox-page.ts'
import { openRecord } from './open-record.ts'
import type { OpenReferral } from './use-referral.ts'

/** An earlier request, opened here to be compared. */
export type EarlierRequest = { readonly id: string; readonly reference: string; readonly received: string }

type Sealed = EarlierRequest & { readonly form: string; readonly envelopes: readonly string[] }
type Alike = EarlierRequest & { readonly why: readonly Likeness[] }

type Props = {
  readonly page: InboxPage
  readonly referral: OpenReferral
  readonly identities: readonly string[]
  readonly linked: EarlierRequest | undefined
  readonly onLink: (request: EarlierRequest | undefined) => void
}

/** Looks for an earlier request of the same young person, in this browser alone. Whoever screens decides. */
export function SamePerson({ page, referral, identities, linked, onLink }: Props) {
  const { samePerson } = page.words.inbox
  const [alike, setAlike] = useState<readonly Alike[]>()
  const [isLooking, setLooking] = useState(false)
  const [problem, setProblem] = useState<NotDone>()

  const look = async () => {
    setLooking(true)
    const found = await ask<{ requests: readonly Sealed[] }>('staff/earlier', page.language, { than: referral.view.id })
    setProblem(found.ok ? undefined : found)
    if (found.ok) setAlike(await compare(found.value.requests, referral, identities))
    setLooking(false)
  }

  return (
    <section class="panel" aria-labelledby="same-person">
      <h2 id="same-person">{samePerson.title}</h2>
      <WentWrong problem={problem} words={page.words} />
      <p role="status">
        {isLooking && samePerson.looking}
        {linked && putIn(samePerson.linked, { reference: linked.reference })}
        {alike?.length === 0 && samePerson.none}
      </p>
      {alike && alike.length > 0 && (
        <fieldset class="question">
          <legend class="question-label">{samePerson.say}</legend>
          {alike.map((request) => (
            <label key={request.id} class="tile">
              <input
                type="radio"
                name="same-person"
                checked={linked?.id === request.id}
                onChange={() => onLink(request)}
              />
              <span class="tile-words">
                {putIn(samePerson.link, { reference: request.reference })} ({request.received}):{' '}
                {request.why.map((trait) => samePerson.why[trait]).join(' · ')}
              </span>
            </label>
          ))}
          <label class="tile">
            <input type="radio" name="same-person" checked={!linked} onChange={() => onLink(undefined)} />
            <span class="tile-words">{samePerson.notLinked}</span>
          </label>
        </fieldset>
      )}
      {!alike && (
        <button class="button" type="button" onClick={look} aria-disabled={isLooking}>
          {samePerson.look}
        </button>
      )}
    </section>
  )
}

async function compare(
  requests: readonly Sealed[],
  { opened }: OpenReferral,
  identities: readonly string[],
): Promise<readonly Alike[]> {
  if (opened.kind !== 'open') return []
  const own = traitsOf(opened.answers)
  const compared = await Promise.all(
    requests.map(async ({ id, reference, received, envelopes }) => {
      const other = await openRecord(envelopes, identities)
      const why = other.kind === 'open' ? likenesses(own, traitsOf(other.answers)) : []
      return { id, reference, received, why }
    }),
  )
  return compared.filter(({ why }) => why.length > 0).sort((a, b) => b.why.length - a.why.length)
}

function traitsOf(answers: Answers): Traits {
  const text = (id: string) => (typeof answers[id] === 'string' ? answers[id] : undefined)
  return { name: text('name'), birthDate: text('birthDate'), phone: text('phone'), email: text('email') }
}
