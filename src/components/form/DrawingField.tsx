import type { HTMLAttributes } from 'preact'
import { fieldId } from '#components/form/field-id.ts'
import type { QuestionFieldProps } from '#components/form/QuestionField.tsx'
import { fieldName } from '#forms/form-fields.ts'

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      /** Drawn on, or shown, by src/islands/drawing-pad.ts. */
      'drawing-pad': HTMLAttributes<HTMLElement>
    }
  }
}

/** A place to draw. Without its script it says what can be done instead, and carries what was drawn before. */
export function DrawingField({ question, shared, answer }: QuestionFieldProps) {
  return (
    <drawing-pad
      class="drawing-pad"
      id={fieldId(question.id)}
      tabIndex={-1}
      data-words={JSON.stringify(shared.drawing)}
      data-most={'maxCharacters' in question ? question.maxCharacters : undefined}
    >
      <p class="hint">{shared.drawing.instead}</p>
      <input type="hidden" name={fieldName(question.id)} defaultValue={typeof answer === 'string' ? answer : ''} />
    </drawing-pad>
  )
}
