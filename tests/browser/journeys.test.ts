import { isShown } from '#forms/conditions.ts'
import { questionsOf } from '#forms/define-form.ts'
import { allJourneys } from './all-journeys.ts'
import { walkAboutInIt } from './journey-keeping.ts'
import { sendIt } from './journey-sending.ts'
import { walkTheWays } from './journey-ways.ts'
import { expect, test } from './llafar.ts'
import { screensFor } from './valid-answers.ts'

/**
 * Every public form, in both languages, with script and without: what is expected is read from the form's
 * definition, and the words from the locales. A new form is walked as soon as it is public.
 */
for (const journeys of allJourneys) {
  const { form, everything, otherWays } = journeys

  test.describe(`${form.id}: its definition`, () => {
    test('asks nothing that waits for an answer of the same page: it would come too late', () => {
      const late = form.pages.flatMap(({ questions }) =>
        questions.filter(({ shownWhen }) => {
          const names = JSON.stringify(shownWhen ?? {})
          return questions.some(({ id }) => names.includes(`"question":"${id}"`))
        }),
      )

      expect(late.map(({ id }) => id)).toEqual([])
    })

    test('has every question on one of the ways that are walked here', () => {
      const ways = [everything, ...otherWays]
      const never = questionsOf(form).filter((question) => !ways.some((answers) => isShown(question, answers)))

      expect(never.map(({ id }) => id)).toEqual([])
    })

    test('has every page that tells something on the longest way', () => {
      const { pages } = form
      const walked = screensFor(form, everything, { more: true })

      expect(pages.filter(({ id, tells }) => tells && !walked.includes(id))).toEqual([])
    })
  })

  for (const language of ['cy', 'en'] as const)
    for (const scripted of [true, false])
      test.describe(`${form.id}, ${language}, ${scripted ? 'with' : 'without'} script`, () => {
        test.use({ javaScriptEnabled: scripted })

        walkTheWays({ ...journeys, language, scripted })
        walkAboutInIt({ ...journeys, language, scripted })
        sendIt({ ...journeys, language, scripted })
      })
}
