import { HtmlValidate } from 'html-validate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { languages } from '#domain/language/language.ts'
import { CHECK, CONFIDENTIALITY } from '#forms/journey.ts'
import { formPaths, pathTo } from '#i18n/paths.ts'
import { publicForms, service } from '../browser/public-forms.ts'
import { type RealServer, startServer } from '../builders/real-server.ts'
import { post } from '../builders/self-referral.ts'
import { builtPages } from './built-site.ts'

/** A validator that is not ours: what the standard asks of HTML, and what it knows of accessibility. */
const validator = new HtmlValidate({ extends: ['html-validate:standard', 'html-validate:a11y'] })

let server: RealServer
beforeAll(async () => {
  server = await startServer()
}, 300_000)
afterAll(() => server?.stop())

async function faultsOf(html: string): Promise<readonly string[]> {
  const { results } = await validator.validateString(html)
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector})`),
  )
}

describe('the HTML', () => {
  test('of every page that is built', async () => {
    const faults = await Promise.all(
      builtPages().map(async ({ path, html }) => (await faultsOf(html)).map((fault) => `${path} ${fault}`)),
    )

    expect(faults.flat()).toEqual([])
  })

  for (const { form } of publicForms)
    test.each(languages)(`of every step of ${form.id}, as the server gives it (%s)`, async (language) => {
      const { step } = formPaths(form.id, language)
      const receipt = `${service.confidentiality.version} ${language} symbols understood`
      const screens = [CONFIDENTIALITY, ...form.pages.map(({ id }) => id), CHECK]
      const faults: string[] = []
      for (const screen of screens)
        for (const doing of ['stay', 'go-on', 'help']) {
          const answer = await post(server.url, step, [
            ['page', screen],
            ['receipt', receipt],
            ['do', doing],
          ])
          const html = await answer.text()
          if (doing === 'stay') expect(html).toContain(`name="page" value="${screen}"`)
          expect(html, 'the way out, and help, are there').toContain(`href="${pathTo('exit', language)}" data-exit=`)
          expect(html).toContain('class="to-help"')
          faults.push(...(await faultsOf(html)).map((fault) => `${screen} ${doing}: ${fault}`))
        }

      expect(faults).toEqual([])
    })

  test.each(languages)('of the tracking page, before and after a wrong code (%s)', async (language) => {
    const path = pathTo('track', language)
    const pages = [await fetch(server.url + path), await post(server.url, path, [['code', 'un dau tri']])]

    for (const page of pages) expect(await faultsOf(await page.text())).toEqual([])
  })

  test('is found at fault where it is wrong', async () => {
    expect(
      await faultsOf(
        '<!doctype html><html lang="cy"><head><title>x</title></head><body><p><div></div></p></body></html>',
      ),
    ).not.toEqual([])
  })
})
