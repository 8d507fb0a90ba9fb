import type { ResolvedQuestion } from '#forms/define-form.ts'
import { expect } from './llafar.ts'
import { expectScreen, press, type Walk, wordsFor } from './walk.ts'

type Broken = { readonly question: string; readonly rule: string }

/** The sentence that a broken rule of a question says: the question's own, from its locale. */
export function sentenceFor(walk: Walk, { question, rule }: Broken): string {
  const { words, shared } = wordsFor(walk)
  const sentence = words.questions[question]?.errors?.[rule] ?? shared.problems[rule]
  if (!sentence) throw new Error(`no ${walk.language} sentence for ${question}.${rule}`)
  return sentence
}

/** Presses a button that must not go on, and expects the answer to say so in its status too. */
export async function pressRefused(walk: Walk, doing: string): Promise<void> {
  if (walk.scripted) return press(walk, doing)
  const [answer] = await Promise.all([
    walk.page.waitForResponse((response) => response.request().method() === 'POST'),
    press(walk, doing),
  ])
  expect(answer.status(), 'the status says that something has to be put right').toBe(422)
}

/**
 * Expects a screen in error: a summary that is seen, has focus and names each problem; a title that says so;
 * each problem a link that takes to its field; the same sentence beside the field.
 */
export async function expectProblems(walk: Walk, screen: string, broken: readonly Broken[]): Promise<void> {
  const { page, scripted } = walk
  const { shared } = wordsFor(walk)
  const summary = page.locator('main .error-summary')
  await expect(summary.locator('a')).toHaveText(broken.map((each) => sentenceFor(walk, each)))
  await expect(summary).toBeVisible()
  await expect(summary.locator('h2')).toHaveText(shared.errorTitle)
  if (scripted) await expect(summary, 'the summary has focus').toBeFocused()
  await expectScreen(walk, screen, { problem: true })
  for (const each of broken) {
    await summary.locator(`a[href="#q-${each.question}"]`).click()
    await expect(page.locator(`[id="q-${each.question}"]`), 'the link takes to the field').toBeFocused()
    await expect(page.locator('main input[name=page]'), 'still the same screen').toHaveValue(screen)
  }
}

/** Expects a question's own message to stand beside its field, and the field to say that it is wrong. */
export async function expectBesideField(walk: Walk, question: ResolvedQuestion, rule: string): Promise<void> {
  const { page } = walk
  const message = page.locator(`[id="error-${question.id}"]`)
  await expect(message).toHaveText(sentenceFor(walk, { question: question.id, rule }))
  const described = page.locator(`main [aria-describedby~="error-${question.id}"]`)
  await expect(described, 'the message is told with the field').toHaveCount(1)
}
