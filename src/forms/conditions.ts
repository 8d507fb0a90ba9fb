import type { Answer, Answers, Condition, ResolvedForm, ResolvedQuestion } from '#forms/define-form.ts'
import { questionsOf } from '#forms/define-form.ts'

/** Judges a condition. A question that was not answered matches nothing. */
export function holds(condition: Condition, answers: Answers): boolean {
  if ('all' in condition) return condition.all.every((part) => holds(part, answers))
  if ('any' in condition) return condition.any.some((part) => holds(part, answers))
  if ('not' in condition) return !holds(condition.not, answers)
  const given = answers[condition.question]
  const wanted = typeof condition.is === 'string' ? [condition.is] : condition.is
  return given !== undefined && valuesOf(given).some((value) => wanted.includes(value))
}

/** Tells whether a question is asked, given the answers so far. */
export function isShown(question: ResolvedQuestion, answers: Answers): boolean {
  return question.shownWhen === undefined || holds(question.shownWhen, answers)
}

/** The answers to questions that are asked; an answer to a hidden question never counts. */
export function withoutHidden(form: ResolvedForm, answers: Answers): Answers {
  const kept: Record<string, Answer> = {}
  // In order, so that a question hidden by a hidden question's answer goes too.
  for (const question of questionsOf(form)) {
    const answer = answers[question.id]
    if (answer !== undefined && isShown(question, kept)) kept[question.id] = answer
  }
  return kept
}

/** The values of an answer, one for a single answer. */
export function valuesOf(answer: Answer): readonly string[] {
  return typeof answer === 'string' || typeof answer === 'number' ? [String(answer)] : answer
}
