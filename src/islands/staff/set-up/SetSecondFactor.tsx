import { useEffect, useState } from 'preact/hooks'
import { ask, type NotDone } from '../ask.ts'
import type { KeyPage } from '../keys/key-page.ts'
import { Field, Sending, Sheet, StepHeading, WentWrong } from '../parts.tsx'

type Started = { readonly uri: string; readonly picture: string; readonly backupCodes: readonly string[] }

type Props = { readonly page: KeyPage; readonly password: string; readonly onDone: () => void }

/** Sets a second factor: a picture to scan, codes to keep, and a code to show that it works. */
export function SetSecondFactor({ page, password, onDone }: Props) {
  const { words, language } = page
  const [started, setStarted] = useState<Started>()
  const [problem, setProblem] = useState<NotDone>()
  useEffect(() => {
    ask<Started>('auth/second-factor-start', language, { password }).then((answer) =>
      answer.ok ? setStarted(answer.value) : setProblem(answer),
    )
  }, [language, password])

  const tryCode = async (code: string) => {
    const answer = await ask('auth/second-factor', language, { kind: 'app', code })
    if (answer.ok) onDone()
    else setProblem(answer)
  }

  if (!started) return problem ? <WentWrong problem={problem} words={words} /> : <p role="status">{words.working}</p>
  return (
    <section class="panel">
      <StepHeading>{words.secondFactor.setTitle}</StepHeading>
      <p>{words.secondFactor.setSay}</p>
      <p>{words.secondFactor.scan}</p>
      <div class="qr">
        <img src={`data:image/svg+xml,${encodeURIComponent(started.picture)}`} alt={words.secondFactor.picture} />
      </div>
      <p>
        {words.secondFactor.secret} <code>{new URL(started.uri).searchParams.get('secret')}</code>
      </p>
      <p class="no-print">{words.secondFactor.backupKeep}</p>
      <Sheet words={words}>
        <h3>{words.secondFactor.backupTitle}</h3>
        <ul class="codes">
          {started.backupCodes.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ul>
      </Sheet>
      <WentWrong problem={problem} words={words} />
      <Sending submit={words.secondFactor.submit} onSend={(given) => tryCode(given('code'))}>
        <Field
          id="code"
          label={words.secondFactor.code}
          hint={words.secondFactor.tryCode}
          autocomplete="one-time-code"
          short
        />
      </Sending>
    </section>
  )
}
