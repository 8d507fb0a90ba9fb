import type { Audience } from '#domain/audience.ts'
import { holds } from '#forms/conditions.ts'
import type { Answer, Answers, ResolvedForm, ResolvedQuestion } from '#forms/define-form.ts'
import { questionsOf } from '#forms/define-form.ts'

/** Who may open the sealed answers of a form, given the answers so far. */
export function audienceFor(form: ResolvedForm, answers: Answers): Audience {
  return form.audienceWhen?.find(({ when }) => holds(when, answers))?.audience ?? form.audience
}

/** Who may open one sealed answer: the question's own audience, or the form's. */
export function audienceOfQuestion(form: ResolvedForm, question: ResolvedQuestion, answers: Answers): Audience {
  return question.audience ?? audienceFor(form, answers)
}

/** The sealed answers by who may open them: one envelope each. */
export function sealedByAudience(form: ResolvedForm, answers: Answers): ReadonlyMap<Audience, Answers> {
  const byAudience = new Map<Audience, Record<string, Answer>>()
  for (const question of questionsOf(form)) {
    const answer = answers[question.id]
    if (answer === undefined || !question.keep.includes('sealed')) continue
    const audience = audienceOfQuestion(form, question, answers)
    byAudience.set(audience, { ...byAudience.get(audience), [question.id]: answer })
  }
  return byAudience
}
