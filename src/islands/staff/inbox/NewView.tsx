import type { InboxPage } from './inbox-page.ts'
import { NewEntry } from './NewEntry.tsx'
import { StaffAct } from './StaffAct.tsx'
import type { View } from './use-view.ts'

type Props = {
  readonly page: InboxPage
  readonly view: Extract<View, { at: 'new' }>
  readonly onDone: () => void
}

/** Something that is begun from the inbox. */
export function NewView({ page, view, onDone }: Props) {
  const worded = page.forms[view.form]
  if (!worded) return null
  return worded.form.access === 'staff' ? (
    <StaffAct page={page} worded={worded} onDone={onDone} onCancel={onDone} />
  ) : (
    <NewEntry page={page} worded={worded} fromOffer={view.fromOffer ?? false} onDone={onDone} />
  )
}
