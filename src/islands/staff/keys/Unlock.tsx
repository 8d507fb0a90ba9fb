import { useState } from 'preact/hooks'
import type { MyKeys } from '#domain/keys/keyring.ts'
import { ask, type NotDone } from '../ask.ts'
import { Field, ownProblem, Sending, StepHeading, WentWrong } from '../parts.tsx'
import { unwrapInWorker } from './in-worker.ts'
import type { KeyPage } from './key-page.ts'
import { type OpenKeys, openKeyring } from './open-keys.ts'

type Props = {
  readonly page: KeyPage
  readonly keys: MyKeys
  readonly onOpen: (open: OpenKeys) => void
  /** The key was forgotten: its words are lost. */
  readonly onForgotten: () => void
}

/** Opens a member's keys with their words. The words are used here and nowhere else. */
export function Unlock({ page, keys, onOpen, onForgotten }: Props) {
  const { words } = page
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<NotDone>()

  const open = async (passphrase: string) => {
    setBusy(true)
    setProblem(undefined)
    const own = keys.member && (await unwrapInWorker(keys.member.wrappedIdentity, passphrase))
    if (own) onOpen(await openKeyring(keys, own))
    else setProblem(ownProblem(words.keys.unlockWrong))
    setBusy(false)
  }

  return (
    <section class="panel">
      <StepHeading>{words.keys.unlock}</StepHeading>
      <WentWrong problem={problem} words={words} />
      <Sending submit={words.keys.unlockSubmit} busy={isBusy} onSend={(given) => open(given('key-words'))}>
        <Field id="key-words" label={words.keys.unlockField} hint={words.keys.unlockSay} />
      </Sending>
      <p role="status">{isBusy ? words.keys.unlocking : ''}</p>
      <Forget page={page} onForgotten={onForgotten} onProblem={setProblem} />
    </section>
  )
}

type ForgetProps = Pick<Props, 'page' | 'onForgotten'> & { readonly onProblem: (problem: NotDone) => void }

function Forget({ page: { words, language }, onForgotten, onProblem }: ForgetProps) {
  const forget = async () => {
    const answer = await ask('staff/keys/forget', language, {})
    if (answer.ok) onForgotten()
    else onProblem(answer)
  }
  return (
    <details>
      <summary>{words.keys.forget}</summary>
      <p>{words.keys.forgetSay}</p>
      <button class="button" type="button" onClick={forget}>
        {words.keys.forgetDo}
      </button>
    </details>
  )
}
