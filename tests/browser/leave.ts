import type { Page } from '@playwright/test'
import type { Watch } from './llafar.ts'
import { service } from './public-forms.ts'
import type { Walk } from './walk.ts'

/** The other site's page; with an icon of its own, or a browser that shows one would ask for it. */
const WEATHER = '<!doctype html><link rel="icon" href="data:,"><title>Weather</title><h1>Weather</h1>'

/**
 * The site that "leave" goes to, answered here: nothing is asked of it. In the browser itself, because the requests
 * that a redirect of our server's leads to do not come by Playwright's own routes.
 */
export async function answerElsewhere(page: Page, watch: Watch): Promise<void> {
  watch.expectedRequests.push(service.exitAddress)
  const browser = await page.context().newCDPSession(page)
  browser.on('Fetch.requestPaused', ({ requestId }) =>
    browser.send('Fetch.fulfillRequest', {
      requestId,
      responseCode: 200,
      responseHeaders: [{ name: 'content-type', value: 'text/html' }],
      body: Buffer.from(WEATHER).toString('base64'),
    }),
  )
  await browser.send('Fetch.enable', { patterns: [{ urlPattern: `${service.exitAddress}*` }] })
}

/** Everything typed that the page still shows or holds. */
export async function heldBy({ page, watch }: Walk): Promise<readonly string[]> {
  const held = await page
    .evaluate(() => [
      document.documentElement.textContent ?? '',
      document.title,
      ...[...document.querySelectorAll<HTMLInputElement>('input,textarea')].map(({ value }) => value),
    ])
    .catch(() => ['still on its way'])
  const typed = [...watch.typed, 'still on its way'].filter((text) => text.length > 3)
  return typed.filter((text) => held.some((each) => each.includes(text)))
}

/** How long the history is. */
export async function historyOf({ page }: { readonly page: Page }): Promise<{ readonly length: number }> {
  return page.evaluate(() => ({ length: history.length }))
}
