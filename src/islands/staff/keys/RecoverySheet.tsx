import { useState } from 'preact/hooks'
import type { Audience } from '#domain/audience.ts'
import { putIn } from '#i18n/put-in.ts'
import type { NotDone } from '../ask.ts'
import { Field, ownProblem, Sending, Sheet, StepHeading, WentWrong } from '../parts.tsx'
import type { KeyPage } from './key-page.ts'

/** How many characters are typed back: enough to need the paper. */
const TYPED_BACK = 6

type Props = {
  readonly page: KeyPage
  /** Whose envelopes it opens. */
  readonly audiences: readonly Audience[]
  /** The recovery key itself. After this sheet it exists on paper only. */
  readonly identity: string
  readonly onKept: () => void
}

/** Shows the recovery key of an audience, or of several, once, to be printed, and goes on when its end has been typed back. */
export function RecoverySheet({ page, audiences, identity, onKept }: Props) {
  const { words } = page
  const [isKept, setKept] = useState(false)
  const [problem, setProblem] = useState<NotDone>()
  const [only, ...others] = audiences
  const isShared = others.length > 0
  const audience = only && !isShared ? words.audiences[only] : words.keys.everyGroup
  const named = { service: page.serviceName, audience }
  const check = (typed: string) => {
    const isRight = typed.replace(/\s/g, '').toUpperCase() === identity.slice(-TYPED_BACK)
    if (isRight) onKept()
    else setProblem(ownProblem(words.keys.recoveryWrong))
  }

  return (
    <section class="panel">
      <StepHeading>{putIn(words.keys.recovery, named)}</StepHeading>
      <p class="no-print">{isShared ? words.keys.recoverySayEvery : words.keys.recoverySay}</p>
      {isKept ? (
        <>
          <WentWrong problem={problem} words={words} />
          <Sending submit={words.goOn} onSend={(given) => check(given('recovery-back'))}>
            <Field id="recovery-back" label={putIn(words.keys.recoveryBack, { count: TYPED_BACK })} short />
          </Sending>
          <button class="plain" type="button" onClick={() => setKept(false)}>
            {words.keys.wordsAgain}
          </button>
        </>
      ) : (
        <>
          <Sheet words={words}>
            <p>{putIn(words.keys.recoverySheet, named)}</p>
            <p class="secret-key">{identity}</p>
            <p>{words.keys.recoveryUse}</p>
          </Sheet>
          <div class="actions no-print">
            <button class="go-on" type="button" onClick={() => setKept(true)}>
              {words.keys.recoveryKept}
            </button>
          </div>
        </>
      )}
    </section>
  )
}
