import type { DrawnWord } from '#components/symbol/drawn-words.ts'
import type { Language } from '#domain/language/language.ts'
import { Sheet, StepHeading } from '../parts.tsx'
import { CodeWords } from './CodeWords.tsx'
import type { InboxPage } from './inbox-page.ts'

type Props = {
  readonly page: InboxPage
  readonly code: readonly DrawnWord[]
  /** The young person's. */
  readonly language: Language
  readonly onDone: () => void
}

/** The words that open a young person's survey, to be handed over to them. */
export function SurveyCode({ page: { words }, code, language, onDone }: Props) {
  const { surveyCode } = words.inbox
  return (
    <section class="panel">
      <StepHeading>{surveyCode.title}</StepHeading>
      <p class="no-print">{surveyCode.say}</p>
      <Sheet words={words}>
        <CodeWords words={code} language={language} />
      </Sheet>
      <div class="actions no-print">
        <button class="go-on" type="button" onClick={onDone}>
          {surveyCode.done}
        </button>
      </div>
    </section>
  )
}
