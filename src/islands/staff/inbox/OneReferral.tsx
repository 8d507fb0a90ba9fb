import { useState } from 'preact/hooks'
import { WentWrong } from '../parts.tsx'
import { HoursUpdate } from './CouncilLists.tsx'
import type { InboxPage } from './inbox-page.ts'
import { Referral } from './Referral.tsx'
import { SafeContact } from './SafeContact.tsx'
import { type EarlierRequest, SamePerson } from './SamePerson.tsx'
import { StaffAct } from './StaffAct.tsx'
import { useReferral } from './use-referral.ts'
import type { View } from './use-view.ts'

type Props = {
  readonly page: InboxPage
  readonly view: Extract<View, { at: 'referral' | 'act' }>
  readonly identities: readonly string[]
  readonly goTo: (next: View) => void
  readonly onSaid: (said: string) => void
  readonly onList: () => void
}

/** One referral, or a form about it. Which one it is, and the safe-contact plan, stay on top of both. */
export function OneReferral({ page, view, identities, goTo, onSaid, onList }: Props) {
  const { words, language } = page
  const [same, setSame] = useState<EarlierRequest>()
  const { referral, problem, readAgain } = useReferral(view.id, identities, language)
  if (!referral)
    return problem ? <WentWrong problem={problem} words={words} /> : <p role="status">{words.keys.unlocking}</p>
  const toReferral = () => goTo({ at: 'referral', id: view.id })

  const hasHours = referral.view.records.some(({ form }) => form === 'hours')
  if (view.at === 'referral')
    return (
      <>
        <Referral
          page={page}
          referral={referral}
          onAct={(act, settles) => {
            onSaid('')
            goTo({ at: 'act', id: view.id, act, settles })
          }}
          onOfferAccepted={() => goTo({ at: 'new', form: 'self-referral', fromOffer: true })}
          onBack={onList}
        />
        {hasHours && page.councilSeesNames && page.roles.includes('coordinator') && (
          <HoursUpdate page={page} identities={identities} about={view.id} />
        )}
      </>
    )
  const worded = page.forms[view.act]
  if (!worded) return null
  return (
    <>
      <p>
        <strong>
          {page.forms[referral.view.form]?.words.title} {referral.view.reference}
        </strong>
      </p>
      <SafeContact page={page} referral={referral} />
      {view.act === 'screening' && (
        <SamePerson page={page} referral={referral} identities={identities} linked={same} onLink={setSame} />
      )}
      <StaffAct
        key={view.act}
        page={page}
        worded={worded}
        about={referral.view}
        settles={view.settles}
        samePersonAs={same?.id}
        onDone={async (meanwhile) => {
          await readAgain()
          onSaid(meanwhile > 0 ? words.inbox.meanwhile : words.inbox.saved)
          toReferral()
        }}
        onCancel={toReferral}
      />
    </>
  )
}
