import { useCallback, useEffect, useState } from 'preact/hooks'
import type { MyKeys, Person } from '#domain/keys/keyring.ts'
import type { Role } from '#domain/roles.ts'
import { putIn } from '#i18n/put-in.ts'
import { ask, type NotDone } from '../ask.ts'
import { waitsFor } from '../keys/KeySetUp.tsx'
import type { KeyPage } from '../keys/key-page.ts'
import type { OpenKeys } from '../keys/open-keys.ts'
import { Unlock } from '../keys/Unlock.tsx'
import { WentWrong } from '../parts.tsx'
import { Invite } from './Invite.tsx'
import { LetIn } from './LetIn.tsx'
import { OneTimeLink } from './OneTimeLink.tsx'
import { type Act, PeopleTable } from './PeopleTable.tsx'
import { Remove } from './Remove.tsx'
import { Rotate } from './Rotate.tsx'

type Props = {
  readonly page: KeyPage
  readonly me: { readonly id: string; readonly roles: readonly Role[] }
  readonly toSetUp: string
}

/** What is being done beside the table. */
type Doing = { readonly act: Act; readonly person: Person } | undefined

/** Everyone who works here: inviting, letting in, making a way in anew, removing. */
export default function People({ page, me, toSetUp }: Props) {
  const { words, language } = page
  const [people, setPeople] = useState<readonly Person[]>()
  const [keys, setKeys] = useState<MyKeys>()
  const [open, setOpen] = useState<OpenKeys>()
  const [doing, setDoing] = useState<Doing>()
  const [problem, setProblem] = useState<NotDone>()
  const [said, setSaid] = useState('')

  const read = useCallback(async () => {
    const [found, mine] = await Promise.all([
      ask<{ people: Person[] }>('staff/people', language),
      ask<MyKeys>('staff/keys', language),
    ])
    if (!found.ok) return setProblem(found)
    if (!mine.ok) return setProblem(mine)
    setPeople(found.value.people)
    setKeys(mine.value)
  }, [language])
  useEffect(() => {
    read()
  }, [read])

  const done = (sentence: string) => {
    setSaid(sentence)
    setDoing(undefined)
    read()
  }
  const isAdministrator = me.roles.includes('administrator')
  const needsKeys = doing?.act === 'let-in' && !open

  if (!people || !keys)
    return problem ? <WentWrong problem={problem} words={words} /> : <p role="status">{words.working}</p>
  const isKeyMissing = keys.belongsTo.length > 0 && (!keys.member || waitsFor(keys).length > 0)
  return (
    <>
      <p class="said" role="status">
        {said}
      </p>
      {isKeyMissing && (
        <p class="notice notice-help">
          <a href={toSetUp}>{words.people.setUpKey}</a>
        </p>
      )}
      <Rotate page={page} keys={keys} people={people} open={open} onOpen={setOpen} onDone={done} onForgotten={read} />
      <PeopleTable
        page={page}
        people={people}
        keys={keys}
        me={me.id}
        isAdministrator={isAdministrator}
        onAct={(act, person) => {
          // What was done to somebody else is not about this one.
          setSaid('')
          setDoing({ act, person })
        }}
      />
      {needsKeys && <Unlock page={page} keys={keys} onOpen={setOpen} onForgotten={read} />}
      {doing?.act === 'let-in' && open && (
        <LetIn
          key={doing.person.id}
          page={page}
          person={doing.person}
          open={open}
          onDone={(audiences) => done(putIn(words.people.letInDone, { name: doing.person.name, audiences }))}
          onCancel={() => setDoing(undefined)}
        />
      )}
      {doing?.act === 'renew' && (
        <OneTimeLink
          key={doing.person.id}
          page={page}
          title={putIn(words.people.renew, { name: doing.person.name })}
          path="staff/people/renew"
          body={{ member: doing.person.id }}
        />
      )}
      {doing?.act === 'remove' && (
        <Remove
          key={doing.person.id}
          page={page}
          person={doing.person}
          onDone={() => done(putIn(words.people.removed, { name: doing.person.name }))}
          onCancel={() => setDoing(undefined)}
        />
      )}
      {isAdministrator && <Invite page={page} />}
    </>
  )
}
