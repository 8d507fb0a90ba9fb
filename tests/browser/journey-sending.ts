import type { Answers } from '#forms/define-form.ts'
import { CHECK } from '#forms/journey.ts'
import { formPaths, pathTo } from '#i18n/paths.ts'
import type { About } from './all-journeys.ts'
import { expectProblems, pressRefused } from './expect-problem.ts'
import { expect, test } from './llafar.ts'
import { answersOf, screensFor } from './valid-answers.ts'
import { begin, expectCheckPage, expectSent, press, type Walk, walkTo } from './walk.ts'

/** Sending twice, coming back after it, and the choice of no code. */
export function sendIt({ form, data, shortest, language, scripted }: About): void {
  test('sending twice gives one record, one reference and one code', async ({ page, watch, server }) => {
    const walk: Walk = { page, watch, server, form, language, scripted }
    const screens = screensFor(form, shortest, { more: false })
    const { step } = formPaths(form.id, language)
    const before = server.countRecords(form.id)

    await begin(walk)
    await walkTo(walk, { screens, until: CHECK, answers: shortest })
    const sending = page.waitForRequest(
      (request) => request.method() === 'POST' && (request.postData() ?? '').includes('do=send'),
    )
    await page.locator('main button.go-on[value=send]').dblclick()
    const body = (await sending).postData() ?? ''
    const { reference = '', code } = await expectSent(walk, { code: form.tracked })
    const again = await Promise.all(
      [1, 2, 3].map(() =>
        fetch(`${server.address}${step}`, {
          method: 'POST',
          body,
          headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'http://localhost:4321' },
        }).then((response) => response.text()),
      ),
    )

    expect(server.countRecords(form.id) - before, 'one record').toBe(1)
    for (const html of again)
      for (const part of [reference, ...code]) expect(html, 'the same answer to the same sending').toContain(part)
  })

  test('after sending, nothing typed comes back', async ({ page, watch, server }) => {
    const walk: Walk = { page, watch, server, form, language, scripted }
    const screens = screensFor(form, shortest, { more: false })
    watch.expectedLines.push(/ERR_CACHE_MISS/)
    const before = server.countRecords(form.id)
    const typed = () => [...watch.typed].filter((text) => text.length > 3)
    // Going back is still on its way when the browser says that it went: looked at until it stands still.
    const expectNothing = () =>
      expect(async () => {
        const held = await page.evaluate(() => [
          document.documentElement.textContent ?? '',
          ...[...document.querySelectorAll<HTMLInputElement>('input,textarea')].map(({ value }) => value),
        ])
        expect(typed().filter((text) => held.some((each) => each.includes(text)))).toEqual([])
      }).toPass({ timeout: 5_000 })

    await begin(walk)
    await walkTo(walk, { screens, until: CHECK, answers: shortest })
    await press(walk, 'send')
    const first = await expectSent(walk, { code: form.tracked })
    await expectNothing()
    await page.reload()
    await expect(page.locator('main h1')).toBeVisible()
    await expectNothing()
    // A step that is asked for again is the same sending again; with script the form starts anew.
    if (!scripted) expect(await expectSent(walk, { code: form.tracked })).toEqual(first)
    await page.goBack().catch(() => undefined)
    // With script the way back leads to the first page, asked for anew; without it the browser shows nothing.
    if (scripted && !form.survey) await expect(page.locator('main input[name=page]')).toHaveValue(screens[0] ?? CHECK)
    await expectNothing()

    expect(server.countRecords(form.id) - before, 'one record').toBe(1)
  })

  if (form.tracked)
    test('"no code, please" gives none, and says how we reach them', async ({ page, watch, server }) => {
      const walk: Walk = { page, watch, server, form, language, scripted }
      const screens = screensFor(form, shortest, { more: false })

      await begin(walk)
      await walkTo(walk, { screens, until: CHECK, answers: shortest })
      await page.locator('main input[name=code][value=no]').check()
      await press(walk, 'send')

      await expectSent(walk, { code: false })
    })

  const refused = data.refusedWithoutCode
  if (refused)
    test('"no code" is refused gently where nobody could reach the sender', async ({ page, watch, server }) => {
      const walk: Walk = { page, watch, server, form, language, scripted }
      const answers: Answers = answersOf(form, data, { way: refused.answers, howMuch: 'required' })
      const [question = ''] = Object.keys(refused.answers)
      const before = server.countRecords(form.id)

      await begin(walk)
      await walkTo(walk, { screens: screensFor(form, answers, { more: false }), until: CHECK, answers })
      await page.locator('main input[name=code][value=no]').check()
      await pressRefused(walk, 'send')
      await expectProblems(walk, CHECK, [{ question, rule: refused.rule }])
      await expectCheckPage(walk, answers)
      expect(server.countRecords(form.id) - before, 'nothing is stored').toBe(0)
      await page.locator('main input[name=code][value=yes]').check()
      await press(walk, 'send')

      await expectSent(walk, { code: true })
      await expect(page.locator(`main a[href="${pathTo('track', language)}"]`)).toBeVisible()
    })
}
