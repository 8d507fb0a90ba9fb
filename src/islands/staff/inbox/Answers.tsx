import { spokenAnswer } from '#components/form/spoken-answer.ts'
import { valuesOf } from '#forms/conditions.ts'
import type { Answers } from '#forms/define-form.ts'
import { questionsOf } from '#forms/define-form.ts'
import { choiceWords, findWords, wordsOf } from '#forms/form-words.ts'
import { Drawing } from '../Drawing.tsx'
import type { WordedForm } from './inbox-page.ts'

type Props = {
  readonly of: Pick<WordedForm, 'form' | 'words'>
  readonly answers: Answers
  /** Only these questions, in this order; every question of the form when it is left out. */
  readonly only?: readonly string[]
  readonly except?: readonly string[]
}

/** Answers in order, under the questions' labels in the reader's language; last, those to questions asked no more. */
export function AnswerList({ of: { form, words }, answers, only, except = [] }: Props) {
  const questions = questionsOf(form)
  const chosen = only ? only.flatMap((id) => questions.find((question) => question.id === id) ?? []) : questions
  const answered = chosen.filter(({ id }) => answers[id] !== undefined && !except.includes(id))
  const earlier = only ? [] : answeredEarlier(words, answers, new Set(questions.map(({ id }) => id)))
  if (answered.length + earlier.length === 0) return null
  return (
    <dl class="answers">
      {answered.map((question) => (
        <div key={question.id}>
          <dt>{wordsOf(words, question.id).label}</dt>
          <dd>
            {question.kind === 'drawing' ? (
              <Drawing answer={String(answers[question.id])} label={wordsOf(words, question.id).label} />
            ) : (
              spokenAnswer(question, answers[question.id], words)
            )}
          </dd>
        </div>
      ))}
      {earlier.map(({ id, label, says }) => (
        <div key={id}>
          <dt>{label}</dt>
          <dd>{says}</dd>
        </div>
      ))}
    </dl>
  )
}

/** What was answered to an earlier version's questions, under the words they had then. */
function answeredEarlier(words: WordedForm['words'], answers: Answers, asked: ReadonlySet<string>) {
  return Object.entries(answers).flatMap(([id, answer]) => {
    const found = asked.has(id) ? undefined : findWords(words, id)
    const says = valuesOf(answer).map((value) => choiceWords(words, id, value))
    return found ? [{ id, label: found.label, says: says.join('\n') }] : []
  })
}
