import { useState } from 'preact/hooks'
import { findConflict, type Role, roles } from '#domain/roles.ts'
import type { NotDone } from '../ask.ts'
import type { KeyPage } from '../keys/key-page.ts'
import { ownProblem, WentWrong } from '../parts.tsx'
import { OneTimeLink } from './OneTimeLink.tsx'

/** Invites somebody: their roles, then a link to give them. */
export function Invite({ page }: { readonly page: KeyPage }) {
  const { words } = page
  const [chosen, setChosen] = useState<readonly Role[]>()
  const [problem, setProblem] = useState<NotDone>()

  const choose = (form: HTMLFormElement) => {
    const picked = roles.filter((role) => new FormData(form).getAll('role').includes(role))
    const isRefused = picked.length === 0 || findConflict(picked) !== undefined
    setProblem(isRefused ? ownProblem(words.problems['roles-conflict'].detail) : undefined)
    setChosen(isRefused ? undefined : picked)
  }

  return (
    <section class="panel">
      <h2>{words.people.invite}</h2>
      <WentWrong problem={problem} words={words} />
      <form
        onSubmit={(event) => {
          event.preventDefault()
          choose(event.currentTarget)
        }}
      >
        <fieldset class="question">
          <legend class="question-label">{words.people.inviteRoles}</legend>
          <div class="tiles">
            {roles.map((role) => (
              <label class="tile" key={role}>
                <span class="tile-words">{words.roles[role]}</span>
                <input type="checkbox" name="role" value={role} />
              </label>
            ))}
          </div>
        </fieldset>
        <div class="actions">
          <button class="go-on" type="submit">
            {words.people.inviteMake}
          </button>
        </div>
      </form>
      {chosen && (
        <OneTimeLink
          key={chosen.join()}
          page={page}
          title={words.people.link}
          path="staff/people/invite"
          body={{ roles: chosen }}
        />
      )}
    </section>
  )
}
