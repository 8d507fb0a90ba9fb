import type { Locator, Page } from '@playwright/test'
import { expect } from '../browser/llafar.ts'

/** Goes to something with the Tab key alone, as somebody without a mouse does. */
export async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await expect(wanted).toBeVisible()
  for (let tabs = 0; tabs < 80; tabs += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error('the Tab key does not lead there')
}

/** Goes round a page with the Tab key alone. Of buttons that exclude each other one is reached, and the arrows do the rest. */
export async function expectTabReachesAll(page: Page, screen: string): Promise<void> {
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  })
  let ends = 0
  const hidden: string[] = []
  for (let tabs = 0; tabs < 200; tabs += 1) {
    await page.keyboard.press('Tab')
    const at = await page.evaluate(() => {
      const focused = document.activeElement
      if (!(focused instanceof HTMLElement) || focused === document.body) return 'end'
      if ('reached' in focused.dataset) return 'round'
      focused.dataset.reached = ''
      const isOutlined = [focused, focused.closest('.tile')].some(
        (each) =>
          each && getComputedStyle(each).outlineStyle !== 'none' && getComputedStyle(each).outlineWidth !== '0px',
      )
      return isOutlined ? undefined : focused.outerHTML.slice(0, 120)
    })
    // It begins where the reader last was, so the end of the page comes before its beginning.
    if (at === 'end') ends += 1
    if (at === 'round' || ends > 1) break
    if (at && at !== 'end') hidden.push(at)
  }
  const missed = await page.evaluate(() => {
    const all = [
      ...document.querySelectorAll<HTMLElement>('a[href],button,input,select,textarea,summary,[tabindex="0"]'),
    ]
    const inGroups = new Set(
      all.flatMap((each) => (each instanceof HTMLInputElement && 'reached' in each.dataset ? [each.name] : [])),
    )
    const isReached = (each: HTMLElement) =>
      'reached' in each.dataset ||
      (each instanceof HTMLInputElement && each.type === 'radio' && inGroups.has(each.name))
    return all
      .filter((each) => each.checkVisibility() && !each.matches(':disabled, [type=hidden]') && !isReached(each))
      .map((each) => each.outerHTML.slice(0, 120))
  })
  expect({ hidden, missed }, screen).toEqual({ hidden: [], missed: [] })
}

export async function press(page: Page, wanted: Locator): Promise<void> {
  await tabTo(page, wanted)
  await page.keyboard.press('Enter')
}

export async function type(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field)
  await page.keyboard.type(text)
}

/** @returns the text of what has the focus at the moment when something new comes, before anybody could type. */
export function focusAsItComes(page: Page, selector: string): Promise<string> {
  return page.evaluate(
    (wanted) =>
      new Promise<string>((resolve) => {
        const before = new Set(document.querySelectorAll(wanted))
        new MutationObserver((_, observer) => {
          if (![...document.querySelectorAll(wanted)].some((each) => !before.has(each))) return
          observer.disconnect()
          resolve((document.activeElement?.textContent ?? '').slice(0, 80))
        }).observe(document.body, { childList: true, subtree: true })
      }),
    selector,
  )
}
