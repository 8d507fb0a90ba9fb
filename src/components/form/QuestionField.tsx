import type { ComponentChildren } from 'preact'
import { DateField } from '#components/form/DateField.tsx'
import { DrawingField } from '#components/form/DrawingField.tsx'
import { fieldId } from '#components/form/field-id.ts'
import { SymbolUse } from '#components/form/SymbolUse.tsx'
import { ListField, RankedField, Tiles } from '#components/form/Tiles.tsx'
import { WhoSeesThis } from '#components/form/WhoSeesThis.tsx'
import { pictureSetOf } from '#components/symbol/picture-set.ts'
import { londonLocal } from '#domain/time/instant.ts'
import { valuesOf } from '#forms/conditions.ts'
import type { Answer, Answers, ResolvedForm, ResolvedQuestion } from '#forms/define-form.ts'
import { fieldName } from '#forms/form-fields.ts'
import { type FormWords, wordsOf } from '#forms/form-words.ts'
import type { ScreenWords } from '#i18n/screen-words.ts'

/** What every kind of question needs to draw itself. */
export type QuestionFieldProps = {
  readonly form: ResolvedForm
  readonly question: ResolvedQuestion
  readonly words: FormWords
  readonly shared: ScreenWords
  /** All answers so far: who will see this one may depend on them. */
  readonly answers: Answers
  readonly answer: Answer | undefined
  readonly error: string | undefined
  /** The only question of its page: its label is the page's heading. */
  readonly isMain: boolean
}

/** A question: its label, hint, error, field, and who will see the answer. */
export function QuestionField(props: QuestionFieldProps) {
  return isGroup(props.question) ? <GroupQuestion {...props} /> : <SingleQuestion {...props} />
}

function isGroup(question: ResolvedQuestion): boolean {
  return ['choice', 'faces', 'choices', 'ranked', 'yes-no', 'date', 'drawing'].includes(question.kind)
}

function GroupQuestion(props: QuestionFieldProps) {
  const { form, question, words, shared, error, isMain } = props
  const { label, hint } = wordsOf(words, question.id)
  return (
    <fieldset class={error ? 'question in-error' : 'question'} aria-describedby={describedBy(props)}>
      <legend class={isMain ? 'question-main' : 'question-label'}>
        {isMain ? <h1 tabIndex={-1}>{label}</h1> : label}
      </legend>
      <HintAndError id={question.id} hint={hint} error={error} />
      {question.kind === 'date' ? (
        <DateField {...props} />
      ) : question.kind === 'drawing' ? (
        <DrawingField {...props} />
      ) : question.kind === 'ranked' ? (
        <RankedField {...props} ranks={question.ranks} />
      ) : (
        <Tiles {...props} several={question.kind === 'choices'} />
      )}
      <WhoSeesThis form={form} question={question} answers={props.answers} shared={shared} />
    </fieldset>
  )
}

function SingleQuestion(props: QuestionFieldProps) {
  const { form, question, words, shared, error, isMain } = props
  const { label, hint } = wordsOf(words, question.id)
  const labelled = (
    <label class={isMain ? 'question-main' : 'question-label'} for={fieldId(question.id)}>
      {question.symbol && <SymbolUse id={question.symbol} from={pictureSetOf(form)} />}
      {label}
    </label>
  )
  return (
    <div class={error ? 'question in-error' : 'question'}>
      {isMain ? <h1 tabIndex={-1}>{labelled}</h1> : labelled}
      <HintAndError id={question.id} hint={hint} error={error} />
      <Field {...props} />
      <WhoSeesThis form={form} question={question} answers={props.answers} shared={shared} />
    </div>
  )
}

function Field(props: QuestionFieldProps): ComponentChildren {
  const { question, answer, error } = props
  const value = answer === undefined ? '' : (valuesOf(answer)[0] ?? '')
  const common = {
    id: fieldId(question.id),
    name: fieldName(question.id),
    'aria-describedby': describedBy(props),
    'aria-invalid': error ? ('true' as const) : undefined,
    'aria-required': question.required ? ('true' as const) : undefined,
    autoComplete: question.autocomplete ?? 'off',
  }
  switch (question.kind) {
    case 'area':
    case 'list':
      return <ListField {...props} common={common} value={value} />
    case 'long-text':
      return <textarea class="text" rows={5} {...common} defaultValue={value} spellcheck={false} />
    case 'number':
      return <input class="text short" type="text" inputMode="numeric" {...common} defaultValue={value} />
    case 'phone':
      return <input class="text" type="tel" {...common} defaultValue={value} />
    case 'email':
      return <input class="text" type="email" {...common} defaultValue={value} spellcheck={false} />
    case 'moment':
      return <input class="text" type="datetime-local" {...common} defaultValue={londonLocal(value)} />
    default:
      return <input class="text" type="text" {...common} defaultValue={value} spellcheck={false} />
  }
}

function HintAndError(props: {
  readonly id: string
  readonly hint: string | undefined
  readonly error: string | undefined
}) {
  return (
    <>
      {props.hint && (
        <p class="hint" id={`hint-${props.id}`}>
          {props.hint}
        </p>
      )}
      {props.error && (
        <p class="error-message" id={`error-${props.id}`}>
          {props.error}
        </p>
      )}
    </>
  )
}

function describedBy({ question, words, error }: QuestionFieldProps): string | undefined {
  const ids = [wordsOf(words, question.id).hint && `hint-${question.id}`, error && `error-${question.id}`].filter(
    Boolean,
  )
  return ids.length > 0 ? ids.join(' ') : undefined
}
