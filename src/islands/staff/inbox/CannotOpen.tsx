import type { InboxPage } from './inbox-page.ts'
import type { Opened } from './open-record.ts'

/** Says why something that is sealed could not be opened: another key, or changed bytes. */
export function CannotOpen({ page, opened }: { readonly page: InboxPage; readonly opened: Opened }) {
  const { inbox } = page.words
  if (opened.kind === 'closed') return <p class="notice">{inbox.cannotOpen}</p>
  if (opened.kind === 'damaged') return <p class="notice notice-help">{inbox.damaged}</p>
  return null
}
