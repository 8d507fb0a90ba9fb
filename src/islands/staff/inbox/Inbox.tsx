import { useCallback, useEffect, useMemo, useState } from 'preact/hooks'
import type { MyKeys } from '#domain/keys/keyring.ts'
import type { NoticeTrouble } from '#domain/notice.ts'
import type { InboxFilter, InboxPageOf } from '#domain/referral/inbox-filter.ts'
import type { InboxLineView } from '#domain/referral/inbox-view.ts'
import type { Role } from '#domain/roles.ts'
import { putIn } from '#i18n/put-in.ts'
import { ask, type NotDone } from '../ask.ts'
import { waitsFor } from '../keys/KeySetUp.tsx'
import { allIdentities, type OpenKeys } from '../keys/open-keys.ts'
import { Unlock } from '../keys/Unlock.tsx'
import { WentWrong } from '../parts.tsx'
import { CouncilLists } from './CouncilLists.tsx'
import { InboxList } from './InboxList.tsx'
import type { InboxPage } from './inbox-page.ts'
import { isChosen, ListFilter } from './ListFilter.tsx'
import { NewMenu } from './NewMenu.tsx'
import { NewView } from './NewView.tsx'
import { OneReferral } from './OneReferral.tsx'
import { IDLE_MINUTES, useIdleLock } from './use-idle-lock.ts'
import { useView } from './use-view.ts'

/** A page of the list, and what is wrong with the notices if anything is. */
type Listed = InboxPageOf<InboxLineView> & {
  readonly trouble?: { readonly kind: NoticeTrouble; readonly since: string }
}

/** The inbox: a list that needs no key, and what is on the desk, opened here and nowhere else. */
export default function Inbox({ page }: { readonly page: InboxPage }) {
  const { words, language } = page
  const [view, goTo] = useView()
  const [listed, setListed] = useState<Listed>()
  const [filter, setFilter] = useState<InboxFilter>({ list: 'all', page: 1 })
  const [keys, setKeys] = useState<MyKeys>()
  const [open, setOpen] = useState<OpenKeys>()
  const [problem, setProblem] = useState<NotDone>()
  const [said, setSaid] = useState('')

  const read = useCallback(async () => {
    const [found, mine] = await Promise.all([
      ask<Listed>(`staff/inbox?${toSearch(filter)}`, language),
      ask<MyKeys>('staff/keys', language),
    ])
    setProblem(found.ok ? (mine.ok ? undefined : mine) : found)
    if (found.ok) setListed(found.value)
    if (mine.ok) setKeys(mine.value)
  }, [language, filter])
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
  const identities = useMemo(() => open && allIdentities(open), [open])

  const toList = () => {
    goTo({ at: 'list' })
    setSaid('')
    read()
  }

  const isAboutOne = view.at === 'referral' || view.at === 'act'
  const needsKeys = isAboutOne || view.at === 'council'

  if (!listed || !keys)
    return problem ? <WentWrong problem={problem} words={words} /> : <p role="status">{words.working}</p>
  return (
    <>
      <p class="said" role="status">
        {said}
      </p>
      <WentWrong problem={problem} words={words} />
      {listed.trouble && (
        <p class="notice notice-help">
          {putIn(words.inbox.noticeTrouble[listed.trouble.kind], { when: listed.trouble.since })}
        </p>
      )}
      <Bar page={page} keys={keys} isOpen={open !== undefined} onLock={() => lock('asked')} onRead={read} />
      {view.at === 'list' && (
        <>
          <div class="menus">
            <NewMenu page={page} onNew={(form) => goTo({ at: 'new', form })} />
            <ListFilter page={page} filter={filter} onFilter={setFilter} />
          </div>
          {page.councilSeesNames && page.roles.some((role) => listMakers.includes(role)) && (
            <p class="actions no-print">
              <button class="plain" type="button" onClick={() => goTo({ at: 'council' })}>
                {words.inbox.lists.title}
              </button>
            </p>
          )}
          <InboxList
            page={page}
            listed={listed}
            isChosen={isChosen(filter)}
            onOpen={(id) => goTo({ at: 'referral', id })}
            onPage={(wanted) => setFilter({ ...filter, page: wanted })}
          />
        </>
      )}
      {view.at === 'new' && <NewView key={view.form} page={page} view={view} onDone={toList} />}
      {needsKeys && !identities && keys.member && (
        <>
          <button class="back no-print" type="button" onClick={toList}>
            {words.inbox.backToList}
          </button>
          <Unlock page={page} keys={keys} onOpen={setOpen} onForgotten={read} />
        </>
      )}
      {view.at === 'council' && identities && <CouncilLists page={page} identities={identities} onBack={toList} />}
      {isAboutOne && identities && (
        <OneReferral page={page} view={view} identities={identities} goTo={goTo} onSaid={setSaid} onList={toList} />
      )}
    </>
  )
}

function toSearch(filter: InboxFilter): URLSearchParams {
  return new URLSearchParams(
    Object.entries(filter).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  )
}

/** Whose desk the council may be given names from. @source LW-9.5, LW-9.6 */
const listMakers: readonly Role[] = ['coordinator', 'participation-manager']

type BarProps = {
  readonly page: InboxPage
  readonly keys: MyKeys
  readonly isOpen: boolean
  readonly onLock: () => void
  readonly onRead: () => void
}

function Bar({ page, keys, isOpen, onLock, onRead }: BarProps) {
  const { words } = page
  const isKeyReady = keys.member !== undefined && waitsFor(keys).length === 0
  return (
    <div class="actions no-print">
      {!isKeyReady && (
        <p class="notice notice-help">
          <a href={page.toSetUp}>{words.inbox.setUpKey}</a>
        </p>
      )}
      <button class="button" type="button" onClick={onRead}>
        {words.inbox.refresh}
      </button>
      {isOpen && (
        <button class="button" type="button" onClick={onLock}>
          {words.keys.lock}
        </button>
      )}
    </div>
  )
}
