import { useCallback, useEffect, useState } from 'preact/hooks'
import { checkWords } from '#domain/keys/check-words.ts'
import type { MyKeys } from '#domain/keys/keyring.ts'
import { ask, type NotDone } from '../ask.ts'
import { StepHeading, WentWrong } from '../parts.tsx'
import { MakeAudienceKey, TakeWaitingKeys } from './FirstKeys.tsx'
import type { KeyPage } from './key-page.ts'
import { MakeMemberKey } from './MakeMemberKey.tsx'
import { RebuildKey } from './RebuildKey.tsx'

type Props = {
  readonly page: KeyPage
  /** The token of the link that led here, if one did. */
  readonly token: string | undefined
  readonly toInbox: string
}

/** Leads a member from no key to a working one: their own, then the group's. Each step can be left and come back to. */
export function KeySetUp({ page, token, toInbox }: Props) {
  const { words, language } = page
  const [keys, setKeys] = useState<MyKeys>()
  const [problem, setProblem] = useState<NotDone>()
  const read = useCallback(async () => {
    const answer = await ask<MyKeys>('staff/keys', language)
    if (answer.ok) setKeys(answer.value)
    else setProblem(answer)
  }, [language])
  useEffect(() => {
    read()
  }, [read])

  if (problem) return <WentWrong problem={problem} words={words} />
  if (!keys) return <p role="status">{words.working}</p>
  return <NextStep page={page} keys={keys} token={token} toInbox={toInbox} onDone={read} />
}

function NextStep({
  page,
  keys,
  token,
  toInbox,
  onDone,
}: Props & { readonly keys: MyKeys; readonly onDone: () => void }) {
  const { words } = page
  if (keys.belongsTo.length === 0) return <Done say={words.keys.noneNeeded} go={words.setUp.toInbox} to={toInbox} />
  if (!keys.member) return <MakeMemberKey page={page} onMade={onDone} />
  const { recipient } = keys.member
  if (keys.waiting.length > 0)
    return <TakeWaitingKeys page={page} recipient={recipient} waiting={keys.waiting} token={token} onDone={onDone} />
  const unmade = keys.belongsTo.find((audience) => !keys.audiences.some((key) => key.audience === audience))
  if (unmade)
    return <MakeAudienceKey key={unmade} page={page} recipient={recipient} audience={unmade} onDone={onDone} />
  return waitsFor(keys).length > 0 ? (
    <LetMeIn page={page} recipient={recipient} keys={keys} onDone={onDone} />
  ) : (
    <Done say={words.keys.ready} go={words.setUp.toInbox} to={toInbox} />
  )
}

/** The audiences whose present key the member should hold and does not yet. */
export function waitsFor(keys: MyKeys): MyKeys['belongsTo'] {
  return keys.belongsTo.filter((audience) => {
    const present = keys.audiences.find((key) => key.audience === audience)
    return !keys.keyring.some((key) => key.audience === audience && key.generation === present?.generation)
  })
}

/** Says the words by which a colleague knows the newcomer's key. */
export function LetMeIn({
  page,
  recipient,
  keys,
  onDone,
}: Pick<Props, 'page'> & { readonly recipient: string; readonly keys: MyKeys; readonly onDone: () => void }) {
  const { words, pictureWords } = page
  const [waitingFor] = waitsFor(keys)
  const present = keys.audiences.find(({ audience }) => audience === waitingFor)
  return (
    <>
      <section class="panel">
        <StepHeading>{words.people.waits}</StepHeading>
        <p>{words.keys.letIn}</p>
        <p>{words.keys.letInWords}</p>
        <CheckWords words={checkWords(recipient, pictureWords)} />
      </section>
      {present && <RebuildKey page={page} recipient={recipient} present={present} onDone={onDone} />}
    </>
  )
}

/** Words to compare by voice. */
export function CheckWords({ words }: { readonly words: readonly string[] }) {
  return (
    <ol class="key-words">
      {words.map((word, index) => (
        <li key={index}>{word}</li>
      ))}
    </ol>
  )
}

function Done({ say, go, to }: { readonly say: string; readonly go: string; readonly to: string }) {
  return (
    <section class="panel">
      <StepHeading>{say}</StepHeading>
      <div class="actions">
        <a class="go-on" href={to}>
          {go}
        </a>
      </div>
    </section>
  )
}
