import { type AgeBand, ageBand } from '#domain/age-band.ts'
import { valuesOf } from '#forms/conditions.ts'
import type { Answer, Answers, Keep, ResolvedForm, ResolvedQuestion } from '#forms/define-form.ts'
import { questionsOf } from '#forms/define-form.ts'

/** One choice kept in clear. A question with several choices gives one each. */
export type CountedAnswer = { readonly question: string; readonly value: string }

/** What a record keeps, split once, at the door. */
export type SplitAnswers = {
  readonly counted: readonly CountedAnswer[]
  readonly sealed: Answers
  readonly apart: readonly CountedAnswer[]
  readonly published: readonly CountedAnswer[]
}

/** Splits checked answers by what each is for. @source DESIGN 1.3 */
export function splitAnswers(form: ResolvedForm, answers: Answers): SplitAnswers {
  const answered = questionsOf(form).flatMap((question) => {
    const answer = answers[question.id]
    return answer === undefined ? [] : [{ question, answer }]
  })
  const kept = (keep: Keep) => answered.filter(({ question }) => question.keep.includes(keep))
  return {
    counted: kept('counted').flatMap(({ question, answer }) => inClear(question, answer)),
    sealed: Object.fromEntries(kept('sealed').map(({ question, answer }) => [question.id, answer])),
    apart: kept('apart').flatMap(({ question, answer }) => inClear(question, answer)),
    published: kept('published').flatMap(({ question, answer }) => inClear(question, answer)),
  }
}

function inClear(question: ResolvedQuestion, answer: Answer): readonly CountedAnswer[] {
  if (question.countAs === 'age-band') return [{ question: question.id, value: bandOf(answer) }]
  // A ranked answer is counted by its first choice: the others are only there if that fails.
  const values = question.kind === 'ranked' ? valuesOf(answer).slice(0, 1) : valuesOf(answer)
  return values.map((value) => ({ question: question.id, value }))
}

function bandOf(answer: Answer): AgeBand {
  if (typeof answer !== 'number') throw new TypeError('an age band is made of an age')
  return ageBand(answer)
}
