import { useEffect, useRef, useState } from 'preact/hooks'
import { FormScreen } from '#components/form/FormScreen.tsx'
import { londonDay, toInstant } from '#domain/time/instant.ts'
import { readAction, readState } from '#forms/form-fields.ts'
import { type Step, startOf, takeStep } from '#forms/journey.ts'
import type { Problem } from '#forms/parse-answers.ts'
import { ask, type NotDone } from '../ask.ts'
import { WentWrong } from '../parts.tsx'
import type { InboxPage, WordedForm } from './inbox-page.ts'

type Props = {
  readonly page: InboxPage
  readonly worded: WordedForm
  /** The referral that the act is about. */
  readonly about: string
  readonly onDone: () => void
  readonly onCancel: () => void
}

/** A staff form, filled in and sent from the inbox: the same screens, steps and checks as every form. */
export function StaffForm({ page, worded: { form, words }, about, onDone, onCancel }: Props) {
  const [step, setStep] = useState<Step>(() => firstStep(form))
  const [problem, setProblem] = useState<NotDone & { readonly errors?: readonly Problem[] }>()
  const place = useRef<HTMLDivElement>(null)
  const shown = step.problems.length > 0 ? '.error-summary' : 'h1'
  useEffect(() => place.current?.querySelector<HTMLElement>(shown)?.focus(), [step.state.page, step.problems])

  const send = async (state: Step['state']) => {
    const { submission: idempotencyKey, answers } = state
    const { language } = page
    const sent = await ask('staff/records', language, { form: form.id, about, language, answers, idempotencyKey })
    if (sent.ok) onDone()
    else setProblem(sent)
  }
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (!(event.target instanceof HTMLFormElement)) return
    const fields = new FormData(event.target, event.submitter)
    const now = toInstant(new Date())
    const action = readAction(fields, { version: '', language: page.language, format: 'text' })
    const next = takeStep(form, withKey(readState(form, fields), step), action, { today: londonDay(now), now })
    setProblem(undefined)
    setStep(next)
    if (next.send) send(next.state)
  }
  // A question that hangs on another is shown as soon as that one is answered.
  const change = (event: Event) => {
    const field = event.target
    const filled = field instanceof HTMLInputElement && field.type === 'radio' ? field.form : null
    if (filled) setStep({ state: withKey(readState(form, new FormData(filled)), step), problems: [], send: false })
  }

  return (
    <section class="panel">
      <WentWrong problem={problem} words={page.words} />
      <div ref={place} onSubmit={submit} onChange={change}>
        <FormScreen
          form={form}
          words={words}
          shared={page.shared}
          confidentiality={page.confidentiality}
          helplines={[]}
          state={step.state}
          problems={step.problems}
          action=""
        />
      </div>
      <div class="actions">
        <button class="plain" type="button" onClick={onCancel}>
          {page.words.cancel}
        </button>
      </div>
    </section>
  )
}

function firstStep(form: WordedForm['form']): Step {
  // One key for one filling-in: a second press, or a retry, gives the same record.
  return { state: { ...startOf(form), submission: crypto.randomUUID() }, problems: [], send: false }
}

function withKey(state: Step['state'], { state: { submission } }: Step): Step['state'] {
  return submission ? { ...state, submission } : state
}
