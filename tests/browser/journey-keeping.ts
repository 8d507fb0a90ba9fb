import type { Language } from '#domain/language/language.ts'
import { CHECK } from '#forms/journey.ts'
import { formPaths, pathTo } from '#i18n/paths.ts'
import cyCommon from '#locales/cy/common.json' with { type: 'json' }
import enCommon from '#locales/en/common.json' with { type: 'json' }
import type { About } from './all-journeys.ts'
import { expect, test } from './llafar.ts'
import { service } from './public-forms.ts'
import { askedOn, screensFor } from './valid-answers.ts'
import {
  answerScreen,
  begin,
  expectAnswered,
  expectCheckPage,
  expectScreen,
  expectSent,
  isDoor,
  press,
  scriptIsReady,
  type Walk,
  walkTo,
} from './walk.ts'

const helpWords = { cy: cyCommon, en: enCommon }

/** Back, change, the other language and help: nothing that was answered is lost. */
export function walkAboutInIt({ form, shortest, language, scripted }: About): void {
  test('back, and change, keep every answer', async ({ page, watch, server }) => {
    const walk: Walk = { page, watch, server, form, language, scripted }
    const screens = screensFor(form, shortest, { more: false })
    const asking = screens.filter((screen) => screen !== CHECK && !isDoor(screen))
    const [first = '', second = ''] = asking

    await begin(walk)
    await walkTo(walk, { screens, until: CHECK, answers: shortest })
    for (const screen of [...asking].reverse()) {
      await press(walk, 'back')
      await expectScreen(walk, screen)
      for (const question of askedOn(form, screen, shortest))
        await expectAnswered(walk, question, shortest[question.id])
    }
    for (const _ of asking) await press(walk, 'go-on')
    await expectScreen(walk, CHECK)
    await expectCheckPage(walk, shortest)

    for (const screen of [first, second].filter(Boolean)) {
      const [question] = askedOn(form, screen, shortest)
      if (!question || shortest[question.id] === undefined) continue
      await page.locator(`main dd button[id="q-${question.id}"]`).click()
      await expectScreen(walk, screen)
      await expectAnswered(walk, question, shortest[question.id])
      await press(walk, 'go-on')
      await expectScreen(walk, CHECK)
    }
    await expectCheckPage(walk, shortest)
  })

  if (scripted)
    test('the browser’s own way back keeps every answer too', async ({ page, watch, server }) => {
      const walk: Walk = { page, watch, server, form, language, scripted }
      const screens = screensFor(form, shortest, { more: false })
      const asking = screens.filter((screen) => screen !== CHECK && !isDoor(screen))

      await begin(walk)
      await walkTo(walk, { screens, until: CHECK, answers: shortest })
      for (const screen of [...asking].reverse()) {
        await page.goBack()
        await expectScreen(walk, screen)
        for (const question of askedOn(form, screen, shortest))
          await expectAnswered(walk, question, shortest[question.id])
      }
      for (const _ of asking) await page.goForward()

      await expectScreen(walk, CHECK)
      await expectCheckPage(walk, shortest)
    })

  test('the other language, there and back in the middle, keeps every answer', async ({ page, watch, server }) => {
    const walk: Walk = { page, watch, server, form, language, scripted }
    const other: Language = language === 'cy' ? 'en' : 'cy'
    const there: Walk = { ...walk, language: other }
    const screens = screensFor(form, shortest, { more: false })
    const middle = screens.at(-2) ?? CHECK
    const turn = async (to: Walk, screen: string) => {
      await page.locator('header .language-switch').click()
      await expect(page).toHaveURL((url) => url.pathname === formPaths(form.id, to.language).step)
      await expectScreen(to, screen)
      await scriptIsReady(to)
    }
    const expectAll = async (now: Walk) => {
      for (const question of askedOn(form, middle, shortest)) await expectAnswered(now, question, shortest[question.id])
    }

    await begin(walk)
    await walkTo(walk, { screens, until: middle, answers: shortest })
    await answerScreen(walk, middle, shortest)
    await turn(there, middle)
    await expectAll(there)
    await turn(walk, middle)
    await expectAll(walk)
    await turn(there, middle)
    await press(there, 'go-on')
    await expectScreen(there, CHECK)
    await expectCheckPage(there, shortest)
    if (form.tracked) await page.locator('main input[name=code][value=no]').check()
    await turn(walk, CHECK)
    await expectCheckPage(walk, shortest)
    if (form.tracked) await expect(page.locator('main input[name=code][value=no]')).toBeChecked()
    await press(walk, 'send')

    await expectSent(walk, { code: false })
    await page.locator('.bar .to-help').click()
    await expect(page, 'help is still one tap away').toHaveURL((url) => url.pathname === pathTo('help-now', language))
  })

  if (scripted)
    test('thirty idle minutes in the middle keep every answer', async ({ page, watch, server }) => {
      const walk: Walk = { page, watch, server, form, language, scripted }
      const screens = screensFor(form, shortest, { more: false })
      const middle = screens.at(-2) ?? CHECK

      await begin(walk)
      await walkTo(walk, { screens, until: middle, answers: shortest })
      await answerScreen(walk, middle, shortest)
      // Only now: a clock of ours tells nothing of which files have come.
      await page.clock.install()
      await page.clock.fastForward('30:00')
      await press(walk, 'go-on')
      await expectScreen(walk, CHECK)
      await expectCheckPage(walk, shortest)
      await page.clock.fastForward('30:00')
      await press(walk, 'send')

      await expectSent(walk, { code: form.tracked })
    })

  test('help now, and back, keeps every answer', async ({ page, watch, server }) => {
    const walk: Walk = { page, watch, server, form, language, scripted }
    const screens = screensFor(form, shortest, { more: false })
    const middle = screens.at(-2) ?? CHECK

    await begin(walk)
    await walkTo(walk, { screens, until: middle, answers: shortest })
    await answerScreen(walk, middle, shortest)
    await page.locator('.bar .to-help').click()
    await expect(page).toHaveTitle(`${helpWords[language].helpNow} – ${service.name[language]}`)
    await expect(page.locator('main')).toContainText('999')
    await page.locator('main button').click()
    await expectScreen(walk, middle)
    await scriptIsReady(walk)
    for (const question of askedOn(form, middle, shortest)) await expectAnswered(walk, question, shortest[question.id])
    await press(walk, 'go-on')

    await expectScreen(walk, CHECK)
    await expectCheckPage(walk, shortest)
  })
}
