import { fieldId } from '#components/form/field-id.ts'
import type { FormWords } from '#forms/form-words.ts'
import type { Problem } from '#forms/parse-answers.ts'
import { problemSentence } from '#i18n/problem-sentence.ts'
import type { ScreenWords } from '#i18n/screen-words.ts'

type Props = { readonly problems: readonly Problem[]; readonly words: FormWords; readonly shared: ScreenWords }

/** Everything that has to be put right, each a link to its question. */
export function ErrorSummary({ problems, words, shared }: Props) {
  return (
    <div class="error-summary" role="alert" tabIndex={-1}>
      <h2>{shared.errorTitle}</h2>
      <ul>
        {problems.map((problem) => (
          <li key={problem.question}>
            <a href={`#${fieldId(problem.question)}`}>{problemSentence(problem, words, shared)}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}
