import type { Audience } from '#domain/audience.ts'
import type { Language } from '#domain/language/language.ts'
import { type InboxFilter, type InboxList, inboxLists } from '#domain/referral/inbox-filter.ts'
import type { InboxPage } from './inbox-page.ts'

type Props = {
  readonly page: InboxPage
  readonly filter: InboxFilter
  readonly onFilter: (filter: InboxFilter) => void
}

/**
 * Which list, in which language, of which council, on which desk. What would offer one choice is left out. Folded until
 * something is chosen, so that on a telephone what needs a person is in sight.
 */
export function ListFilter({ page, filter, onFilter }: Props) {
  const { filter: words, languages } = page.words.inbox
  const lists = inboxLists.filter((list) => list !== 'welsh' || page.languages.includes('cy'))
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (!(event.target instanceof HTMLFormElement)) return
    const chosen = new FormData(event.target)
    const value = (name: string) => String(chosen.get(name) ?? '') || undefined
    onFilter({
      list: (value('list') ?? 'all') as InboxList,
      answerIn: value('answerIn') as Language | undefined,
      authority: value('authority'),
      audience: value('audience') as Audience | undefined,
      page: 1,
    })
  }
  return (
    <details class="menu menu-filter no-print" open={isChosen(filter)}>
      <summary class="button">{words.title}</summary>
      <form class="filter" onSubmit={submit} aria-label={words.title}>
        <Pick id="list" label={words.list} chosen={filter.list} choices={lists.map((id) => [id, words.lists[id]])} />
        {page.languages.length > 1 && (
          <Pick
            id="answerIn"
            label={words.answerIn}
            any={words.anyLanguage}
            chosen={filter.answerIn}
            choices={page.languages.map((id) => [id, languages[id]])}
          />
        )}
        {page.authorities.length > 1 && (
          <Pick
            id="authority"
            label={words.authority}
            any={words.anyAuthority}
            chosen={filter.authority}
            choices={page.authorities}
          />
        )}
        {page.desks.length > 1 && (
          <Pick
            id="audience"
            label={words.audience}
            any={words.anyAudience}
            chosen={filter.audience}
            choices={page.desks.map((id) => [id, page.words.audiences[id]])}
          />
        )}
        <button class="button" type="submit">
          {words.show}
        </button>
      </form>
    </details>
  )
}

/** Whether something other than everything is asked for. */
export function isChosen({ list, answerIn, authority, audience }: InboxFilter): boolean {
  return list !== 'all' || [answerIn, authority, audience].some((value) => value !== undefined)
}

type PickProps = {
  readonly id: string
  readonly label: string
  readonly any?: string
  readonly chosen: string | undefined
  readonly choices: readonly (readonly [string, string])[]
}

function Pick({ id, label, any, chosen, choices }: PickProps) {
  return (
    <div class="question">
      <label class="question-label" for={`filter-${id}`}>
        {label}
      </label>
      <select class="text" id={`filter-${id}`} name={id}>
        {any && <option value="">{any}</option>}
        {choices.map(([value, says]) => (
          <option key={value} value={value} selected={value === chosen}>
            {says}
          </option>
        ))}
      </select>
    </div>
  )
}
