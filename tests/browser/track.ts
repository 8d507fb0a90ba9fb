import type { Page } from '@playwright/test'
import type { Language } from '#domain/language/language.ts'
import { paths } from '#i18n/paths.ts'

/** What the young person reads on their own page. */
export async function track(page: Page, code: string, language: Language): Promise<void> {
  await page.goto(paths.track[language])
  await page.locator('#code').fill(code)
  await page.locator('main button.go-on').click()
  await page.locator('.steps').waitFor()
}
