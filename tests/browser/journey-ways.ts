import { isShown } from '#forms/conditions.ts'
import type { Answers, ResolvedForm } from '#forms/define-form.ts'
import { CHECK } from '#forms/journey.ts'
import type { About } from './all-journeys.ts'
import { everyErrorOf } from './every-error.ts'
import { expect, test } from './llafar.ts'
import { askedOn, screensFor } from './valid-answers.ts'
import {
  answerScreen,
  begin,
  expectAnswered,
  expectCheckPage,
  expectScreen,
  expectSent,
  expectStepCount,
  expectTold,
  goThrough,
  isDoor,
  press,
  sentWords,
  type Walk,
  walkTo,
} from './walk.ts'

/** The ways through a form from its first page to the one after sending, and every error on them. */
export function walkTheWays({ form, shortest, everything, otherWays, hasMore, language, scripted }: About): void {
  test('the shortest way through', async ({ page, watch, server }) => {
    const walk: Walk = { page, watch, server, form, language, scripted }
    const screens = screensFor(form, shortest, { more: false })
    const before = server.countRecords(form.id)

    await begin(walk)
    await walkTo(walk, { screens, until: CHECK, answers: shortest })
    await expectCheckPage(walk, shortest)
    await press(walk, 'send')
    const { reference, code } = await expectSent(walk, { code: form.tracked })

    expect(reference ?? '', 'a reference says nothing').toMatch(form.tracked ? /^[A-Z0-9]{2,}(-[A-Z0-9]+)*$/ : /^$/)
    expect(code).toHaveLength(form.tracked ? 6 : 0)
    expect(server.countRecords(form.id) - before, 'one record').toBe(1)
  })

  test('the longest way through, every error on the way, a page skipped', async ({ page, watch, server }) => {
    test.setTimeout(240_000)
    const walk: Walk = { page, watch, server, form, language, scripted }
    const screens = screensFor(form, everything, { more: hasMore })
    const beforeMore = screensFor(form, everything, { more: false })
    const before = server.countRecords(form.id)
    let skipped = false

    await begin(walk)
    for (const screen of screens) {
      if (screen === CHECK) break
      if (isDoor(screen)) {
        await expectScreen(walk, screen)
        await goThrough(walk, screen, 'explain')
        continue
      }
      await expectScreen(walk, screen)
      const soFar = answersBefore(form, screen, everything)
      await expectStepCount(walk, screensFor(form, soFar, { more: !beforeMore.includes(screen) }), screen)
      const questions = askedOn(form, screen, everything)
      if (!skipped && questions.length > 0 && questions.every(({ required }) => !required)) {
        skipped = true
        await press(walk, 'skip')
        await expect(page.locator('main input[name=page]')).not.toHaveValue(screen)
        await press(walk, 'back')
        await expectScreen(walk, screen)
        for (const question of questions) await expectAnswered(walk, question, undefined)
      }
      await everyErrorOf(walk, screen, everything)
      await expectTold(walk, screen)
      await press(walk, 'go-on')
      // The form can be sent before the pages that tell more.
      if (hasMore && screen === beforeMore.at(-2)) {
        await expectScreen(walk, CHECK)
        await press(walk, 'more')
      }
    }
    await expectScreen(walk, CHECK)
    await expectCheckPage(walk, everything)
    await press(walk, 'send')
    await expectSent(walk, { code: form.tracked })

    if (form.confidentialityFirst) await expect(page.locator('main')).toContainText(sentWords[language].explain)
    expect(server.countRecords(form.id) - before, 'one record').toBe(1)
  })

  for (const [index, answers] of otherWays.entries())
    test(`every error on the other way ${index + 1}, then enough is enough`, async ({ page, watch, server }) => {
      test.setTimeout(120_000)
      const walk: Walk = { page, watch, server, form, language, scripted }
      const isNew = (screen: string) =>
        askedOn(form, screen, answers).some((question) => !isShown(question, everything))
      const screens = screensFor(form, answers, { more: false })

      await begin(walk)
      for (const screen of screens) {
        await expectScreen(walk, screen)
        if (screen === CHECK) break
        if (isDoor(screen)) await goThrough(walk, screen)
        else {
          if (isNew(screen)) await everyErrorOf(walk, screen, answers)
          else await answerScreen(walk, screen, answers)
          await press(walk, 'go-on')
        }
      }
      if (hasMore) {
        const [first = CHECK] = screensFor(form, answers, { more: true }).filter((screen) => !screens.includes(screen))
        await press(walk, 'more')
        await expectScreen(walk, first)
        await answerScreen(walk, first, answers)
        await press(walk, 'check')
        await expectScreen(walk, CHECK)
        for (const question of askedOn(form, first, answers))
          await expect(page.locator(`main dd button[id="q-${question.id}"]`)).toBeVisible()
      }
      await press(walk, 'send')
      await expectSent(walk, { code: form.tracked })
    })
}

/** The answers that were given before a screen. */
function answersBefore(form: ResolvedForm, screen: string, answers: Answers): Answers {
  const earlier = form.pages.slice(
    0,
    form.pages.findIndex(({ id }) => id === screen),
  )
  const asked = new Set(earlier.flatMap(({ questions }) => questions.map(({ id }) => id)))
  return Object.fromEntries(Object.entries(answers).filter(([id]) => asked.has(id)))
}
