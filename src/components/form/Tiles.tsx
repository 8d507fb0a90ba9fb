import type { JSX } from 'preact'
import { fieldId } from '#components/form/field-id.ts'
import type { QuestionFieldProps } from '#components/form/QuestionField.tsx'
import { SymbolUse } from '#components/form/SymbolUse.tsx'
import { pictureSetOf } from '#components/symbol/picture-set.ts'
import { valuesOf } from '#forms/conditions.ts'
import { fieldName } from '#forms/form-fields.ts'
import { choiceWords } from '#forms/form-words.ts'

type TilesProps = QuestionFieldProps & { readonly several: boolean; readonly chosen?: readonly string[] }

/** Choices as tiles: a picture and words, the whole tile to be tapped. */
export function Tiles({ form, question, words, answer, several, chosen }: TilesProps) {
  const picked = chosen ?? (answer === undefined ? [] : valuesOf(answer))
  return (
    <ul class="tiles">
      {(question.choices ?? []).map((choice, index) => (
        <li key={choice.id}>
          <label class="tile">
            <input
              type={several ? 'checkbox' : 'radio'}
              id={index === 0 ? fieldId(question.id) : undefined}
              name={fieldName(question.id)}
              value={choice.id}
              defaultChecked={picked.includes(choice.id)}
            />
            {choice.symbol && <SymbolUse id={choice.symbol} from={pictureSetOf(form)} />}
            <span class="tile-words">{choiceWords(words, question.id, choice.id)}</span>
          </label>
        </li>
      ))}
    </ul>
  )
}

/** Choices in order of liking: the best as tiles, the next ones as short lists that may stay empty. */
export function RankedField(props: QuestionFieldProps & { readonly ranks: number }) {
  const { question, words, shared, answer, ranks } = props
  const chosen = answer === undefined ? [] : valuesOf(answer)
  return (
    <div class="ranked">
      <Tiles {...props} several={false} chosen={chosen.slice(0, 1)} />
      {Array.from({ length: ranks - 1 }, (_, index) => index + 2).map((rank) => {
        const id = `${fieldId(question.id)}-${rank}`
        return (
          <p key={rank}>
            <label class="question-label" for={id}>
              {shared.ranks[String(rank)]}
            </label>
            <select class="text" id={id} name={`${fieldName(question.id)}.${rank}`}>
              <option value="">{shared.none}</option>
              {(question.choices ?? []).map((choice) => (
                <option key={choice.id} value={choice.id} selected={chosen[rank - 1] === choice.id}>
                  {choiceWords(words, question.id, choice.id)}
                </option>
              ))}
            </select>
          </p>
        )
      })}
    </div>
  )
}

/** A long list of choices, in the browser's own list. */
export function ListField(
  props: QuestionFieldProps & { readonly common: JSX.IntrinsicElements['select']; readonly value: string },
) {
  const { question, words, shared, common, value } = props
  return (
    <select class="text" {...common}>
      <option value="">{shared.none}</option>
      {(question.choices ?? []).map((choice) => (
        <option key={choice.id} value={choice.id} selected={choice.id === value}>
          {choiceWords(words, question.id, choice.id)}
        </option>
      ))}
    </select>
  )
}
