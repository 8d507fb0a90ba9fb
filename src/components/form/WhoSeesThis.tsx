import type { Answers, ResolvedForm, ResolvedQuestion } from '#forms/define-form.ts'
import { whoSees } from '#forms/who-sees.ts'
import type { ScreenWords } from '#i18n/screen-words.ts'

type Props = {
  readonly form: ResolvedForm
  readonly question: ResolvedQuestion
  readonly answers: Answers
  readonly shared: ScreenWords
}

/** "Who will see this?", computed from what the answer is kept for. Staff forms do not need it. */
export function WhoSeesThis({ form, question, answers, shared }: Props) {
  if (form.access === 'staff') return null
  return (
    <details class="who-sees">
      <summary>{shared.whoSeesThis}</summary>
      <p>{shared.whoSees[whoSees(form, question, answers)]}</p>
    </details>
  )
}
