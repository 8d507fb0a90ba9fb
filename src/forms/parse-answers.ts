import { answerSchema, type CheckContext, type Rule } from '#forms/answer-schema.ts'
import { holds, isShown } from '#forms/conditions.ts'
import type { Answer, Answers, ResolvedForm, ResolvedQuestion } from '#forms/define-form.ts'
import { questionsOf } from '#forms/define-form.ts'

/** One thing to put right: the question and the rule its answer broke. Never the answer. */
export type Problem = { readonly question: string; readonly rule: Rule }

/** Either the answers, checked and cleaned, or everything that has to be put right. */
export type Parsed =
  | { readonly ok: true; readonly answers: Answers }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** Choices made at sending that a refusal may look at, beside the answers. */
export type SendingChoices = { readonly trackingCode: boolean }

/**
 * Checks all answers to a form: unknown questions, hidden answers, each answer, what is required,
 * and combinations that are refused. The same code in browser and server.
 *
 * @param body - `answers` as it came: any JSON value, or what a posted form was read into.
 */
export function parseAnswers(
  form: ResolvedForm,
  body: unknown,
  context: CheckContext,
  choices?: SendingChoices,
): Parsed {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    return { ok: false, problems: [{ question: '', rule: 'wrongType' }] }
  const given = new Map(Object.entries(body))
  const questions = questionsOf(form)
  const known = new Set(questions.map((question) => question.id))
  const problems: Problem[] = [...given.keys()]
    .filter((id) => !known.has(id))
    .map((id) => ({ question: id.slice(0, 60), rule: 'unknownQuestion' }))
  const answers = checkEach(questions, given, context, problems)
  if (problems.length === 0) problems.push(...refusedCombinations(form, answers, choices))
  return problems.length === 0 ? { ok: true, answers } : { ok: false, problems }
}

/**
 * Checks only some questions, as a page is left. Hidden questions are passed over.
 *
 * @returns the problems of these questions, in their order.
 */
export function problemsOnPage(
  form: ResolvedForm,
  pageId: string,
  answers: Answers,
  context: CheckContext,
): readonly Problem[] {
  const page = form.pages.find((candidate) => candidate.id === pageId)
  const problems = (page?.questions ?? [])
    .filter((question) => isShown(question, answers))
    .flatMap((question) => problemOf(question, answers[question.id], context) ?? [])
  return problems.length > 0 ? problems : refusedOnPage(form, pageId, answers)
}

/** The refused combinations that a page can put right. Those that hang on the choices made at sending come at sending. */
export function refusedOnPage(form: ResolvedForm, pageId: string, answers: Answers): readonly Problem[] {
  const asked = form.pages.find((candidate) => candidate.id === pageId)?.questions ?? []
  return refusedCombinations(form, answers).filter(({ question }) => asked.some(({ id }) => id === question))
}

function checkEach(
  questions: readonly ResolvedQuestion[],
  given: ReadonlyMap<string, unknown>,
  context: CheckContext,
  problems: Problem[],
): Answers {
  const answers: Record<string, Answer> = {}
  for (const question of questions) {
    const value = given.get(question.id)
    if (!isShown(question, answers)) {
      if (value !== undefined) problems.push({ question: question.id, rule: 'hidden' })
      continue
    }
    const problem = problemOf(question, value, context)
    if (problem) problems.push(problem)
    else if (value !== undefined) answers[question.id] = cleaned(question, value, context)
  }
  return answers
}

function problemOf(question: ResolvedQuestion, value: unknown, context: CheckContext): Problem | undefined {
  if (value === undefined) return question.required ? { question: question.id, rule: 'missing' } : undefined
  const checked = answerSchema(question, context).safeParse(value)
  if (checked.success) return undefined
  return { question: question.id, rule: checked.error.issues[0]?.message ?? 'wrongType' }
}

function cleaned(question: ResolvedQuestion, value: unknown, context: CheckContext): Answer {
  return answerSchema(question, context).parse(value) as Answer
}

/** The combinations of answers that a form refuses, judged with the choices made at sending. */
export function refusedCombinations(
  form: ResolvedForm,
  answers: Answers,
  choices?: SendingChoices,
): readonly Problem[] {
  const all: Answers = { ...answers, ...(choices && { trackingCode: choices.trackingCode ? 'yes' : 'no' }) }
  return (form.refusals ?? [])
    .filter((refusal) => holds(refusal.when, all))
    .map(({ question, rule }) => ({ question, rule }))
}
