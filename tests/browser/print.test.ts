import { pathTo } from '#i18n/paths.ts'
import { builtPages } from '../site/built-site.ts'
import { expect, test } from './llafar.ts'
import { service } from './public-forms.ts'

/** A page on paper: a plain leaflet that tells where it came from and whom to ring, and nothing to press. */
for (const language of ['cy', 'en'] as const) {
  test(`every page that is read prints as a plain leaflet, whatever its look (${language})`, async ({ page }) => {
    test.setTimeout(120_000)
    await page.addInitScript(() => sessionStorage.setItem('look', 'dark larger'))
    await page.emulateMedia({ media: 'print' })
    const pages = builtPages().filter((each) => each.language === language && !/poster/.test(each.html))
    expect(pages.length).toBeGreaterThan(20)
    for (const { path } of pages) {
      await page.goto(path)
      const found = await page.evaluate(() => {
        const isSeen = (selector: string) =>
          [...document.querySelectorAll(selector)].some((each) => each.getClientRects().length > 0)
        return {
          pressed: isSeen('.bar, .tools, .looks, .language-switch, .trail, .actions, summary::before'),
          ground: getComputedStyle(document.documentElement).backgroundColor,
          ink: getComputedStyle(document.body).color,
          foot: document.querySelector<HTMLElement>('.on-paper')?.innerText ?? '',
        }
      })

      expect(found, path).toEqual({
        pressed: false,
        ground: 'rgb(255, 255, 255)',
        ink: 'rgb(0, 0, 0)',
        foot: expect.stringContaining(service.contact.phone.replaceAll(' ', '\u00a0')),
      })
      expect(found.foot, path).toContain(path)
    }
  })

  test(`pictures, numbers to ring and the addresses of others are printed (${language})`, async ({ page }) => {
    await page.emulateMedia({ media: 'print' })
    await page.goto(pathTo('help-now', language))

    await expect(page.locator('main .helplines .symbol').first()).toBeVisible()
    const printed = (await page.locator('main').innerText()).replaceAll('\u00a0', ' ')
    for (const { phone } of service.helplines) expect(printed).toContain(phone)
    const after = await page
      .locator('main a[href^="https://"]')
      .first()
      .evaluate((link) => getComputedStyle(link, '::after').content)
    expect(after).toContain('https://')
  })
}
