import { CHECK, SURVEY_CODE } from '#forms/journey.ts'
import { pathTo } from '#i18n/paths.ts'
import { builtPages } from '../site/built-site.ts'
import { allJourneys } from './all-journeys.ts'
import { answerElsewhere, heldBy, historyOf } from './leave.ts'
import { expect, test } from './llafar.ts'
import { publicForm, service } from './public-forms.ts'
import { answersOf, screensFor } from './valid-answers.ts'
import { answerScreen, begin, expectSent, press, type Walk, walkTo } from './walk.ts'

/** What the page about this site promises of leaving, tried on every page. @source DESIGN 11 */
const exit = '.bar a[data-exit]'
const paths = builtPages().map(({ path }) => path)
const inLanguage = (language: string) => paths.filter((path) => path.startsWith(`/${language}`))

for (const language of ['cy', 'en'] as const) {
  const { form, data } = publicForm('self-referral')
  const answers = answersOf(form, data, { howMuch: 'required' })
  const screens = screensFor(form, answers, { more: false })

  test(`from every page that is built (${language}): the other site takes its place, and the way back never shows it`, async ({
    page,
    watch,
  }) => {
    test.setTimeout(240_000)
    await answerElsewhere(page, watch)
    const before = pathTo('contact', language)
    for (const path of inLanguage(language)) {
      const earlier = path === before ? pathTo('home', language) : before
      await page.goto(earlier)
      await page.goto(path)
      const { length } = await historyOf({ page })
      await page.locator(exit).click()
      await expect(page, path).toHaveTitle('Weather')
      expect((await historyOf({ page })).length, `${path}: nothing was added to the history`).toBe(length)
      await page.goBack()
      await expect(page, `${path}: the way back shows what was before it`).toHaveURL(earlier)
    }
  })

  for (const { form, data, shortest } of allJourneys.filter(({ form }) => form.survey !== 'closure'))
    test(`from ${form.id} (${language}): no answer comes back`, async ({ page, watch, server }) => {
      const walk: Walk = { page, watch, server, form, language, scripted: true }
      await answerElsewhere(page, watch)
      const answers = answersOf(form, data, { howMuch: 'required' })
      await page.goto(pathTo('home', language))
      await begin(walk)
      await walkTo(walk, { screens: screensFor(form, answers, { more: false }), until: CHECK, answers: shortest })
      const { length } = await historyOf(walk)
      await page.locator(exit).click()
      await expect(page).toHaveTitle('Weather')
      for (let back = 0; back < length; back++) {
        await page.goBack().catch(() => undefined)
        await expect.poll(() => heldBy(walk)).toEqual([])
      }
    })

  test(`from the page of what was sent, and from the page of a request (${language}): no code comes back`, async ({
    page,
    watch,
    server,
  }) => {
    const walk: Walk = { page, watch, server, form, language, scripted: true }
    await answerElsewhere(page, watch)
    const leaveAndGoBack = async () => {
      await page.locator(exit).click()
      await expect(page).toHaveTitle('Weather')
      await page.goBack().catch(() => undefined)
      const shown = await page.evaluate(() => document.documentElement.textContent ?? '').catch(() => '')
      expect(code.filter((word) => new RegExp(`\\b${word}\\b`).test(shown)).length).toBeLessThan(code.length)
      await expect(page.locator('.reference')).toHaveCount(0)
    }

    await begin(walk)
    await walkTo(walk, { screens, until: CHECK, answers })
    await press(walk, 'send')
    const { code } = await expectSent(walk, { code: true })
    await leaveAndGoBack()
    await page.goto(pathTo('track', language))
    await page.locator('#code').fill(code.join(' '))
    await page.locator('main button.go-on').click()
    await expect(page.locator('.reference')).toBeVisible()
    await leaveAndGoBack()
  })

  test(`on a slow network (${language}): the page is blank before the other site has answered`, async ({
    page,
    watch,
    context,
    server,
  }) => {
    const walk: Walk = { page, watch, server, form, language, scripted: true }
    watch.expectedRequests.push(service.exitAddress)
    let answer: () => void = () => undefined
    const waited = new Promise<void>((resolve) => {
      answer = resolve
    })
    await context.route(`${service.exitAddress}**`, async (route) => {
      await waited
      await route.fulfill({ contentType: 'text/html', body: '<title>Weather</title>' })
    })

    await begin(walk)
    await walkTo(walk, { screens, until: 'name', answers })
    await answerScreen(walk, 'name', answers)
    // A page that is on its way cannot be asked from here, so it tells us itself what it shows after the tap.
    await page.evaluate(() =>
      addEventListener('click', () =>
        requestAnimationFrame(() => {
          const shown = encodeURIComponent(document.title + document.body.textContent)
          fetch(`/api/health?shown=${shown}`).catch(() => undefined)
        }),
      ),
    )
    const told = page.waitForRequest(/[?]shown=/)
    await page.locator(exit).click({ noWaitAfter: true })
    const { searchParams } = new URL((await told).url())
    expect(searchParams.get('shown')?.replaceAll('\u200b', '').trim()).toBe('')
    answer()

    await expect(page).toHaveTitle('Weather')
  })

  test(`with two tabs (${language}): the other one stays as it is, as we say`, async ({
    page,
    watch,
    context,
    server,
  }) => {
    await answerElsewhere(page, watch)
    const walk: Walk = { page, watch, server, form, language, scripted: true }
    const second: Walk = { ...walk, page: await context.newPage() }
    await answerElsewhere(second.page, watch)
    for (const each of [walk, second]) {
      await begin(each)
      await walkTo(each, { screens, until: 'name', answers })
      await answerScreen(each, 'name', answers)
    }

    await page.locator(exit).click()
    await expect(page).toHaveTitle('Weather')
    expect(await heldBy(walk)).toEqual([])
    await expect(second.page.locator('main [name="a.name"]')).toHaveValue(String(answers.name))
    await second.page.locator(exit).click()
    await expect(second.page).toHaveTitle('Weather')

    expect(await heldBy(second)).toEqual([])
  })
}

test('the survey that is opened with a code has the way out before and after it', async ({ page, watch }) => {
  await answerElsewhere(page, watch)
  const { form } = publicForm('closure-survey')
  for (const language of ['cy', 'en'] as const) {
    await page.goto(pathTo('closure-survey', language))
    await expect(page.locator('main input[name=page]')).toHaveValue(SURVEY_CODE)
    await page.locator('main [name=surveyCode]').fill('dim byd')
    await page.locator(exit).click()
    await expect(page, form.id).toHaveTitle('Weather')
  }
})
