import { londonLocal } from '#domain/time/instant.ts'
import { valuesOf } from '#forms/conditions.ts'
import type { Answer, ResolvedQuestion } from '#forms/define-form.ts'
import { dateParts } from '#forms/form-fields.ts'
import { choiceWords, type FormWords } from '#forms/form-words.ts'

/** An answer as the person would say it: choices in words, several on lines of their own. */
export function spokenAnswer(question: ResolvedQuestion, answer: Answer | undefined, words: FormWords): string {
  if (answer === undefined) return ''
  if (question.kind === 'date') return spokenDay(answer)
  if (question.kind === 'moment') return spokenMoment(String(answer))
  const values = valuesOf(answer)
  if (!question.choices) return values.join('\n')
  // Never joined into one sentence by code: Welsh would need its conjunction chosen and mutated.
  return values.map((value) => choiceWords(words, question.id, value)).join('\n')
}

function spokenDay(answer: Answer | undefined): string {
  const { day, month, year } = dateParts(answer)
  return `${day}/${month}/${year}`
}

/** A moment on a London clock, as a date is said and then the time; what is no moment stays as it was typed. */
function spokenMoment(typed: string): string {
  const shown = londonLocal(typed)
  const [day, time] = shown.split('T')
  return shown === typed ? typed : `${spokenDay(day)} ${time}`
}
