import type { FormWords } from '#forms/form-words.ts'
import type { Problem } from '#forms/parse-answers.ts'
import type { ScreenWords } from '#i18n/screen-words.ts'

/**
 * The sentence for a problem, in the reader's language: the question's own, or the shared one for a
 * problem that no page of ours can cause.
 */
export function problemSentence(problem: Problem, words: FormWords, shared: Pick<ScreenWords, 'problems'>): string {
  const own = words.questions[problem.question]?.errors?.[problem.rule]
  const sentence = own ?? shared.problems[problem.rule] ?? shared.problems.wrongType
  if (sentence === undefined) throw new Error(`no sentence for ${problem.rule}`)
  return sentence
}
