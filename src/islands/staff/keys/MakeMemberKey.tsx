import { useState } from 'preact/hooks'
import { foldPassphrase, makePassphrase, wordsNeeded } from '#domain/keys/passphrase.ts'
import { putIn } from '#i18n/put-in.ts'
import { ask, type NotDone } from '../ask.ts'
import { Field, ownProblem, Sending, Sheet, StepHeading, WentWrong } from '../parts.tsx'
import { makeKeyPair } from './age-keys.ts'
import { wrapInWorker } from './in-worker.ts'
import type { KeyPage } from './key-page.ts'

type Made = { readonly passphrase: readonly string[]; readonly recipient: string; readonly wrappedIdentity: string }
type Step = 'start' | 'making' | 'show' | 'type-back'

/** Makes a member's own key: the words that open it are shown once, and typed back before it is kept. */
export function MakeMemberKey({ page, onMade }: { readonly page: KeyPage; readonly onMade: () => void }) {
  const { words, language } = page
  const [step, setStep] = useState<Step>('start')
  const [made, setMade] = useState<Made>()
  const [problem, setProblem] = useState<NotDone>()

  const make = async () => {
    setStep('making')
    setMade(await makeOwnKey(page.pictureWords))
    setStep('show')
  }
  const save = async (typed: string) => {
    if (!made) return
    if (foldPassphrase(typed) !== foldPassphrase(made.passphrase.join(''))) {
      setProblem(ownProblem(words.keys.wordsWrong))
      return
    }
    const { recipient, wrappedIdentity } = made
    const saved = await ask('staff/keys/member', language, { recipient, wrappedIdentity })
    if (saved.ok) onMade()
    else setProblem(saved)
  }

  if (step === 'start')
    return (
      <section class="panel">
        <StepHeading>{words.keys.title}</StepHeading>
        <p>{words.keys.say}</p>
        <div class="actions">
          <button class="go-on" type="button" onClick={make}>
            {words.keys.make}
          </button>
        </div>
      </section>
    )
  if (step === 'making' || !made) return <p role="status">{words.keys.making}</p>
  if (step === 'show')
    return <WordsSheet page={page} passphrase={made.passphrase} onKept={() => setStep('type-back')} />
  return (
    <section class="panel">
      <StepHeading>{words.keys.wordsBack}</StepHeading>
      <WentWrong problem={problem} words={words} />
      <Sending submit={words.goOn} onSend={(given) => save(given('words-back'))}>
        <Field id="words-back" label={words.keys.unlockField} hint={words.keys.wordsBackHint} />
      </Sending>
      <button class="plain" type="button" onClick={() => setStep('show')}>
        {words.keys.wordsAgain}
      </button>
    </section>
  )
}

type WordsSheetProps = { readonly page: KeyPage; readonly passphrase: readonly string[]; readonly onKept: () => void }

function WordsSheet({ page, passphrase, onKept }: WordsSheetProps) {
  const { words } = page
  return (
    <section class="panel">
      <StepHeading>{putIn(words.keys.words, { count: passphrase.length })}</StepHeading>
      <p class="no-print">{words.keys.wordsSay}</p>
      <Sheet words={words}>
        <p>{putIn(words.keys.wordsSheet, { service: page.serviceName, name: page.staffName })}</p>
        <ol class="key-words">
          {passphrase.map((word, index) => (
            // The same word may come twice: its place is what it is.
            <li key={index}>{word}</li>
          ))}
        </ol>
      </Sheet>
      <div class="actions no-print">
        <button class="go-on" type="button" onClick={onKept}>
          {words.keys.wordsKept}
        </button>
      </div>
    </section>
  )
}

async function makeOwnKey(pictureWords: readonly string[]): Promise<Made> {
  const chance = crypto.getRandomValues(new Uint8Array(2 * wordsNeeded(pictureWords.length)))
  const passphrase = makePassphrase(pictureWords, chance)
  const { identity, recipient } = await makeKeyPair()
  return { passphrase, recipient, wrappedIdentity: await wrapInWorker(identity, passphrase.join(' ')) }
}
