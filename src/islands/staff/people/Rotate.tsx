import { useState } from 'preact/hooks'
import type { AudienceKey, MyKeys, Person } from '#domain/keys/keyring.ts'
import { putIn } from '#i18n/put-in.ts'
import { ask, type NotDone } from '../ask.ts'
import { makeKeyPair, sealIdentity } from '../keys/age-keys.ts'
import type { KeyPage } from '../keys/key-page.ts'
import type { OpenKeys } from '../keys/open-keys.ts'
import { Unlock } from '../keys/Unlock.tsx'
import { WentWrong } from '../parts.tsx'

type Props = {
  readonly page: KeyPage
  readonly keys: MyKeys
  readonly people: readonly Person[]
  readonly open: OpenKeys | undefined
  readonly onOpen: (open: OpenKeys) => void
  readonly onDone: (said: string) => void
  readonly onForgotten: () => void
}

/** Asks a holder for an audience's next pair after somebody who held the present one has left. */
export function Rotate({ page, keys, people, open, onOpen, onDone, onForgotten }: Props) {
  const { words, language } = page
  const [isAsked, setAsked] = useState(false)
  const [problem, setProblem] = useState<NotDone>()
  const due = keys.audiences.find((key) => key.rotationDue && keys.keyring.some((own) => isSameKey(own, key)))
  if (!due) return null
  const audience = words.audiences[due.audience]

  const rotate = async () => {
    const answer = await ask('staff/keys/rotate', language, await nextPair(due, people))
    if (answer.ok) onDone(putIn(words.people.rotated, { audience }))
    else setProblem(answer)
  }

  return (
    <section class="panel">
      <p class="notice">{putIn(words.people.rotate, { audience })}</p>
      <WentWrong problem={problem} words={words} />
      {/* The words are asked for, so that a screen left open makes no keys. */}
      {isAsked && !open ? (
        <Unlock page={page} keys={keys} onOpen={onOpen} onForgotten={onForgotten} />
      ) : (
        <div class="actions">
          <button class="go-on" type="button" onClick={open ? rotate : () => setAsked(true)}>
            {words.people.rotateDo}
          </button>
        </div>
      )}
    </section>
  )
}

function isSameKey(a: Pick<AudienceKey, 'audience' | 'generation'>, b: Pick<AudienceKey, 'audience' | 'generation'>) {
  return a.audience === b.audience && a.generation === b.generation
}

async function nextPair(present: AudienceKey, people: readonly Person[]) {
  const pair = await makeKeyPair()
  const holders = people.filter(({ holds }) => holds.some((held) => isSameKey(held, present)))
  const wrapped = await Promise.all(
    holders.flatMap(({ id, recipient }) =>
      recipient ? [sealIdentity(pair.identity, recipient).then((sealed) => ({ member: id, wrapped: sealed }))] : [],
    ),
  )
  return { audience: present.audience, after: present.generation, recipient: pair.recipient, wrapped }
}
