import { ChildCanAsk } from '#components/form/ChildCanAsk.tsx'
import type { FormScreenProps } from '#components/form/FormScreen.tsx'
import { HelpNow } from '#components/form/HelpNow.tsx'
import { QuestionField } from '#components/form/QuestionField.tsx'
import { pictureSetOf } from '#components/symbol/picture-set.ts'
import { isShown } from '#forms/conditions.ts'
import { screensOf } from '#forms/journey.ts'
import { problemSentence } from '#i18n/problem-sentence.ts'

/** One page of questions. */
export function QuestionsScreen({ form, words, shared, state, problems, helpNow, childAsks }: FormScreenProps) {
  const page = form.pages.find((candidate) => candidate.id === state.page)
  const questions = (page?.questions ?? []).filter((question) => isShown(question, state.answers))
  const canSkip = questions.length > 0 && questions.every((question) => !question.required)
  const [only] = questions
  // With one question, the question is the heading; with more, the page has a heading of its own.
  const isMain = questions.length === 1
  const pageWords = words.pages[state.page]
  return (
    <>
      <StepCount form={form} state={state} shared={shared} />
      {!isMain && <h1 tabIndex={-1}>{pageWords?.title}</h1>}
      {pageWords?.hint && <p class="hint">{pageWords.hint}</p>}
      {page?.tells === 'help-now' && helpNow && <HelpNow {...helpNow} />}
      {pageWords?.tells && (
        <ChildCanAsk
          words={pageWords.tells}
          childAsks={page?.tells === 'child-can-ask' ? childAsks : undefined}
          from={pictureSetOf(form)}
        />
      )}
      {questions.map((question) => {
        const problem = problems.find((candidate) => candidate.question === question.id)
        return (
          <QuestionField
            key={question.id}
            form={form}
            question={question}
            words={words}
            shared={shared}
            answers={state.answers}
            answer={state.answers[question.id]}
            error={problem && problemSentence(problem, words, shared)}
            isMain={isMain && question === only}
          />
        )
      })}
      <div class="actions">
        <button type="submit" name="do" value="go-on" class="go-on">
          {shared.goOn}
        </button>
        {canSkip && (
          <button type="submit" name="do" value="go-on" class="skip">
            {shared.skip}
          </button>
        )}
        {screensOf(form, state)[0] !== state.page && (
          <button type="submit" name="do" value="back" class="back">
            {shared.back}
          </button>
        )}
        {page?.part === 'more' && (
          <button type="submit" name="do" value="check" class="plain">
            {shared.finishNow}
          </button>
        )}
      </div>
    </>
  )
}

function StepCount({ form, state, shared }: Pick<FormScreenProps, 'form' | 'state' | 'shared'>) {
  const screens = screensOf(form, state)
  return (
    <p class="step-count">
      {shared.step} {screens.indexOf(state.page) + 1} {shared.of} {screens.length}
    </p>
  )
}
