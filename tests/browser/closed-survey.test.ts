import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium } from '@playwright/test'
import { londonDay, toInstant } from '#domain/time/instant.ts'
import { CHECK } from '#forms/journey.ts'
import { formPaths, pathTo } from '#i18n/paths.ts'
import cy from '#locales/cy/api.json' with { type: 'json' }
import en from '#locales/en/api.json' with { type: 'json' }
import { getBrowser } from './find-browser.ts'
import { expect, test } from './llafar.ts'
import { service } from './public-forms.ts'
import { SITE_URL, startRealServer } from './real-server.ts'

const words = { cy, en }
/** A window that today is not in, whichever day it is; the same for half a year, so that its build is too. */
const month = Number(londonDay(toInstant(new Date())).slice(5, 7))
const closedNow = month <= 6 ? "opens: '10-01', closes: '10-31'" : "opens: '02-01', closes: '02-28'"

test('the annual survey outside its window is closed kindly, in both languages, with script and without', async () => {
  test.setTimeout(240_000)
  const folder = join(tmpdir(), 'llafar-closed-survey')
  const file = join(folder, 'closed.yaml')
  mkdirSync(folder, { recursive: true })
  const demonstration = readFileSync('content/services/cymru-demo.yaml', 'utf8')
  writeFileSync(file, demonstration.replace(/^annualSurvey: .*$/m, `annualSurvey: { ${closedNow} }`))
  const server = await startRealServer({ settings: { SERVICE: file, BUILD_DIR: './dist-closed-test' } })
  const browser = await chromium.launch({
    executablePath: getBrowser(),
    args: ['--disable-gpu', `--host-resolver-rules=MAP ${new URL(SITE_URL).host} 127.0.0.1:${server.port}`],
  })
  try {
    for (const language of ['cy', 'en'] as const) {
      for (const javaScriptEnabled of [true, false]) await expectClosed(browser, language, javaScriptEnabled)
      // Who began on the last day and sends after it loses nothing but the sending, and reads the same.
      const late = await fetch(`${server.address}${formPaths('annual-survey', language).step}`, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', origin: SITE_URL },
        body: new URLSearchParams({ page: CHECK, do: 'send', 'a.listenedTo': 'a-bit' }),
      })
      const page = (await late.text()).replaceAll('&#39;', "'")
      expect([late.status, page.includes(words[language]['survey-closed'].title)]).toEqual([403, true])
      expect(page, 'the answers are still there').toContain('name="a.listenedTo" value="a-bit"')
    }
    expect(server.countRecords('annual-survey')).toBe(0)
  } finally {
    await browser.close()
    await server.remove()
  }
})

async function expectClosed(browser: Browser, language: 'cy' | 'en', javaScriptEnabled: boolean): Promise<void> {
  const context = await browser.newContext({ javaScriptEnabled, baseURL: SITE_URL })
  const page = await context.newPage()
  const { title, detail } = words[language]['survey-closed']
  await page.goto(formPaths('annual-survey', language).start)
  await expect(page.locator('html')).toHaveAttribute('lang', language)
  await expect(page.locator('main h1')).toHaveCount(1)
  await expect(page.locator('main')).toContainText(title)
  await expect(page.locator('main')).toContainText(detail.replace('{phone}', service.contact.phone))
  await expect(page.locator('main form'), 'nothing is asked').toHaveCount(0)
  await expect(page.locator(`.bar a[href="${pathTo('help-now', language)}"]`)).toBeVisible()
  await context.close()
}
