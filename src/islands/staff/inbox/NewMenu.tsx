import type { ResolvedForm } from '#forms/define-form.ts'
import type { InboxPage } from './inbox-page.ts'

type Props = { readonly page: InboxPage; readonly onNew: (form: string) => void }

/** What can be begun from here: a form for somebody on the phone or on paper, or a record of our own. */
export function NewMenu({ page, onNew }: Props) {
  const { inbox } = page.words
  const forms = Object.values(page.forms).map(({ form }) => form)
  const isAdvocate = page.roles.includes('advocate')
  // No advocate fills in a survey: it may be about them. @source H12
  const forSomebody = forms.filter(({ access, survey }) => access === 'public' && !(survey && isAdvocate))
  const own = forms.filter(
    ({ access, about, audience }) => access === 'staff' && !about && page.desks.includes(audience),
  )
  return (
    <details class="menu">
      <summary class="button">{inbox.new}</summary>
      <div class="panels">
        <Group page={page} title={inbox.newFor} forms={forSomebody} onNew={onNew} />
        {own.length > 0 && <Group page={page} title={inbox.newOwn} forms={own} onNew={onNew} />}
      </div>
    </details>
  )
}

type GroupProps = Props & { readonly title: string; readonly forms: readonly ResolvedForm[] }

function Group({ page, title, forms, onNew }: GroupProps) {
  return (
    <section>
      <h2>{title}</h2>
      <ul class="menu-list">
        {forms.map(({ id }) => (
          <li key={id}>
            <button class="plain" type="button" onClick={() => onNew(id)}>
              {page.forms[id]?.words.title ?? id}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
