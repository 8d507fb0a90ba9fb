import type { InboxPageOf } from '#domain/referral/inbox-filter.ts'
import type { InboxLineView } from '#domain/referral/inbox-view.ts'
import { putIn } from '#i18n/put-in.ts'
import { StaffTable } from '../StaffTable.tsx'
import { Flags } from './Flags.tsx'
import type { InboxPage } from './inbox-page.ts'

type Props = {
  readonly page: InboxPage
  readonly listed: InboxPageOf<InboxLineView>
  /** Whether a filter is set: then an empty list does not mean that there is nothing. */
  readonly isChosen: boolean
  readonly onOpen: (id: string) => void
  readonly onPage: (page: number) => void
}

/** Everything on the desk, what is due first on top. It is drawn without opening an envelope. */
export function InboxList({ page, listed, isChosen, onOpen, onPage }: Props) {
  const { inbox } = page.words
  const { lines } = listed
  if (lines.length === 0) return <p class="notice">{isChosen ? inbox.noneInList : inbox.none}</p>
  return (
    <>
      <StaffTable
        id="inbox-list"
        caption={inbox.caption}
        columns={[inbox.reference, inbox.kind, inbox.due, inbox.status, inbox.flags, inbox.received, inbox.language]}
      >
        {lines.map((line) => (
          <tr key={line.id}>
            <th scope="row">
              <button class="plain" type="button" onClick={() => onOpen(line.id)}>
                {line.reference
                  ? putIn(inbox.open, { reference: line.reference })
                  : putIn(inbox.openUnnamed, { when: line.received })}
              </button>
            </th>
            <td>{page.forms[line.form]?.words.title}</td>
            <td class="due">
              {line.due ? putIn(inbox.dueKinds[line.due.kind], { when: line.due.when }) : inbox.nothingDue}
            </td>
            <td>{inbox.statuses[line.status]}</td>
            <td class="to-note">
              <Flags page={page} line={line} />
            </td>
            <td>{line.received}</td>
            <td>{inbox.languages[line.language]}</td>
          </tr>
        ))}
      </StaffTable>
      {listed.pages > 1 && <Pages page={page} listed={listed} onPage={onPage} />}
    </>
  )
}

function Pages({ page, listed, onPage }: Pick<Props, 'page' | 'listed' | 'onPage'>) {
  const { inbox } = page.words
  const { page: at, pages, total } = listed
  return (
    <div class="actions no-print">
      <p role="status">{putIn(inbox.pageOf, { page: at, pages, total })}</p>
      {at > 1 && (
        <button class="button" type="button" onClick={() => onPage(at - 1)}>
          {inbox.before}
        </button>
      )}
      {at < pages && (
        <button class="button" type="button" onClick={() => onPage(at + 1)}>
          {inbox.after}
        </button>
      )}
    </div>
  )
}
