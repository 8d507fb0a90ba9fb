import { WentWrong } from '../parts.tsx'
import type { InboxPage } from './inbox-page.ts'
import { answersOf } from './open-record.ts'
import { Referral } from './Referral.tsx'
import { SafeContact } from './SafeContact.tsx'
import { StaffForm } from './StaffForm.tsx'
import { useReferral } from './use-referral.ts'
import type { View } from './use-view.ts'

type Props = {
  readonly page: InboxPage
  readonly view: Exclude<View, { at: 'list' }>
  readonly identities: readonly string[]
  readonly goTo: (next: View) => void
  readonly onSaid: (said: string) => void
  readonly onList: () => void
}

/** One referral, or a form about it. The safe-contact plan stays on top of both. */
export function OneReferral({ page, view, identities, goTo, onSaid, onList }: Props) {
  const { words, language } = page
  const { referral, problem, readAgain } = useReferral(view.id, identities, language)
  if (!referral)
    return problem ? <WentWrong problem={problem} words={words} /> : <p role="status">{words.keys.unlocking}</p>
  const toReferral = () => goTo({ at: 'referral', id: view.id })

  if (view.at === 'referral')
    return (
      <Referral
        page={page}
        referral={referral}
        onAct={(act) => {
          onSaid('')
          goTo({ at: 'act', id: view.id, act })
        }}
        onBack={onList}
      />
    )
  const [told, worded] = [page.forms['self-referral'], page.forms[view.act]]
  if (!told || !worded) return null
  return (
    <>
      <SafeContact
        page={page}
        answers={answersOf(told.form, referral.view.counted, referral.opened)}
        language={referral.view.language}
        asksToExplain={referral.view.asksToExplain}
      />
      <StaffForm
        key={view.act}
        page={page}
        worded={worded}
        about={view.id}
        onDone={async () => {
          await readAgain()
          onSaid(words.inbox.saved)
          toReferral()
        }}
        onCancel={toReferral}
      />
    </>
  )
}
