import type { Answers } from '#forms/define-form.ts'
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
  }
  const own = Object.entries(wordsFor(walk).words.questions).filter(([id]) =>
    questions.some((question) => question.id === id),
  )
  for (const [question, { errors = {} }] of own)
    for (const rule of Object.keys(errors)) expect(sentenceFor(walk, { question, rule })).not.toBe('')
}
