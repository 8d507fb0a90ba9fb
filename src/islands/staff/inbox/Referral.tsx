import { putIn } from '#i18n/put-in.ts'
import { StepHeading } from '../parts.tsx'
import { Acts } from './Acts.tsx'
import { AnswerList } from './Answers.tsx'
import { CannotOpen } from './CannotOpen.tsx'
import { Flags } from './Flags.tsx'
import type { InboxPage } from './inbox-page.ts'
import { answersOf } from './open-record.ts'
import { SafeContact, shownAsSafeContact } from './SafeContact.tsx'
import { Timeline } from './Timeline.tsx'
import type { OpenReferral } from './use-referral.ts'

type Props = {
  readonly page: InboxPage
  readonly referral: OpenReferral
  readonly onAct: (act: string, settles?: string) => void
  readonly onOfferAccepted: () => void
  readonly onBack: () => void
}

/** One thing on the desk, opened: how to reach them safely, what they told us, what has happened, what can be done. */
export function Referral({ page, referral, onAct, onOfferAccepted, onBack }: Props) {
  const { inbox } = page.words
  const { view, opened } = referral
  const told = page.forms[view.form]
  if (!told) return null
  const answers = answersOf(told.form, view.counted, opened)
  const hasMore = Object.keys(answers).some((id) => !shownAsSafeContact.includes(id))
  return (
    <>
      <button class="back no-print" type="button" onClick={onBack}>
        {inbox.backToList}
      </button>
      <StepHeading>
        {told.words.title} {view.reference}
      </StepHeading>
      <p class="due">
        {inbox.statuses[view.status]}
        {view.due && ` · ${putIn(inbox.dueKinds[view.due.kind], { when: view.due.when })}`}
      </p>
      <Flags page={page} line={view} />
      <CannotOpen page={page} opened={opened} />
      <SafeContact page={page} referral={referral} />
      <Acts page={page} referral={referral} onAct={onAct} onOfferAccepted={onOfferAccepted} />
      <div class="panels">
        <section class="panel" aria-labelledby="answers">
          <h2 id="answers">{inbox.answers}</h2>
          {hasMore ? (
            <AnswerList of={told} answers={answers} except={shownAsSafeContact} />
          ) : (
            <p>{inbox.nothingSealed}</p>
          )}
        </section>
        <Timeline page={page} referral={referral} />
      </div>
    </>
  )
}
