import type { Page } from '@playwright/test'
import { type Language, languages } from '#domain/language/language.ts'
import { questionsOf, type ResolvedForm } from '#forms/define-form.ts'
import { stateFields } from '#forms/form-fields.ts'
import { CONFIDENTIALITY, type JourneyState } from '#forms/journey.ts'
import { formPaths, pathTo } from '#i18n/paths.ts'
import { allJourneys, type Journeys } from './all-journeys.ts'
import { answerElsewhere, heldBy, historyOf } from './leave.ts'
import { expect, test } from './llafar.ts'
import { service } from './public-forms.ts'
import { screensFor } from './valid-answers.ts'
import { scriptIsReady, type Walk } from './walk.ts'

/**
 * The way out from every step of every form, the surveys beyond their doors too. A step is asked for as another
 * language's button asks for it, with all answers in it, so that none has to be walked to.
 *
 * @source DESIGN 11: "Quick exit within thumb reach on every page"
 */
const exit = '.bar a[data-exit]'
const TYPED: readonly string[] = ['short-text', 'long-text', 'phone', 'email', 'drawing']

/** The page of one screen of a form, with every answer of its longest way. */
async function openStep(page: Page, { form, everything }: Journeys, language: Language, screen: string): Promise<void> {
  const fields = stateFields(stateAt(form, everything, screen), new Set())
  await page.goto(formPaths(form.id, language).start)
  const turned = page.waitForEvent('load')
  await page.evaluate(
    ({ action, fields }) => {
      const asks = Object.assign(document.createElement('form'), { method: 'post', action })
      for (const [name, value] of fields)
        asks.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }))
      document.body.append(asks)
      HTMLFormElement.prototype.submit.call(asks)
    },
    { action: formPaths(form.id, language).step, fields: [...fields, ['do', 'stay'] as const] },
  )
  await turned
  await expect(page.locator('main input[name=page]')).toHaveValue(screen)
}

function stateAt(form: ResolvedForm, answers: Journeys['everything'], page: string): JourneyState {
  const { version } = service.confidentiality
  return {
    page,
    answers,
    ...(page !== CONFIDENTIALITY && { receipt: { version, language: 'cy', format: 'symbols', answer: 'understood' } }),
    ...(form.survey === 'closure' && { surveyCode: 'afal' }),
    more: true,
    trackingCode: true,
    changing: false,
  }
}

// A form is tried with script in one language and without in the other, in turn: the way out is the same in both.
for (const [index, journeys] of allJourneys.entries())
  for (const language of languages) {
    const { form, everything } = journeys
    const isScripted = (index % 2 === 0) === (language === 'cy')
    const screens = screensFor(form, everything, { more: true })

    if (isScripted)
      test(`from every step of ${form.id} (${language}): the other site takes its place, and no answer comes back`, async ({
        page,
        watch,
        server,
      }) => {
        test.setTimeout(300_000)
        const walk: Walk = { page, watch, server, form, language, scripted: true }
        await answerElsewhere(page, watch)
        for (const { id, kind } of questionsOf(form))
          if (TYPED.includes(kind) && everything[id] !== undefined) watch.typed.add(String(everything[id]))
        for (const screen of screens) {
          await page.goto(pathTo('contact', language))
          await openStep(page, journeys, language, screen)
          await scriptIsReady(walk)
          const { length } = await historyOf(walk)
          await page.locator(exit).click()
          await expect(page, screen).toHaveTitle('Weather')
          expect((await historyOf(walk)).length, `${screen}: nothing was added to the history`).toBe(length)
          await page.goBack()
          await expect(page, `${screen}: the way back shows what was before it`).toHaveURL(
            formPaths(form.id, language).start,
          )
          expect(await heldBy(walk), screen).toEqual([])
        }
      })
    else
      test.describe('without script', () => {
        test.use({ javaScriptEnabled: false })

        test(`from every step of ${form.id} (${language}): one tap opens the other site`, async ({ page, watch }) => {
          test.setTimeout(300_000)
          await answerElsewhere(page, watch)
          for (const screen of screens) {
            await openStep(page, journeys, language, screen)
            await page.locator(exit).click()
            await expect(page, screen).toHaveTitle('Weather')
          }
        })
      })
  }
