import { useState } from 'preact/hooks'
import type { Person } from '#domain/keys/keyring.ts'
import { putIn } from '#i18n/put-in.ts'
import { ask, type NotDone } from '../ask.ts'
import type { KeyPage } from '../keys/key-page.ts'
import { StepHeading, WentWrong } from '../parts.tsx'

type Props = {
  readonly page: KeyPage
  readonly person: Person
  readonly onDone: () => void
  readonly onCancel: () => void
}

/** Asks once more before a member is removed. */
export function Remove({ page: { words, language }, person, onDone, onCancel }: Props) {
  const [problem, setProblem] = useState<NotDone>()
  const remove = async () => {
    const answer = await ask('staff/people/remove', language, { member: person.id })
    if (answer.ok) onDone()
    else setProblem(answer)
  }
  return (
    <section class="panel">
      <StepHeading>{putIn(words.people.remove, { name: person.name })}</StepHeading>
      <p>{putIn(words.people.removeSay, { name: person.name })}</p>
      <WentWrong problem={problem} words={words} />
      <div class="actions">
        <button class="button" type="button" onClick={remove}>
          {putIn(words.people.removeDo, { name: person.name })}
        </button>
        <button class="plain" type="button" onClick={onCancel}>
          {words.cancel}
        </button>
      </div>
    </section>
  )
}
