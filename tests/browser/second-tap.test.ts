import { languages } from '#domain/language/language.ts'
import { CONFIDENTIALITY } from '#forms/journey.ts'
import { expect, test } from './llafar.ts'
import { publicForm } from './public-forms.ts'
import { answersOf, screensFor } from './valid-answers.ts'
import { answerScreen, begin, expectScreen, goThrough, scriptIsReady, type Walk } from './walk.ts'

/** A tap as a browser tells of it: the second of a double tap comes at the same place, whatever stands there by then. */
const tap = (walk: Walk, times: readonly number[]) =>
  walk.page.evaluate((times) => {
    for (const detail of times)
      document
        .querySelector('main button.go-on[value="go-on"]')
        ?.dispatchEvent(new MouseEvent('click', { detail, bubbles: true, cancelable: true }))
  }, times)

for (const language of languages)
  test(`a double tap goes on by one page, and presses nothing of the next, ${language}`, async ({
    page,
    watch,
    server,
  }) => {
    const { form, data } = publicForm('self-referral')
    const walk: Walk = { page, watch, server, form, language, scripted: true }
    const answers = answersOf(form, data, { howMuch: 'required' })
    const [door = '', first = '', second = '', third = ''] = screensFor(form, answers, { more: false })
    expect(door).toBe(CONFIDENTIALITY)
    await begin(walk)
    await goThrough(walk, door)
    await expectScreen(walk, first)
    await answerScreen(walk, first, answers)

    await tap(walk, [1, 2])
    await expectScreen(walk, second)
    await expect(page.locator('.error-summary')).toHaveCount(0)

    await scriptIsReady(walk)
    await answerScreen(walk, second, answers)
    await tap(walk, [1])
    await expectScreen(walk, third)
  })
