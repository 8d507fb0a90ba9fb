import { useState } from 'preact/hooks'
import { checkWords } from '#domain/keys/check-words.ts'
import type { Person } from '#domain/keys/keyring.ts'
import { audiencesOf } from '#domain/roles.ts'
import { putIn } from '#i18n/put-in.ts'
import { ask, type NotDone } from '../ask.ts'
import { sealIdentity } from '../keys/age-keys.ts'
import { CheckWords } from '../keys/KeySetUp.tsx'
import type { KeyPage } from '../keys/key-page.ts'
import { keysFor, type OpenKeys } from '../keys/open-keys.ts'
import { StepHeading, WentWrong } from '../parts.tsx'

type Props = {
  readonly page: KeyPage
  readonly person: Person
  readonly open: OpenKeys
  /** Given the names of what the newcomer can now open. */
  readonly onDone: (audiences: string) => void
  readonly onCancel: () => void
}

/** Seals the holder's keys to a newcomer's own key, once both have said the same words. */
export function LetIn({ page, person, open, onDone, onCancel }: Props) {
  const { words, language } = page
  const [problem, setProblem] = useState<NotDone>()
  const { recipient } = person
  if (!recipient) return null

  const share = async () => {
    const shared = keysFor(open, audiencesOf(person.roles))
    const keys = await Promise.all(
      shared.map(async ({ audience, generation, identity }) => ({
        audience,
        generation,
        wrapped: await sealIdentity(identity, recipient),
      })),
    )
    const answer = await ask('staff/keys/share', language, { member: person.id, recipient, keys })
    if (answer.ok) onDone([...new Set(shared.map(({ audience }) => words.audiences[audience]))].join(', '))
    else setProblem(answer)
  }

  return (
    <section class="panel">
      <StepHeading>{putIn(words.people.letInTitle, { name: person.name })}</StepHeading>
      <p>{putIn(words.people.letInSay, { name: person.name })}</p>
      <CheckWords words={checkWords(recipient, page.pictureWords)} />
      <WentWrong problem={problem} words={words} />
      <div class="actions">
        <button class="go-on" type="button" onClick={share}>
          {words.people.letInSame}
        </button>
        <button class="plain" type="button" onClick={onCancel}>
          {words.cancel}
        </button>
      </div>
    </section>
  )
}
