import type { Locator, Page } from '@playwright/test'
import { CHECK, CONFIDENTIALITY } from '#forms/journey.ts'
import { formPaths } from '#i18n/paths.ts'
import { expect, test } from './llafar.ts'
import { publicForm } from './public-forms.ts'
import { answersOf } from './valid-answers.ts'
import { begin, expectCheckPage, expectScreen, expectSent, type Walk } from './walk.ts'

const { form, data } = publicForm('self-referral')
const answers = answersOf(form, data, { way: { contactMethods: ['email', 'call'] }, howMuch: 'required' })

for (const scripted of [true, false])
  test.describe(`keys only, ${scripted ? 'with' : 'without'} script`, () => {
    test.use({ javaScriptEnabled: scripted })

    test('the whole self-referral in Welsh, the focus always seen', async ({ page, watch, server }) => {
      const walk: Walk = { page, watch, server, form, language: 'cy', scripted }
      const keys = page.keyboard

      await begin(walk)
      await expectScreen(walk, CONFIDENTIALITY)
      await tabTo(page, page.locator('main button[value=understood]'))
      await keys.press('Enter')
      await expectScreen(walk, 'name')
      await tabTo(page, page.locator('#q-name'))
      await keys.type(String(answers.name))
      await tabTo(page, page.locator('main .who-sees summary'))
      await keys.press('Space')
      await expect(page.locator('main .who-sees p')).toBeVisible()
      await tabTo(page, page.locator('#q-name'), 'Shift+Tab')
      await keys.press('Enter')
      await expectScreen(walk, 'contact')
      await tabTo(page, page.locator('main input[type=radio]').first())
      for (const _ of ['call', 'email']) {
        await keys.press('ArrowDown')
        await expectFocusSeen(page)
      }
      await expect(page.locator('main input[value=email]')).toBeChecked()
      await tabTo(page, page.locator('#q-contactMethods-2'))
      await keys.press('ArrowDown')
      await keys.press('ArrowDown')
      await expect(page.locator('#q-contactMethods-2')).toHaveValue('call')
      await tabTo(page, page.locator('main button.go-on'))
      await keys.press('Space')
      await expectScreen(walk, 'contact-details')
      await tabTo(page, page.locator('#q-phone'))
      await keys.press('Enter')
      await expect(page.locator('main .error-summary'), 'nothing was written: Enter says so').toBeVisible()
      await tabTo(page, page.locator('main .error-summary a').first())
      await keys.press('Enter')
      await expect(page.locator('#q-phone')).toBeFocused()
      await expectFocusSeen(page)
      await keys.type(String(answers.phone))
      await tabTo(page, page.locator('#q-email'))
      await keys.type(String(answers.email))
      await keys.press('Enter')
      await expectScreen(walk, CHECK)
      await expectCheckPage(walk, answers)
      await tabTo(page, page.locator('main input[name=code]:checked'))
      await keys.press('ArrowDown')
      await keys.press('ArrowUp')
      await tabTo(page, page.locator('main button.go-on[value=send]'))
      await keys.press('Enter')

      await expectSent(walk, { code: true })
      await expect(page.locator('html'), 'Enter never changed the language').toHaveAttribute('lang', 'cy')
    })

    test('every stop on every screen is seen, forwards and backwards', async ({ page, watch, server }) => {
      const walk: Walk = { page, watch, server, form, language: 'cy', scripted }

      await begin(walk)
      await walkRound(page)
      await page.locator('main button[value=understood]').click()
      await expectScreen(walk, 'name')
      await walkRound(page)
      await page.locator('#q-name').fill(String(answers.name))
      await page.locator('#q-name').press('Enter')
      await expectScreen(walk, 'contact')
      await walkRound(page)
      await page.locator('main input[value=email]').check()
      await page.locator('main button.go-on').click()
      await expectScreen(walk, 'contact-details')
      await page.locator('#q-email').fill(String(answers.email))
      await walkRound(page)
      await page.locator('#q-email').press('Enter')
      await expectScreen(walk, CHECK)
      await walkRound(page)
    })

    test('the link past the header goes to the main part and keeps what was written', async ({
      page,
      watch,
      server,
    }) => {
      const walk: Walk = { page, watch, server, form, language: 'cy', scripted }

      await begin(walk)
      await page.locator('main button[value=understood]').click()
      await expectScreen(walk, 'name')
      await page.locator('#q-name').fill(String(answers.name))
      await page.locator('.skip-link').focus()
      await page.keyboard.press('Enter')

      await expect(page.locator('main')).toBeFocused()
      await expect(page.locator('#q-name')).toHaveValue(String(answers.name))
      expect(new URL(page.url()).pathname).toBe(
        scripted ? formPaths(form.id, 'cy').start : formPaths(form.id, 'cy').step,
      )
    })
  })

/** Presses Tab until something has the focus; each stop on the way must be seen. */
async function tabTo(page: Page, wanted: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let stops = 0; stops < 60; stops++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press(key)
    await expectFocusSeen(page)
  }
  throw new Error(`${wanted} is not reached with ${key}`)
}

/** Goes through every stop of the page with Tab, then back with Shift+Tab: the same ones, all seen. */
async function walkRound(page: Page): Promise<void> {
  const stops = async (key: string) => {
    const seen: string[] = []
    // From wherever reading stands now: after the last stop the browser itself is one, then the first comes.
    for (let count = 0; count < 80; count++) {
      await page.keyboard.press(key)
      const stop = await page.evaluate(() => {
        const { activeElement } = document
        if (!activeElement || activeElement === document.body) return undefined
        // One stop for a group of radio buttons, whichever of them it is from this side.
        if (activeElement instanceof HTMLInputElement && activeElement.type === 'radio')
          return `group ${activeElement.name}`
        return `${[...document.querySelectorAll('*')].indexOf(activeElement)} ${activeElement.outerHTML.slice(0, 60)}`
      })
      if (stop === undefined) continue
      if (seen.includes(stop)) break
      await expectFocusSeen(page)
      seen.push(stop)
    }
    return seen
  }
  const forwards = await stops('Tab')
  const backwards = await stops('Shift+Tab')
  expect(forwards.length, 'there is something to stop at').toBeGreaterThan(5)
  expect([...backwards].sort(), 'the same stops backwards').toEqual([...forwards].sort())
}

/** Expects what has the focus to be on the screen, marked, and not under the bar or anything else. */
async function expectFocusSeen(page: Page): Promise<void> {
  const seen = await page.evaluate(() => {
    const focused = document.activeElement
    if (!focused || focused === document.body) return []
    const whole = focused.closest('.tile') ?? focused
    const mark = [focused, whole].some((element) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(element)
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
    })
    const { top, bottom, left, right, height } = whole.getBoundingClientRect()
    const bar = document.querySelector('.bar')
    const isInBar = bar?.contains(focused) ?? false
    const barTop = isInBar ? innerHeight : (bar?.getBoundingClientRect().top ?? innerHeight)
    const name = `${focused.outerHTML.slice(0, 80)} at ${Math.round(top)}–${Math.round(bottom)}`
    // Something taller than the screen is seen when its beginning is.
    const isTall = height > barTop - 60
    const onTop = document.elementFromPoint((left + right) / 2, Math.min(bottom, barTop) - Math.min(height / 2, 12))
    return [
      ...(mark ? [] : [`${name}: nothing marks the focus`]),
      ...(top >= 0 ? [] : [`${name}: above the screen`]),
      ...(bottom <= barTop + 1 || isTall ? [] : [`${name}: under the bar, which begins at ${Math.round(barTop)}`]),
      ...(left >= 0 && right <= innerWidth + 1 ? [] : [`${name}: beside the screen`]),
      ...(onTop && (whole.contains(onTop) || onTop.contains(focused)) ? [] : [`${name}: covered`]),
    ]
  })
  expect(seen).toEqual([])
}
