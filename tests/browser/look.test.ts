import { type LookMatter, lookChoices, lookMatters } from '#domain/look.ts'
import { pathTo } from '#i18n/paths.ts'
import cyLook from '#locales/cy/look.json' with { type: 'json' }
import enLook from '#locales/en/look.json' with { type: 'json' }
import { expect, test } from './llafar.ts'
import { publicForm, service } from './public-forms.ts'
import { answersOf, screensFor } from './valid-answers.ts'
import { begin, expectSent, press, type Walk, walkTo } from './walk.ts'

const words = { cy: cyLook, en: enLook }
const unusual = lookMatters.flatMap((matter) => lookChoices[matter].slice(1).map((choice) => [matter, choice] as const))

for (const language of ['cy', 'en'] as const) {
  const choosing = pathTo('using-this-site', language)
  const tile = (matter: LookMatter, choice: string) => `[data-looks] input[name=${matter}][value=${choice}]`

  test.describe(`how pages look, ${language}`, () => {
    test('a choice is put on at once, and on every page of the visit: pages, forms and the tracking page', async ({
      page,
    }) => {
      await page.goto(choosing)
      await page.locator(tile('colours', 'dark')).check()
      await page.locator(tile('size', 'larger')).check()
      await expect(page.locator('html')).toHaveAttribute('data-look', 'dark larger')
      await expect(page.locator('html')).toHaveCSS('background-color', 'rgb(0, 0, 0)')
      for (const name of ['home', 'self-referral', 'track'] as const) {
        await page.goto(pathTo(name, language))
        await expect(page.locator('html'), name).toHaveAttribute('data-look', 'dark larger')
        await expect(page.locator('html'), name).toHaveCSS('background-color', 'rgb(0, 0, 0)')
        await expect(page.locator('body'), name).toHaveCSS('font-size', '24px')
      }
      await page.goto(choosing)
      await expect(page.locator(tile('colours', 'dark'))).toBeChecked()
      await expect(page.locator(tile('pictures', 'colour'))).toBeChecked()
    })

    test('it is on before there is anything to see', async ({ page }) => {
      await page.addInitScript(() => {
        sessionStorage.setItem('look', 'yellow')
        new MutationObserver(() => {
          if (document.body && !('lookAtBody' in window))
            Object.assign(window, { lookAtBody: document.documentElement.dataset.look })
        }).observe(document, { childList: true, subtree: true })
      })
      await page.goto(pathTo('home', language))

      expect(await page.evaluate(() => Object.entries(window).find(([name]) => name === 'lookAtBody')?.[1])).toBe(
        'yellow',
      )
    })

    test('"back to how it was" leaves nothing behind', async ({ page }) => {
      await page.goto(choosing)
      for (const [matter, choice] of unusual) await page.locator(tile(matter, choice)).check()
      expect(await page.evaluate(() => ({ ...sessionStorage }))).toEqual({ look: 'yellow words larger spaced' })
      await page.getByRole('button', { name: words[language].back }).click()

      await expect(page.locator('html')).toHaveAttribute('data-look', '')
      for (const matter of lookMatters) await expect(page.locator(tile(matter, lookChoices[matter][0]))).toBeChecked()
      expect(await page.evaluate(() => ({ session: { ...sessionStorage }, local: { ...localStorage } }))).toEqual({
        session: {},
        local: {},
      })
    })

    test('with the keyboard alone', async ({ page }) => {
      await page.goto(choosing)
      await page.locator(tile('colours', 'warm')).focus()
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('ArrowDown')
      await expect(page.locator('html')).toHaveAttribute('data-look', 'dark')
      await page.keyboard.press('Tab')
      await page.keyboard.press('ArrowDown')

      await expect(page.locator('html')).toHaveAttribute('data-look', 'dark lines')
    })

    test('with the way back of the browser, an older page has the new look', async ({ page }) => {
      await page.goto(pathTo('home', language))
      await page.goto(choosing)
      await page.locator(tile('colours', 'yellow')).check()
      await page.goBack()
      await expect(page.locator('html')).toHaveAttribute('data-look', 'yellow')
      // A page that was kept whole: Playwright cannot follow it there, so the event is sent to it.
      await page.evaluate(() => {
        document.documentElement.dataset.look = ''
        dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
      })

      await expect(page.locator('html')).toHaveAttribute('data-look', 'yellow')
    })

    test('words only: no picture is shown, and the receipt says that the summary was read as text', async ({
      page,
      watch,
      server,
    }) => {
      const { form, data } = publicForm('self-referral')
      const walk: Walk = { page, watch, server, form, language, scripted: true }
      const answers = answersOf(form, data, { howMuch: 'required' })
      const bodies: string[] = []
      page.on('request', (request) => bodies.push(request.postData() ?? ''))
      await page.addInitScript(() => sessionStorage.setItem('look', 'words'))

      await begin(walk)
      await expect(page.locator('.symbol').first()).toBeHidden()
      await walkTo(walk, { screens: screensFor(form, answers, { more: false }), until: 'check', answers })
      await press(walk, 'send')
      await expectSent(walk, { code: true })

      const receipts = bodies.map((body) => new URLSearchParams(body).get('receipt')).filter(Boolean)
      expect(receipts).toEqual([expect.stringMatching(new RegExp(`^\\S+ ${language} text understood$`))])
    })

    test('leaving at once takes it away', async ({ page, watch, context }) => {
      watch.expectedRequests.push(service.exitAddress)
      await context.route(`${service.exitAddress}**`, (route) =>
        route.fulfill({ contentType: 'text/html', body: '<title>Weather</title>' }),
      )
      await page.goto(choosing)
      await page.locator(tile('colours', 'dark')).check()
      await page.locator('.bar a[data-exit]').click()
      await expect(page).toHaveTitle('Weather')
      await page.goto(pathTo('home', language))

      await expect(page.locator('html')).toHaveAttribute('data-look', '')
    })

    test.describe('without script', () => {
      test.use({ javaScriptEnabled: false })

      test('says plainly that the choices do not work, and what the phone can do', async ({ page }) => {
        await page.goto(choosing)

        await expect(page.locator('[data-looks]')).toBeHidden()
        await expect(page.getByText(words[language].withoutScript)).toBeVisible()
      })
    })
  })
}
