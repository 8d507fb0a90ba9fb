import type { FormScreenProps } from '#components/form/FormScreen.tsx'
import { fieldId } from '#components/form/field-id.ts'
import { SymbolUse } from '#components/form/SymbolUse.tsx'
import { spokenAnswer } from '#components/form/spoken-answer.ts'
import { WhoSeesThis } from '#components/form/WhoSeesThis.tsx'
import { type PictureSet, pictureSetOf } from '#components/symbol/picture-set.ts'
import { isShown } from '#forms/conditions.ts'
import { TRAP_FIELD } from '#forms/form-fields.ts'
import { wordsOf } from '#forms/form-words.ts'

/** Check your answers: everything as it will be sent, each with a way to change it, and who will see it. */
export function CheckScreen({ form, words, shared, state }: FormScreenProps) {
  const { check } = shared
  const hasMore = form.pages.some((page) => page.part === 'more')
  return (
    <>
      <h1 tabIndex={-1}>{check.title}</h1>
      {form.access !== 'staff' && <p class="hint">{check.hint}</p>}
      <dl class="check-list">
        {form.pages.flatMap((page) =>
          page.questions
            .filter((question) => isShown(question, state.answers) && state.answers[question.id] !== undefined)
            .map((question) => (
              <div key={question.id}>
                <dt>{wordsOf(words, question.id).label}</dt>
                <dd>
                  {question.kind === 'drawing' ? (
                    <>
                      <p>{shared.drawing.shown}</p>
                      <drawing-pad class="drawing-pad" data-shows={state.answers[question.id]} />
                    </>
                  ) : (
                    <p>{spokenAnswer(question, state.answers[question.id], words)}</p>
                  )}
                  <WhoSeesThis form={form} question={question} answers={state.answers} shared={shared} />
                  <button type="submit" name="do" value={`change:${page.id}`} class="change" id={fieldId(question.id)}>
                    {shared.change}
                    <span class="visually-hidden">: {wordsOf(words, question.id).label}</span>
                  </button>
                </dd>
              </div>
            )),
        )}
      </dl>
      {form.tracked && <CodeChoice shared={shared} from={pictureSetOf(form)} wanted={state.trackingCode} />}
      {form.access === 'public' && <input name={TRAP_FIELD} autoComplete="off" tabIndex={-1} hidden />}
      <div class="actions">
        <button type="submit" name="do" value="send" class="go-on">
          {words.send}
        </button>
        {hasMore && !state.more && (
          <>
            <p class="hint">{check.moreHint}</p>
            <button type="submit" name="do" value="more" class="skip">
              {check.more}
            </button>
          </>
        )}
        <button type="submit" name="do" value="back" class="back">
          {shared.back}
        </button>
      </div>
    </>
  )
}

type CodeChoiceProps = {
  readonly shared: FormScreenProps['shared']
  readonly from: PictureSet
  readonly wanted: boolean
}

function CodeChoice({ shared, from, wanted }: CodeChoiceProps) {
  const { check } = shared
  const choices = [
    { value: 'yes', label: check.codeYes, symbol: 'tracking-code' },
    { value: 'no', label: check.codeNo, symbol: 'no' },
  ]
  return (
    <fieldset class="question" aria-describedby="hint-code">
      <legend class="question-label">{check.codeTitle}</legend>
      <p class="hint" id="hint-code">
        {check.codeHint}
      </p>
      <ul class="tiles">
        {choices.map(({ value, label, symbol }) => (
          <li key={value}>
            <label class="tile">
              <input type="radio" name="code" value={value} defaultChecked={(value === 'yes') === wanted} />
              <SymbolUse id={symbol} from={from} />
              <span class="tile-words">{label}</span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}
