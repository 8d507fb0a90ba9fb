import type { Audience } from '#domain/audience.ts'
import type { MyKeys, Person } from '#domain/keys/keyring.ts'
import { audiencesOf } from '#domain/roles.ts'
import { putIn } from '#i18n/put-in.ts'
import type { StaffWords } from '#i18n/staff-words.ts'
import type { KeyPage } from '../keys/key-page.ts'
import { StaffTable } from '../StaffTable.tsx'

/** What can be done with a member. */
export type Act = 'let-in' | 'renew' | 'remove'

type Props = {
  readonly page: KeyPage
  readonly people: readonly Person[]
  readonly keys: MyKeys
  /** The id of the member who looks. */
  readonly me: string
  readonly isAdministrator: boolean
  readonly onAct: (act: Act, person: Person) => void
}

/** Everyone, with what they may do, what they can open, and what can be done. */
export function PeopleTable(props: Props) {
  const { words } = props.page
  return (
    <StaffTable
      id="people"
      caption={words.people.caption}
      columns={[words.people.name, words.people.roles, words.people.canOpen, words.people.actions]}
    >
      {props.people.map((person) => (
        <Row key={person.id} person={person} {...props} />
      ))}
    </StaffTable>
  )
}

function Row({ person, page, keys, me, isAdministrator, onAct }: Props & { readonly person: Person }) {
  const { words } = page
  const isMe = person.id === me
  const named = { name: person.name }
  return (
    <tr>
      <th scope="row">
        {person.name}
        {isMe && ` (${words.people.you})`}
        {person.email && (
          <>
            <br />
            <span class="hint">{person.email}</span>
          </>
        )}
      </th>
      <td>{person.roles.map((role) => words.roles[role]).join(', ')}</td>
      <td>
        {opens(person, keys, words)}
        {keeps(person).length > 0 && (
          <p class="hint">
            {putIn(words.people.keeps, {
              audiences: keeps(person)
                .map((each) => words.audiences[each])
                .join(', '),
            })}
          </p>
        )}
      </td>
      <td>
        <div class="people-acts">
          {!isMe && canLetIn(person, keys) && (
            <button class="button" type="button" onClick={() => onAct('let-in', person)}>
              {putIn(words.people.letIn, named)}
            </button>
          )}
          {!isMe && isAdministrator && (
            <>
              <button class="plain" type="button" onClick={() => onAct('renew', person)}>
                {putIn(words.people.renew, named)}
              </button>
              <button class="plain" type="button" onClick={() => onAct('remove', person)}>
                {putIn(words.people.remove, named)}
              </button>
            </>
          )}
        </div>
      </td>
    </tr>
  )
}

function opens(person: Person, keys: MyKeys, words: StaffWords): string {
  if (audiencesOf(person.roles).length === 0) return words.people.nothing
  if (!person.recipient) return words.people.noKey
  if (lacks(person, keys).length > 0) return words.people.waits
  return audiencesOf(person.roles)
    .map((audience) => words.audiences[audience])
    .join(', ')
}

/** Whose keys a person holds without being in that audience, to let others in: a demonstration's first holder. */
function keeps(person: Person): readonly Audience[] {
  const own = audiencesOf(person.roles)
  return [...new Set(person.holds.map(({ audience }) => audience))].filter((audience) => !own.includes(audience))
}

/** The audiences of a person whose present key they do not hold yet. */
function lacks(person: Person, keys: MyKeys) {
  return audiencesOf(person.roles).filter((audience) => {
    const present = keys.audiences.find((key) => key.audience === audience)
    return !person.holds.some((held) => held.audience === audience && held.generation === present?.generation)
  })
}

/** Whether the member who looks holds what this person lacks. */
function canLetIn(person: Person, keys: MyKeys): boolean {
  return (
    person.recipient !== undefined &&
    lacks(person, keys).some((audience) => keys.keyring.some((own) => own.audience === audience))
  )
}
