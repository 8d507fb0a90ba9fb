import { safeContactQuestions } from '#forms/safe-contact.ts'
import { putIn } from '#i18n/put-in.ts'
import { StepHeading } from '../parts.tsx'
import { AnswerList } from './Answers.tsx'
import { Flags } from './Flags.tsx'
import { type InboxPage, REFERRAL_ACTS, type ReferralAct } from './inbox-page.ts'
import { answersOf } from './open-record.ts'
import { SafeContact } from './SafeContact.tsx'
import { Timeline } from './Timeline.tsx'
import type { OpenReferral } from './use-referral.ts'

type Props = {
  readonly page: InboxPage
  readonly referral: OpenReferral
  readonly onAct: (act: ReferralAct) => void
  readonly onBack: () => void
}

/** One referral opened: how to reach them safely, what they told us, what has happened, what can be done. */
export function Referral({ page, referral, onAct, onBack }: Props) {
  const { inbox } = page.words
  const { view, opened, records } = referral
  const told = page.forms['self-referral']
  if (!told) return null
  const answers = answersOf(told.form, view.counted, opened)
  const hasMore = Object.keys(answers).some((id) => !safeContactQuestions.includes(id))
  return (
    <>
      <button class="back no-print" type="button" onClick={onBack}>
        {inbox.backToList}
      </button>
      <StepHeading>{putIn(inbox.referral, { reference: view.reference })}</StepHeading>
      <p class="due">
        {inbox.statuses[view.status]}
        {view.due && ` · ${putIn(inbox.dueKinds[view.due.kind], { when: view.due.when })}`}
      </p>
      <Flags page={page} line={view} />
      {opened.kind === 'closed' && <p class="notice">{inbox.cannotOpen}</p>}
      <SafeContact page={page} answers={answers} language={view.language} asksToExplain={view.asksToExplain} />
      <div class="actions no-print">
        {REFERRAL_ACTS.map((act) => (
          <button
            key={act}
            class={isNext(act, view.status) ? 'go-on' : 'button'}
            type="button"
            onClick={() => onAct(act)}
          >
            {inbox[act]}
          </button>
        ))}
      </div>
      <div class="panels">
        <section class="panel" aria-labelledby="answers">
          <h2 id="answers">{inbox.answers}</h2>
          {hasMore ? (
            <AnswerList of={told} answers={answers} except={safeContactQuestions} />
          ) : (
            <p>{inbox.nothingSealed}</p>
          )}
        </section>
        <Timeline page={page} received={view.received} records={records} />
      </div>
    </>
  )
}

/** The act that the referral waits for stands out. */
function isNext(act: ReferralAct, status: OpenReferral['view']['status']): boolean {
  return act === 'screening' ? status === 'received' : status === 'accepted'
}
