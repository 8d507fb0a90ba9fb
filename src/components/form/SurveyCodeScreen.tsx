import { fieldId } from '#components/form/field-id.ts'
import type { FormWords } from '#forms/form-words.ts'
import type { JourneyState } from '#forms/journey.ts'
import type { Problem } from '#forms/parse-answers.ts'
import type { ScreenWords } from '#i18n/screen-words.ts'

type Props = {
  readonly words: FormWords
  readonly shared: ScreenWords
  readonly state: JourneyState
  readonly problems: readonly Problem[]
}

/** The single-use code that opens a closure survey. @source H12 */
export function SurveyCodeScreen({ words, shared, state, problems }: Props) {
  const [problem] = problems
  const { surveyCode } = shared
  return (
    <>
      <p class="step-count">{words.title}</p>
      <div class={problem ? 'question in-error' : 'question'}>
        <h1 tabIndex={-1}>
          <label class="question-main" for={fieldId('surveyCode')}>
            {surveyCode.label}
          </label>
        </h1>
        {words.intro && <p class="hint">{words.intro}</p>}
        <p class="hint" id="hint-surveyCode">
          {surveyCode.hint}
        </p>
        {problem && <p class="error-message">{shared.problems[problem.rule]}</p>}
        <input
          class="text"
          type="text"
          id={fieldId('surveyCode')}
          name="surveyCode"
          defaultValue={state.surveyCode ?? ''}
          aria-describedby="hint-surveyCode"
          aria-invalid={problem ? 'true' : undefined}
          autoComplete="off"
          autocapitalize="none"
          spellcheck={false}
        />
      </div>
      <div class="actions">
        <button type="submit" name="do" value="go-on" class="go-on">
          {shared.goOn}
        </button>
      </div>
    </>
  )
}
