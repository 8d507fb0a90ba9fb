import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { FormScreen } from '#components/form/FormScreen.tsx'
import { londonDay, toInstant } from '#domain/time/instant.ts'
import type { Answers } from '#forms/define-form.ts'
import { readAction, readState } from '#forms/form-fields.ts'
import { type JourneyState, type Step, SURVEY_CODE, startOf, takeStep } from '#forms/journey.ts'
import type { NotDone } from '../ask.ts'
import { WentWrong } from '../parts.tsx'
import type { InboxPage, WordedForm } from './inbox-page.ts'

type Props = {
  readonly page: InboxPage
  readonly worded: WordedForm
  /** What is answered already when the form is opened. */
  readonly known?: Answers
  /** Sends it. Says why, when it was not stored. */
  readonly onSend: (state: JourneyState) => Promise<NotDone | undefined>
  readonly onCancel: () => void
}

/** Here a form has no screen of its own for what stays private: it was told before, or it is a staff form. */
const TOLD_BEFORE = { title: '', ideas: [], understood: '', explain: '', either: '' }

/** A form, filled in and sent from the inbox: the same screens, steps and checks as every form. */
export function FillForm({ page, worded: { form, words, helpNow, shared }, known = {}, onSend, onCancel }: Props) {
  const [step, setStep] = useState<Step>(() => firstStep(form, known))
  const [problem, setProblem] = useState<NotDone>()
  const place = useRef<HTMLDivElement>(null)
  const shown = step.problems.length > 0 ? '.error-summary' : 'h1'
  useLayoutEffect(() => place.current?.querySelector<HTMLElement>(shown)?.focus(), [step.state.page, step.problems])

  const send = async (sent: Step) => {
    const notDone = await onSend(sent.state)
    if (!notDone) return
    setProblem(notDone)
    setStep(backTo(form, sent, notDone))
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
    if (next.send) send(next)
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
          shared={shared}
          confidentiality={TOLD_BEFORE}
          helpNow={helpNow}
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

function firstStep(form: WordedForm['form'], known: Answers): Step {
  // One key for one filling-in: a second press, or a retry, gives the same record.
  const state = { ...startOf(form), answers: known, submission: crypto.randomUUID() }
  return { state, problems: [], send: false }
}

function withKey(state: Step['state'], { state: { submission } }: Step): Step['state'] {
  return submission ? { ...state, submission } : state
}

/** Goes back to the screen that the server found at fault, if it named one. */
function backTo(form: WordedForm['form'], { state }: Step, { errors = [] }: NotDone): Step {
  const at = errors[0]?.question
  const asks = form.pages.find(({ questions }) => questions.some(({ id }) => id === at))
  const page = at === 'surveyCode' ? SURVEY_CODE : (asks?.id ?? state.page)
  return { state: { ...state, page }, problems: errors, send: false }
}
