import { CHECK } from '#forms/journey.ts'
import { expect, test } from './llafar.ts'
import { publicForm } from './public-forms.ts'
import { screensFor } from './valid-answers.ts'
import { begin, expectScreen, expectSent, press, type Walk, walkTo, wordsFor } from './walk.ts'

const { form } = publicForm('closure-survey')
const PAGE = 'do-better'

/** Goes to the page that asks for words or a drawing. */
async function toDrawing(walk: Walk): Promise<void> {
  await begin(walk)
  await walkTo(walk, { screens: screensFor(form, {}, { more: false }), until: CHECK, answers: {} })
  await press(walk, 'more')
  const more = screensFor(form, {}, { more: true })
  await walkTo(walk, { screens: more.slice(more.indexOf('told-private')), until: PAGE, answers: {} })
}

for (const language of ['cy', 'en'] as const) {
  test(`a drawing, ${language}: drawn, taken back, drawn again, looked at, deleted, sent`, async ({
    page,
    watch,
    server,
  }) => {
    test.setTimeout(120_000)
    const walk: Walk = { page, watch, server, form, language, scripted: true }
    const { drawing } = wordsFor(walk).shared
    const field = page.locator('main drawing-pad [name="a.doBetterDrawing"]')
    const lines = page.locator('main drawing-pad polyline')
    const draw = async (...points: readonly (readonly [number, number])[]) => {
      const box = await page.locator('main drawing-pad svg').boundingBox()
      if (!box) throw new Error('there is nothing to draw on')
      const [first = [0, 0], ...rest] = points
      await page.mouse.move(box.x + first[0] * box.width, box.y + first[1] * box.height)
      await page.mouse.down()
      for (const [across, down] of rest) await page.mouse.move(box.x + across * box.width, box.y + down * box.height)
      await page.mouse.up()
    }

    await toDrawing(walk)
    await page.locator('main drawing-pad svg').scrollIntoViewIfNeeded()
    await expect(page.locator('main drawing-pad [role=status]')).toHaveText(drawing.none)
    await draw([0.1, 0.1], [0.5, 0.5], [0.9, 0.1])
    await draw([0.5, 0.9])
    await expect(lines).toHaveCount(2)
    await expect(page.locator('main drawing-pad [role=status]')).toHaveText(drawing.some)
    await page.getByRole('button', { name: drawing.undo }).click()
    await expect(lines).toHaveCount(1)
    await expect(field).toHaveValue(/^([0-9a-z]{4}){3}$/)
    const drawn = await field.inputValue()

    await press(walk, 'check')
    await expectScreen(walk, CHECK)
    await expect(page.locator('main .check-list drawing-pad polyline')).toHaveCount(1)
    await page.locator('main dd button[id="q-doBetterDrawing"]').click()
    await expect(field, 'it is kept').toHaveValue(drawn)
    await expect(lines).toHaveCount(1)
    await page.getByRole('button', { name: drawing.clear }).click()
    await expect(field).toHaveValue('')
    await press(walk, 'go-on')
    await expectScreen(walk, CHECK)
    await expect(page.locator('main .check-list drawing-pad'), 'what is deleted is not sent').toHaveCount(0)
    await page.goBack()
    await draw([0.2, 0.2], [0.8, 0.8])
    await press(walk, 'go-on')
    await press(walk, 'check')
    await expect(page.locator('main .check-list drawing-pad polyline')).toHaveCount(1)
    await press(walk, 'send')
    await expectSent(walk, { code: false })
  })

  test.describe(`without script, ${language}`, () => {
    test.use({ javaScriptEnabled: false })

    test('the place for a drawing says that words do as well', async ({ page, watch, server }) => {
      test.setTimeout(60_000)
      const walk: Walk = { page, watch, server, form, language, scripted: false }

      await toDrawing(walk)

      await expect(page.locator('main drawing-pad')).toHaveText(wordsFor(walk).shared.drawing.instead)
      await expect(page.locator('main textarea')).toBeVisible()
    })
  })
}

test('a drawing that is full takes no more, and says so', async ({ page, watch, server }) => {
  test.setTimeout(90_000)
  const walk: Walk = { page, watch, server, form, language: 'en', scripted: true }
  const question = form.pages.flatMap(({ questions }) => questions).find(({ kind }) => kind === 'drawing')
  const most = question && 'maxCharacters' in question ? question.maxCharacters : 0

  await toDrawing(walk)
  await page.locator('main drawing-pad svg').evaluate(
    (svg, points) => {
      const { left, top, width, height } = svg.getBoundingClientRect()
      svg.setPointerCapture = () => undefined
      const event = (type: string, at: number) =>
        svg.dispatchEvent(
          new PointerEvent(type, {
            isPrimary: true,
            clientX: left + ((at % 50) / 50) * width,
            clientY: top + (((at * 7) % 50) / 50) * height,
          }),
        )
      event('pointerdown', 0)
      for (let at = 1; at < points; at++) event('pointermove', at)
    },
    most / 4 + 100,
  )
  await expect(page.locator('main drawing-pad [role=status]')).toHaveText(wordsFor(walk).shared.drawing.full)
  await page.locator('main drawing-pad svg').dispatchEvent('pointerup')
  const drawn = await page.locator('main drawing-pad [name="a.doBetterDrawing"]').inputValue()

  expect(drawn.length).toBeGreaterThan(most - 20)
  expect(drawn.length).toBeLessThanOrEqual(most)
  await press(walk, 'go-on')
  await expect(page.locator('main .error-summary')).toHaveCount(0)
})
