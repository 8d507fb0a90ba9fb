import { CheckScreen } from '#components/form/CheckScreen.tsx'
import { ConfidentialityScreen } from '#components/form/ConfidentialityScreen.tsx'
import { ErrorSummary } from '#components/form/ErrorSummary.tsx'
import { QuestionsScreen } from '#components/form/QuestionsScreen.tsx'
import { SurveyCodeScreen } from '#components/form/SurveyCodeScreen.tsx'
import { pictureSetOf } from '#components/symbol/picture-set.ts'
import { isShown } from '#forms/conditions.ts'
import type { ResolvedForm } from '#forms/define-form.ts'
import { stateFields } from '#forms/form-fields.ts'
import type { FormWords } from '#forms/form-words.ts'
import { CHECK, CONFIDENTIALITY, type JourneyState, SURVEY_CODE } from '#forms/journey.ts'
import type { Problem } from '#forms/parse-answers.ts'
import type { ConfidentialitySummary } from '#i18n/confidentiality-summary.ts'
import type { ChildAsks, HelpNowWords } from '#i18n/form-screen-words.ts'
import type { ScreenWords } from '#i18n/screen-words.ts'

/** Everything one screen of a form is made of; the server and the browser give the same. */
export type FormScreenProps = {
  readonly form: ResolvedForm
  readonly words: FormWords
  readonly shared: ScreenWords
  readonly confidentiality: ConfidentialitySummary
  /** Only for a form that has a page which tells whom to ring. */
  readonly helpNow?: HelpNowWords | undefined
  readonly childAsks?: ChildAsks | undefined
  readonly state: JourneyState
  readonly problems: readonly Problem[]
  /** Where the form is posted to. */
  readonly action: string
}

/** The id of the one form on a screen, so that buttons outside it can belong to it. */
export const FORM_ID = 'journey'

/** Draws one screen: the confidentiality summary, a page of questions, or the check page. */
export function FormScreen(props: FormScreenProps) {
  const { form, state, problems, shared, words, action } = props
  const asked = new Set(askedOn(form, state))
  return (
    <form
      key={`${state.page} ${problems.length}`}
      class="journey"
      id={FORM_ID}
      method="post"
      action={action}
      noValidate
      autoComplete="on"
    >
      {/* The first submit button is the one that Enter presses: it must be "go on", wherever the others are drawn. */}
      <button
        type="submit"
        name="do"
        value={state.page === CHECK ? 'send' : 'go-on'}
        class="visually-hidden"
        tabIndex={-1}
        aria-hidden="true"
      />
      {stateFields(state, asked).map(([name, value]) => (
        <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
      ))}
      {problems.length > 0 && <ErrorSummary problems={problems} words={words} shared={shared} />}
      {state.page === CONFIDENTIALITY ? (
        <ConfidentialityScreen words={props.confidentiality} formWords={words} from={pictureSetOf(form)} />
      ) : state.page === SURVEY_CODE ? (
        <SurveyCodeScreen {...props} />
      ) : state.page === CHECK ? (
        <CheckScreen {...props} />
      ) : (
        <QuestionsScreen {...props} />
      )}
    </form>
  )
}

/** The ids of the questions that the screen of this state asks. */
function askedOn(form: ResolvedForm, state: JourneyState): readonly string[] {
  const page = form.pages.find((candidate) => candidate.id === state.page)
  return (page?.questions ?? []).filter((question) => isShown(question, state.answers)).map(({ id }) => id)
}

/** The title of a screen, for the document and the page: says the step plainly, never the situation. */
export function screenTitle({
  words,
  shared,
  confidentiality,
  state,
  problems,
}: Omit<FormScreenProps, 'form' | 'action'>) {
  const title =
    state.page === CONFIDENTIALITY
      ? confidentiality.title
      : state.page === CHECK
        ? shared.check.title
        : (words.pages[state.page]?.title ?? words.title)
  return problems.length > 0 ? `${shared.errorInTitle}${title}` : title
}
