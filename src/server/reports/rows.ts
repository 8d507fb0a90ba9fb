import type { Rows } from '#domain/participation/measure.ts'
import type { Service } from '#domain/service/service.ts'
import { allForms } from '#forms/all-forms.ts'
import { choiceIdsOf, resolveForm } from '#forms/resolve-form.ts'

/** Tells whether the rows are named one by one. */
export function isNamed(rows: Rows): rows is readonly string[] {
  return Array.isArray(rows)
}

/**
 * The choices of a question, in the order they are asked: the rows of a table that counts them.
 *
 * @throws when there is no such form or question: a measure that names it is at fault.
 */
export function choicesOf(
  { form, question, only }: { readonly form: string; readonly question: string; readonly only?: readonly string[] },
  service: Service,
): readonly string[] {
  const found = allForms.find(({ id }) => id === form)
  const choices = found ? choiceIdsOf(resolveForm(found, service), question) : []
  if (choices.length === 0) throw new Error(`${form} has no choices for ${question}`)
  return only ? choices.filter((choice) => only.includes(choice)) : choices
}
