import type { Page } from '@playwright/test'
import { lookChoices } from '#domain/look.ts'
import { expect } from '../browser/llafar.ts'
import { askAxe } from './ask-axe.ts'

/** Everything axe knows to look for in WCAG 2.2, all three levels, and its best practices. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** The widths that are looked at: a small telephone, and the narrowest that WCAG 1.4.10 asks for. */
export const WIDTHS = [
  { width: 360, height: 740 },
  { width: 320, height: 568 },
] as const

/** 1,280 × 1,024 at 400 %: what is left of a desk's screen. @source WCAG 1.4.10 */
export const ENLARGED = { width: 320, height: 256 }

/**
 * Looks at a page as it is now with axe, and sees that nothing has to be scrolled sideways, at each width.
 * `quickly`: axe only at the wider one, for a page that was looked at in another state already. `tables`: where tables
 * of data stand that may be scrolled within themselves, and only they (WCAG 1.4.10); nobody said: none.
 */
export async function look(
  page: Page,
  { quickly = false, tables }: { readonly quickly?: boolean; readonly tables?: string } = {},
): Promise<void> {
  for (const size of WIDTHS) {
    await page.setViewportSize(size)
    await expectNoSideways(page, `${size.width} wide`, tables)
    if (quickly && size !== WIDTHS[0]) continue
    const found = (await askAxe(page, { type: 'tag', values: TAGS })).map(
      ({ rule, target, mend }) => `${rule}: ${target}: ${mend}`,
    )
    expect(found, `${page.url()} at ${size.width}`).toEqual([])
  }
  await page.setViewportSize(ENLARGED)
  await expectNoSideways(page, 'at 400 %', tables)
  await page.setViewportSize(WIDTHS[0])
}

/** Looks that change colours are looked at for contrast, 7 to 1 where letters are small; those that change sizes, for room. */
const COLOURS = lookChoices.colours.slice(1)
const CONTRAST = ['color-contrast', 'color-contrast-enhanced', 'link-in-text-block']
const SIZES = ['larger spaced', 'words larger spaced', 'lines']

/** Looks at a page as it is now in every look that a reader can choose, at one width each. */
export async function lookInEveryLook(page: Page): Promise<void> {
  const put = (look: string) =>
    page.evaluate((name) => {
      document.documentElement.dataset.look = name
    }, look)
  for (const colours of COLOURS) {
    await put(colours)
    const found = (await askAxe(page, CONTRAST)).map(({ rule, target }) => `${rule}: ${target}`)
    expect(found, `${page.url()} in ${colours}`).toEqual([])
  }
  await page.setViewportSize(WIDTHS[1])
  for (const sizes of SIZES) {
    await put(sizes)
    await expectNoSideways(page, sizes)
  }
  await page.setViewportSize(WIDTHS[0])
  await put('')
}

/** Nothing may be wider than the screen, whether or not the page lets itself be scrolled to it. */
export async function expectNoSideways(page: Page, when: string, tables?: string): Promise<void> {
  const wide = await page.evaluate((scrolled) => {
    const limit = document.documentElement.clientWidth
    const isSeen = (element: Element) =>
      !element.closest('.visually-hidden, .skip-link, svg, details:not([open]) > :not(summary)') &&
      !(scrolled && element.parentElement?.closest(scrolled))
    const beyond = [...document.body.querySelectorAll('*')]
      .filter((element) => isSeen(element) && element.getBoundingClientRect().right > limit + 1)
      .map((element) => element.outerHTML.slice(0, 90))
    const scrolls =
      document.documentElement.scrollWidth > limit
        ? [`the page scrolls to ${document.documentElement.scrollWidth}`]
        : []
    return [...scrolls, ...beyond.slice(0, 3)]
  }, tables)
  expect(wide, `${page.url()} ${when}`).toEqual([])
}

/** In the colours that a reader has set, what can be pressed or filled in has an edge, and letters stand out. */
export async function expectColoursHold(page: Page): Promise<void> {
  const unseen = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.bar a, .bar button, .go-on, .button, .tile, .text, .door')]
      .filter((each) => each.checkVisibility())
      .filter((each) => !['solid', 'double'].includes(getComputedStyle(each).borderBottomStyle))
      .map((each) => each.outerHTML.slice(0, 80)),
  )
  expect(unseen, `${page.url()}: what can be pressed has an edge`).toEqual([])
  const found = await askAxe(page, ['color-contrast'])
  expect(found.map(({ rule, html }) => `${rule}: ${html.slice(0, 90)}`)).toEqual([])
}
