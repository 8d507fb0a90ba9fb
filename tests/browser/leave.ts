import type { BrowserContext } from '@playwright/test'
import type { Watch } from './llafar.ts'
import { service } from './public-forms.ts'
import type { Walk } from './walk.ts'

/** The site that "leave" goes to, answered here: nothing is asked of it. */
export async function answerElsewhere(context: BrowserContext, watch: Watch): Promise<void> {
  watch.expectedRequests.push(service.exitAddress)
  await context.route(`${service.exitAddress}**`, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Weather</title><h1>Weather</h1>' }),
  )
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
export async function historyOf({ page }: { readonly page: Walk['page'] }): Promise<{ readonly length: number }> {
  return page.evaluate(() => ({ length: history.length }))
}
