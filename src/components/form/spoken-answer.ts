import { valuesOf } from '#forms/conditions.ts'
import type { Answer, ResolvedQuestion } from '#forms/define-form.ts'
import { dateParts } from '#forms/form-fields.ts'
import { choiceWords, type FormWords } from '#forms/form-words.ts'

/** An answer as the person would say it: choices in words, several on lines of their own. */
export function spokenAnswer(question: ResolvedQuestion, answer: Answer | undefined, words: FormWords): string {
  if (answer === undefined) return ''
  if (question.kind === 'date') {
    const { day, month, year } = dateParts(answer)
    return `${day}/${month}/${year}`
  }
  const values = valuesOf(answer)
  if (!question.choices) return values.join('\n')
  // Never joined into one sentence by code: Welsh would need its conjunction chosen and mutated.
  return values.map((value) => choiceWords(words, question.id, value)).join('\n')
}
