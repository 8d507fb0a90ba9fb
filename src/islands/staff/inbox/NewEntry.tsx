import { useState } from 'preact/hooks'
import type { DrawnWord } from '#components/symbol/drawn-words.ts'
import type { JourneyState } from '#forms/journey.ts'
import { ask } from '../ask.ts'
import { StepHeading } from '../parts.tsx'
import { BeforeAsking, type Preface } from './BeforeAsking.tsx'
import { CodeWords } from './CodeWords.tsx'
import { FillForm } from './FillForm.tsx'
import type { InboxPage, WordedForm } from './inbox-page.ts'

type Props = {
  readonly page: InboxPage
  readonly worded: WordedForm
  /** A child who was offered an advocate said yes: the offer is where they heard of us. */
  readonly fromOffer: boolean
  readonly onDone: () => void
}

type Sent = { readonly reference?: string; readonly trackingCode?: readonly DrawnWord[] }

/** A public form, filled in for somebody on the phone or from paper. */
export function NewEntry({ page, worded, fromOffer, onDone }: Props) {
  const [preface, setPreface] = useState<Preface>()
  const [sent, setSent] = useState<Sent>()
  const { form } = worded

  const send = async (state: JourneyState) => {
    const answer = await ask<Sent>('staff/forms', page.language, {
      form: form.id,
      ...preface,
      answers: state.answers,
      trackingCode: form.tracked && state.trackingCode,
      ...(state.surveyCode && { surveyCode: state.surveyCode }),
      idempotencyKey: state.submission,
    })
    if (!answer.ok) return answer
    setSent(answer.value)
    return undefined
  }

  if (!preface) return <BeforeAsking page={page} worded={worded} onBegin={setPreface} onCancel={onDone} />
  if (sent) return <Arrived page={page} preface={preface} sent={sent} onDone={onDone} />
  return (
    <FillForm
      page={page}
      // What stays private was told before: the receipt goes with the preface, and there is no screen for it.
      worded={{ ...worded, form: { ...form, confidentialityFirst: false } }}
      // @source AO-22, H4: the type is a self-referral, the source is the offer
      known={fromOffer ? { source: 'active-offer' } : {}}
      onSend={send}
      onCancel={onDone}
    />
  )
}

type ArrivedProps = Pick<Props, 'page' | 'onDone'> & { readonly preface: Preface; readonly sent: Sent }

function Arrived({ page: { words }, preface, sent, onDone }: ArrivedProps) {
  const { entry, backToList } = words.inbox
  return (
    <section class="panel">
      <StepHeading>{entry.sent}</StepHeading>
      {sent.reference && (
        <>
          <h3>{entry.reference}</h3>
          <p class="reference">{sent.reference}</p>
        </>
      )}
      {sent.trackingCode && (
        <>
          <h3>{entry.trackingCode}</h3>
          <p>{entry.codeOnce}</p>
          <CodeWords words={sent.trackingCode} language={preface.language} />
        </>
      )}
      <div class="actions no-print">
        <button class="go-on" type="button" onClick={onDone}>
          {backToList}
        </button>
      </div>
    </section>
  )
}
