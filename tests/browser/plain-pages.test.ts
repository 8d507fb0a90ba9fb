import { builtPages } from '../site/built-site.ts'
import { expect, test } from './llafar.ts'

/** Nothing but the words: no script, no style, no picture. What a page says has to be there all the same. */
test.use({ javaScriptEnabled: false })

for (const language of ['cy', 'en'] as const)
  test(`every page can be read with scripts, styles and pictures off (${language})`, async ({ page, watch }) => {
    test.setTimeout(180_000)
    watch.expectedLines.push(/ERR_FAILED/)
    await page.route('**/*.{css,js,svg,png,jpg,json}', (route) => route.abort())
    for (const { path } of builtPages().filter((each) => each.language === language)) {
      await page.goto(path)
      await page.evaluate(() => {
        for (const picture of document.querySelectorAll('svg, img')) picture.remove()
      })
      await expect(page.locator('main h1'), path).toBeVisible()
      const { unseen, nameless } = await page.evaluate(() => {
        const isHidden = (element: Element) => element.closest('[hidden], details:not([open]) > :not(summary)') !== null
        const shown = [
          ...document.querySelectorAll<HTMLElement>('main :is(p, li, dt, dd, label, h2, h3), footer a, .bar a'),
        ]
        return {
          unseen: shown.filter((each) => !isHidden(each) && each.innerText.trim() === '').map((each) => each.outerHTML),
          nameless: [...document.querySelectorAll<HTMLElement>('a, button, summary')]
            .filter((each) => !isHidden(each) && each.innerText.trim() === '' && !each.hasAttribute('aria-hidden'))
            .map((each) => each.outerHTML),
        }
      })
      expect({ unseen, nameless }, path).toEqual({ unseen: [], nameless: [] })
    }
  })
