import type { Answers, ResolvedQuestion } from '#forms/define-form.ts'
import { refusedCombinations } from '#forms/parse-answers.ts'
import { expectBesideField, expectProblems, pressRefused, sentenceFor } from './expect-problem.ts'
import { expect } from './llafar.ts'
import { askedOn } from './valid-answers.ts'
import { answer, answerScreen, expectAnswered, type Walk, wordsFor } from './walk.ts'
import { wrongAnswers } from './wrong-answers.ts'

/** Raises every error that a screen can raise, one after the other, and leaves it answered rightly. */
export async function everyErrorOf(walk: Walk, screen: string, answers: Answers): Promise<void> {
  const questions = askedOn(walk.form, screen, answers)
  const needed = questions.filter(({ required }) => required)
  if (needed.length > 0) {
    await pressRefused(walk, 'go-on')
    await expectProblems(
      walk,
      screen,
      needed.map(({ id }) => ({ question: id, rule: 'missing' })),
    )
    for (const question of needed) await expectBesideField(walk, question, 'missing')
  }
  await answerScreen(walk, screen, answers)
  for (const question of questions) {
    for (const { rule, answer: wrong } of wrongAnswers(question)) {
      await answer(walk, question, wrong)
      await pressRefused(walk, 'go-on')
      await expectProblems(walk, screen, [{ question: question.id, rule }])
      await expectBesideField(walk, question, rule)
      await expectAnswered(walk, question, wrong)
      for (const { id, ...kept } of questions)
        if (id !== question.id) await expectAnswered(walk, { id, ...kept } as (typeof questions)[number], answers[id])
    }
    const right = answers[question.id]
    if (right !== undefined) await answer(walk, question, right)
    for (const refused of refusedBeside(walk, question, answers)) await expectRefused(walk, screen, question, refused)
  }
  const own = Object.entries(wordsFor(walk).words.questions).filter(([id]) =>
    questions.some((question) => question.id === id),
  )
  for (const [question, { errors = {} }] of own)
    for (const rule of Object.keys(errors)) expect(sentenceFor(walk, { question, rule })).not.toBe('')
}

/** A choice that is fine alone and refused beside what was answered before. */
type Refused = { readonly choice: string; readonly rule: string }

/** The first of the choices that these answers refuse, for each rule. */
function refusedBeside({ form }: Walk, { id, kind, choices = [] }: ResolvedQuestion, answers: Answers): Refused[] {
  if (kind !== 'choices') return []
  const all = choices.flatMap(({ id: choice }) =>
    refusedCombinations(form, { ...answers, [id]: [choice] })
      .filter(({ question }) => question === id)
      .map(({ rule }) => ({ choice, rule })),
  )
  return all.filter(({ rule }, index) => all.findIndex((other) => other.rule === rule) === index)
}

async function expectRefused(walk: Walk, screen: string, question: ResolvedQuestion, { choice, rule }: Refused) {
  const box = walk.page.locator(`main input[name="a.${question.id}"][value="${choice}"]`)
  await box.check()
  await pressRefused(walk, 'go-on')
  await expectProblems(walk, screen, [{ question: question.id, rule }])
  await expectBesideField(walk, question, rule)
  await expect(box, 'kept').toBeChecked()
  await box.uncheck()
}
