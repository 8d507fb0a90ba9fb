import { spokenAnswer } from '#components/form/spoken-answer.ts'
import type { Answers } from '#forms/define-form.ts'
import { questionsOf } from '#forms/define-form.ts'
import { wordsOf } from '#forms/form-words.ts'
import type { WordedForm } from './inbox-page.ts'

type Props = {
  readonly of: WordedForm
  readonly answers: Answers
  /** Only these questions, in this order; every question of the form when it is left out. */
  readonly only?: readonly string[]
  readonly except?: readonly string[]
}

/** Answers in order, under the questions' labels in the reader's language. */
export function AnswerList({ of: { form, words }, answers, only, except = [] }: Props) {
  const questions = questionsOf(form)
  const chosen = only ? only.flatMap((id) => questions.find((question) => question.id === id) ?? []) : questions
  const answered = chosen.filter(({ id }) => answers[id] !== undefined && !except.includes(id))
  if (answered.length === 0) return null
  return (
    <dl class="answers">
      {answered.map((question) => (
        <div key={question.id}>
          <dt>{wordsOf(words, question.id).label}</dt>
          <dd>{spokenAnswer(question, answers[question.id], words)}</dd>
        </div>
      ))}
    </dl>
  )
}
