import { useCallback, useEffect, useMemo, useState } from 'preact/hooks'
import type { MyKeys } from '#domain/keys/keyring.ts'
import type { SurveyWordsGroup } from '#domain/survey-words.ts'
import { putIn } from '#i18n/put-in.ts'
import { ask, type NotDone } from '../ask.ts'
import { IDLE_MINUTES, useIdleLock } from '../inbox/use-idle-lock.ts'
import { waitsFor } from '../keys/KeySetUp.tsx'
import { identitiesFor, type OpenKeys } from '../keys/open-keys.ts'
import { Unlock } from '../keys/Unlock.tsx'
import { WentWrong } from '../parts.tsx'
import { GroupList } from './GroupList.tsx'
import { OneGroup } from './OneGroup.tsx'
import type { SurveyWordsPage } from './survey-words-page.ts'

/** What young people wrote in the surveys: a list that needs no key, and the words, opened here and nowhere else. */
export default function SurveyWords({ page }: { readonly page: SurveyWordsPage }) {
  const { words, language } = page
  const [groups, setGroups] = useState<readonly SurveyWordsGroup[]>()
  const [chosen, setChosen] = useState<string>()
  const [keys, setKeys] = useState<MyKeys>()
  const [open, setOpen] = useState<OpenKeys>()
  const [problem, setProblem] = useState<NotDone>()
  const [said, setSaid] = useState('')

  const read = useCallback(async () => {
    const [found, mine] = await Promise.all([
      ask<{ groups: SurveyWordsGroup[] }>('staff/survey-words', language),
      ask<MyKeys>('staff/keys', language),
    ])
    setProblem(found.ok ? (mine.ok ? undefined : mine) : found)
    if (found.ok) setGroups(found.value.groups)
    if (mine.ok) setKeys(mine.value)
  }, [language])
  useEffect(() => {
    read()
  }, [read])

  const lock = useCallback(
    (why: 'idle' | 'left' | 'asked') => {
      setOpen(undefined)
      setSaid(why === 'idle' ? putIn(words.inbox.lockedIdle, { minutes: IDLE_MINUTES }) : '')
    },
    [words],
  )
  useIdleLock(open !== undefined, lock)
  const identities = useMemo(() => open && identitiesFor(open, 'survey-reader'), [open])
  const toList = () => {
    setChosen(undefined)
    setSaid('')
    read()
  }

  if (!groups || !keys)
    return problem ? <WentWrong problem={problem} words={words} /> : <p role="status">{words.working}</p>
  const isKeyReady = keys.member !== undefined && waitsFor(keys).length === 0
  return (
    <>
      <p class="said" role="status">
        {said}
      </p>
      <WentWrong problem={problem} words={words} />
      {!isKeyReady && (
        <p class="notice notice-help">
          <a href={page.toSetUp}>{words.inbox.setUpKey}</a>
        </p>
      )}
      {open && (
        <div class="actions no-print">
          <button class="button" type="button" onClick={() => lock('asked')}>
            {words.keys.lock}
          </button>
        </div>
      )}
      {!chosen && <GroupList page={page} groups={groups} onOpen={setChosen} />}
      {chosen && !identities && keys.member && <Unlock page={page} keys={keys} onOpen={setOpen} onForgotten={read} />}
      {chosen && identities && <OneGroup page={page} group={chosen} identities={identities} onBack={toList} />}
    </>
  )
}
