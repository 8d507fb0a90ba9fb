import { readdirSync } from 'node:fs'
import { isShown } from '#forms/conditions.ts'
import type { Answers, ResolvedForm } from '#forms/define-form.ts'
import { CHECK } from '#forms/journey.ts'
import { paths, pathTo } from '#i18n/paths.ts'
import cyTrack from '#locales/cy/track.json' with { type: 'json' }
import enTrack from '#locales/en/track.json' with { type: 'json' }
import { expect, test } from '../browser/llafar.ts'
import { publicForm, publicForms } from '../browser/public-forms.ts'
import { answersOf, askedOn, screensFor } from '../browser/valid-answers.ts'
import {
  answer,
  answerScreen,
  begin,
  expectScreen,
  expectSent,
  goThrough,
  isDoor,
  press,
  type Walk,
  walkTo,
} from '../browser/walk.ts'
import { wrongAnswers } from '../browser/wrong-answers.ts'
import { expectColoursHold, expectNoSideways, look, lookInEveryLook } from './look.ts'

const trackWords = { cy: cyTrack, en: enTrack }

/** A poster; of the same language as another, when one is given. */
function isPoster(path: string, like?: string): boolean {
  const folder = path.slice(0, path.lastIndexOf('/'))
  const posters: string[] = Object.values(paths.posters)
  return posters.includes(folder) && (like === undefined || like.startsWith(`${folder}/`))
}

/** Every page that the build has written, from the folder itself: a new page is looked at as soon as it is there. */
const builtPages = readdirSync('dist/client', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.html'))
  .map((file) => `/${file.replace(/(^|\/)index\.html$/, '').replace(/\.html$/, '')}`)
  .sort()
  // Posters differ in the council's name only: one of each language stands for all.
  .filter((path, index, all) => !isPoster(path) || all.findIndex((other) => isPoster(other, path)) === index)

test.describe('every page that is built', () => {
  test('is there in both languages', () => {
    for (const name of ['home', 'help-now', 'confidentiality', 'contact', 'self-referral'] as const)
      for (const language of ['cy', 'en'] as const) expect(builtPages).toContain(pathTo(name, language))
  })

  for (const path of builtPages)
    test(path, async ({ page }) => {
      await page.goto(path === '/404' ? '/cy/dim-byd-yma' : path)
      await expect(page.locator('main')).toBeVisible()

      await look(page)
      const folded = await page.locator('main summary').all()
      for (const summary of folded) await summary.click()
      if (folded.length > 0) await look(page)
      await lookInEveryLook(page)
    })
})

for (const { form, data } of publicForms)
  for (const language of ['cy', 'en'] as const)
    test.describe(`${form.id}, ${language}`, () => {
      const ways = (data.ways ?? [{}]).map((way) => answersOf(form, data, { way, howMuch: 'everything' }))

      for (const [index, answers] of ways.entries())
        test(`every screen of way ${index + 1}: empty, in error, filled in; then sent`, async ({
          page,
          watch,
          server,
        }) => {
          test.setTimeout(300_000)
          const walk: Walk = { page, watch, server, form, language, scripted: true }
          const more = index === 0
          const beforeMore = screensFor(form, answers, { more: false })
          const isNew = (screen: string) => index === 0 || asksAnew(form, screen, answers, ways.slice(0, index))

          await begin(walk)
          for (const screen of screensFor(form, answers, { more })) {
            await expectScreen(walk, screen)
            if (isNew(screen)) await look(page, { quickly: language === 'en' })
            if (isDoor(screen)) await goThrough(walk, screen, 'explain')
            else if (screen === CHECK) await press(walk, 'send')
            else {
              if (isNew(screen)) await lookInError(walk, screen, answers)
              await answerScreen(walk, screen, answers)
              for (const summary of await page.locator('main .who-sees summary').all()) await summary.click()
              if (isNew(screen)) await expectNoSideways(page, 'filled in, all opened')
              await press(walk, 'go-on')
              if (more && form.pages.some(({ part }) => part === 'more') && screen === beforeMore.at(-2)) {
                await expectScreen(walk, CHECK)
                await look(page)
                await press(walk, 'more')
              }
            }
          }
          await expectSent(walk, { code: form.tracked })
          await look(page)
        })

      test('the check page in error, help on the way, and a step as the server gives it', async ({
        page,
        watch,
        server,
      }) => {
        test.setTimeout(120_000)
        const walk: Walk = { page, watch, server, form, language, scripted: true }
        const way = data.refusedWithoutCode?.answers ?? {}
        const answers = answersOf(form, data, { way, howMuch: 'required' })

        await begin(walk)
        await walkTo(walk, { screens: screensFor(form, answers, { more: false }), until: CHECK, answers })
        if (data.refusedWithoutCode) {
          await page.locator('main input[name=code][value=no]').check()
          await press(walk, 'send')
          await expect(page.locator('main .error-summary')).toBeFocused()
          await look(page)
        }
        await page.locator('.bar .to-help').click()
        await expect(page.locator('main')).toContainText('999')
        await look(page)
        await page.locator('main button').click()
        await expectScreen(walk, CHECK)
        await look(page)
      })
    })

for (const language of ['cy', 'en'] as const)
  test(`the tracking page, ${language}: empty, wrong, open, in error, after a message and a wish to stop`, async ({
    page,
    watch,
    server,
  }) => {
    test.setTimeout(120_000)
    const { form, data } = publicForm('self-referral')
    const walk: Walk = { page, watch, server, form, language, scripted: true }
    const answers = answersOf(form, data, { howMuch: 'required' })
    const words = trackWords[language]

    await begin(walk)
    await walkTo(walk, { screens: screensFor(form, answers, { more: false }), until: CHECK, answers })
    await press(walk, 'send')
    const { code } = await expectSent(walk, { code: true })
    await page.locator(`main a[href="${pathTo('track', language)}"]`).click()
    await expect(page.locator('main h1')).toHaveText(words.title)
    await look(page)
    await page.locator('#code').fill('dim gair o gwbl yma')
    await page.locator('main button.go-on').click()
    await expect(page.locator('main .error-summary')).toBeVisible()
    await look(page)
    await page.locator('#code').fill(code.join(' '))
    await page.locator('main button.go-on').click()
    await expect(page.locator('.reference')).toBeVisible()
    await look(page)
    const openAll = () =>
      page.evaluate(() => {
        for (const details of document.querySelectorAll('main details')) details.setAttribute('open', '')
      })
    await openAll()
    await look(page)
    const forms = await page.locator('main form.journey').count()
    expect(forms, 'there is something to say or to ask').toBeGreaterThan(0)
    for (let index = 0; index < forms; index++) {
      await openAll()
      const own = page.locator('main form.journey').nth(index)
      if ((await own.count()) === 0) break
      // Nothing is filled in: what is needed is asked for, and what needs nothing is done.
      await own.locator('.actions button').last().click()
      await expect(page.locator('.reference')).toBeVisible()
      await openAll()
      await look(page)
    }
  })

for (const language of ['cy', 'en'] as const)
  test(`in every look, ${language}: a question, in error, filled in, the check page, sent, and the request`, async ({
    page,
    watch,
    server,
  }) => {
    test.setTimeout(180_000)
    const { form, data } = publicForm('self-referral')
    const walk: Walk = { page, watch, server, form, language, scripted: true }
    const answers = answersOf(form, data, { howMuch: 'required' })
    const screens = screensFor(form, answers, { more: false })

    await begin(walk)
    await lookInEveryLook(page)
    await walkTo(walk, { screens, until: 'contact', answers })
    await press(walk, 'go-on')
    await expect(page.locator('main .error-summary')).toBeVisible()
    await lookInEveryLook(page)
    await answerScreen(walk, 'contact', answers)
    await lookInEveryLook(page)
    await press(walk, 'go-on')
    await walkTo(walk, { screens: screens.slice(screens.indexOf('contact') + 1), until: CHECK, answers })
    await lookInEveryLook(page)
    await press(walk, 'send')
    const { code } = await expectSent(walk, { code: true })
    await lookInEveryLook(page)
    await page.goto(pathTo('track', language))
    await page.locator('#code').fill(code.join(' '))
    await page.locator('main button.go-on').click()
    await expect(page.locator('.reference')).toBeVisible()
    await lookInEveryLook(page)
  })

test.describe('in the colours that a reader has set', () => {
  test('home, a question and the check page keep their edges and their pictures', async ({
    page,
    watch,
    server,
  }, info) => {
    const { form, data } = publicForm('self-referral')
    const walk: Walk = { page, watch, server, form, language: 'cy', scripted: true }
    const answers = answersOf(form, data, { howMuch: 'required' })
    const screens = screensFor(form, answers, { more: false })
    await page.emulateMedia({ forcedColors: 'active' })
    const expectSeen = async (name: string) => {
      await expectColoursHold(page)
      await info.attach(name, { body: await page.screenshot(), contentType: 'image/png' })
    }

    await page.goto(pathTo('home', 'cy'))
    await expectSeen('home')
    await begin(walk)
    await walkTo(walk, { screens, until: 'contact', answers })
    await answerScreen(walk, 'contact', answers)
    const [chosen, other] = await page.evaluate(() =>
      [':checked', ':not(:checked)'].map((state) => {
        const tile = document.querySelector(`.tile:has(input${state})`)
        const input = tile?.querySelector('input')
        return tile && input
          ? [getComputedStyle(tile).borderColor, getComputedStyle(tile).borderStyle, String(input.checked)]
          : []
      }),
    )
    expect(chosen, 'a chosen tile differs from one that is not').not.toEqual(other)
    await expectSeen('contact')
    await press(walk, 'go-on')
    await expectScreen(walk, 'contact-details')
    await answerScreen(walk, 'contact-details', answers)
    await press(walk, 'go-on')
    await expectScreen(walk, CHECK)
    await expectSeen('check')
  })
})

/** Whether a screen asks something that no earlier way has shown. */
function asksAnew(form: ResolvedForm, screen: string, answers: Answers, earlier: readonly Answers[]): boolean {
  return askedOn(form, screen, answers).some((question) => !earlier.some((each) => isShown(question, each)))
}

/** Looks at a screen with everything wrong at once: what is needed missing, the rest as wrong as it can be. */
async function lookInError(walk: Walk, screen: string, answers: Answers): Promise<void> {
  const { page, form } = walk
  const questions = askedOn(form, screen, answers)
  const wrong = questions.flatMap((question) =>
    wrongAnswers(question)
      .slice(0, 1)
      .map((each) => ({ question, ...each })),
  )
  for (const { question, answer: value } of wrong) if (!question.required) await answer(walk, question, value)
  if (wrong.length === 0 && questions.every(({ required }) => !required)) return
  await press(walk, 'go-on')
  await expect(page.locator('main .error-summary')).toBeVisible()
  await expect(page.locator('main .error-summary')).toBeFocused()
  // Welsh has the longer words: both widths; English is looked at with axe at one.
  await look(page, { quickly: walk.language === 'en' })
}
