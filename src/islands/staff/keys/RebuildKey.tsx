import { useState } from 'preact/hooks'
import type { AudienceKey } from '#domain/keys/keyring.ts'
import { putIn } from '#i18n/put-in.ts'
import { ask, type NotDone } from '../ask.ts'
import { Field, ownProblem, Sending, WentWrong } from '../parts.tsx'
import { type KeyPair, makeKeyPair, openEnvelope, sealIdentity } from './age-keys.ts'
import type { KeyPage } from './key-page.ts'
import { RecoverySheet } from './RecoverySheet.tsx'

type Props = {
  readonly page: KeyPage
  /** The member's own public key. */
  readonly recipient: string
  readonly present: AudienceKey
  readonly onDone: () => void
}

type Made = { readonly pair: KeyPair; readonly recovery: KeyPair; readonly paper: string; readonly proof: string }

/** Nobody is left to let the member in: with the group's recovery sheet its key is made anew, in this browser. */
export function RebuildKey({ page, recipient, present, onDone }: Props) {
  const { words, language } = page
  const { audience, generation } = present
  const [made, setMade] = useState<Made>()
  const [problem, setProblem] = useState<NotDone>()

  const open = async (typed: string) => {
    const paper = typed.replace(/\s/g, '').toUpperCase()
    const asked = await ask<{ challenge: string }>('staff/keys/rebuild', language, { audience })
    if (!asked.ok) return setProblem(asked)
    const proof = await answerTo(asked.value.challenge, paper)
    if (proof === undefined) return setProblem(ownProblem(words.keys.rebuildWrong))
    setProblem(undefined)
    setMade({ pair: await makeKeyPair(), recovery: await makeKeyPair(), paper, proof })
  }
  const save = async () => {
    if (!made) return
    const saved = await ask('staff/keys/rebuild', language, {
      audience,
      after: generation,
      recipient: made.pair.recipient,
      recoveryRecipient: made.recovery.recipient,
      wrapped: await sealIdentity(made.pair.identity, recipient),
      wrappedRecovery: await sealIdentity(made.paper, recipient),
      proof: made.proof,
    })
    if (saved.ok) onDone()
    else setProblem(saved)
  }

  return (
    <>
      <WentWrong problem={problem} words={words} />
      {made ? (
        <RecoverySheet page={page} audiences={[audience]} identity={made.recovery.identity} onKept={save} />
      ) : (
        <details class="panel">
          <summary>{words.keys.rebuild}</summary>
          <p>{putIn(words.keys.rebuildSay, { audience: words.audiences[audience] })}</p>
          <Sending submit={words.goOn} onSend={(given) => open(given('recovery-key'))}>
            <Field id="recovery-key" label={words.keys.rebuildField} />
          </Sending>
        </details>
      )}
    </>
  )
}

/** @returns undefined when it is not the key of this paper, or no key. */
async function answerTo(challenge: string, paper: string): Promise<string | undefined> {
  try {
    const bytes = Uint8Array.from(atob(challenge), (character) => character.charCodeAt(0))
    const text = await openEnvelope([paper], bytes)
    return text === undefined ? undefined : (JSON.parse(text) as { proof: string }).proof
  } catch (error) {
    // What was typed is no key at all.
    if (error instanceof Error) return undefined
    throw error
  }
}
