import { fieldId } from '#components/form/field-id.ts'
import type { QuestionFieldProps } from '#components/form/QuestionField.tsx'
import { dateParts, fieldName } from '#forms/form-fields.ts'

/** A date as three small fields: typed without a calendar to fight with. */
export function DateField({ question, shared, answer, error }: QuestionFieldProps) {
  const parts = dateParts(answer)
  const fields = [
    { part: 'day', label: shared.day, value: parts.day },
    { part: 'month', label: shared.month, value: parts.month },
    { part: 'year', label: shared.year, value: parts.year },
  ]
  return (
    <div class="date-parts">
      {fields.map(({ part, label, value }, index) => (
        <p key={part}>
          <label for={index === 0 ? fieldId(question.id) : `${fieldId(question.id)}-${part}`}>{label}</label>
          <input
            class="text"
            type="text"
            inputMode="numeric"
            autoComplete="off"
            id={index === 0 ? fieldId(question.id) : `${fieldId(question.id)}-${part}`}
            name={`${fieldName(question.id)}.${part}`}
            aria-invalid={error ? 'true' : undefined}
            defaultValue={value}
          />
        </p>
      ))}
    </div>
  )
}
