import type { Audience } from '#domain/audience.ts'
import { holds } from '#forms/conditions.ts'
import type { Answers, ResolvedForm } from '#forms/define-form.ts'

/** Who may open the sealed answers of a form, given the answers so far. */
export function audienceFor(form: ResolvedForm, answers: Answers): Audience {
  return form.audienceWhen?.find(({ when }) => holds(when, answers))?.audience ?? form.audience
}
