import { useEffect, useState } from 'preact/hooks'
import type { Audience } from '#domain/audience.ts'
import type { WaitingKey } from '#domain/keys/keyring.ts'
import { putIn } from '#i18n/put-in.ts'
import { ask, type NotDone } from '../ask.ts'
import { StepHeading, WentWrong } from '../parts.tsx'
import { type KeyPair, makeKeyPair, openWithToken, sealIdentity } from './age-keys.ts'
import type { KeyPage } from './key-page.ts'
import { RecoverySheet } from './RecoverySheet.tsx'

type Props = {
  readonly page: KeyPage
  /** The member's own public key. */
  readonly recipient: string
  readonly onDone: () => void
}

/**
 * A live service: the first holder's browser makes the audience's pair and its recovery pair. Only public
 * keys and the private key sealed for this member leave it.
 */
export function MakeAudienceKey({ page, recipient, audience, onDone }: Props & { readonly audience: Audience }) {
  const { words, language } = page
  const [pairs, setPairs] = useState<{ readonly team: KeyPair; readonly recovery: KeyPair }>()
  const [problem, setProblem] = useState<NotDone>()

  const make = async () => setPairs({ team: await makeKeyPair(), recovery: await makeKeyPair() })
  const save = async () => {
    if (!pairs) return
    const made = await ask('staff/keys/audience', language, {
      audience,
      recipient: pairs.team.recipient,
      recoveryRecipient: pairs.recovery.recipient,
      wrapped: await sealIdentity(pairs.team.identity, recipient),
    })
    if (made.ok) onDone()
    else setProblem(made)
  }

  return (
    <>
      <WentWrong problem={problem} words={words} />
      {pairs ? (
        <RecoverySheet page={page} audiences={[audience]} identity={pairs.recovery.identity} onKept={save} />
      ) : (
        <section class="panel">
          <StepHeading>{words.audiences[audience]}</StepHeading>
          <p>{putIn(words.keys.first, { audience: words.audiences[audience] })}</p>
          <div class="actions">
            <button class="go-on" type="button" onClick={make}>
              {words.keys.makeFirst}
            </button>
          </div>
        </section>
      )}
    </>
  )
}

type TakeProps = Props & { readonly waiting: readonly WaitingKey[]; readonly token: string | undefined }
type Taken = { readonly key: WaitingKey; readonly identity: string; readonly recovery: string }

/** The demonstration: opens the keys made at first start with the set-up link, and seals them to this member. */
export function TakeWaitingKeys({ page, recipient, waiting, token, onDone }: TakeProps) {
  const { words, language } = page
  const [taken, setTaken] = useState<readonly Taken[]>()
  const [shown, setShown] = useState(0)
  const [problem, setProblem] = useState<NotDone>()
  useEffect(() => {
    if (token) openAll(waiting, token).then(setTaken)
  }, [waiting, token])

  const save = async () => {
    const keys = await Promise.all(
      (taken ?? []).map(async ({ key: { audience, generation }, identity }) => ({
        audience,
        generation,
        wrapped: await sealIdentity(identity, recipient),
      })),
    )
    const saved = await ask('staff/keys/waiting', language, { keys })
    if (saved.ok) onDone()
    else setProblem(saved)
  }
  const sheets = [...new Set((taken ?? []).map(({ recovery }) => recovery))]
  const next = () => (shown + 1 === sheets.length ? save() : setShown(shown + 1))

  if (!token || taken?.length === 0) return <p class="notice">{words.keys.needsLink}</p>
  const recovery = sheets[shown]
  if (!recovery) return <p role="status">{words.working}</p>
  const opens = waiting.filter((_, index) => taken?.[index]?.recovery === recovery).map(({ audience }) => audience)
  return (
    <>
      <WentWrong problem={problem} words={words} />
      <RecoverySheet key={recovery} page={page} audiences={opens} identity={recovery} onKept={next} />
    </>
  )
}

/** @returns nothing when the token opens none: it belongs to another link. */
async function openAll(waiting: readonly WaitingKey[], token: string): Promise<readonly Taken[]> {
  const opened = await Promise.all(
    waiting.map(async (key) => ({
      key,
      identity: await openWithToken(key.identity, token),
      recovery: await openWithToken(key.recoveryIdentity, token),
    })),
  )
  return opened.flatMap(({ key, identity, recovery }) => (identity && recovery ? [{ key, identity, recovery }] : []))
}
