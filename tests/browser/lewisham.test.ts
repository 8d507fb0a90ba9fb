import { randomUUID } from 'node:crypto'
import { type Browser, chromium, type Page } from '@playwright/test'
import type { ResolvedForm } from '#forms/define-form.ts'
import { paths } from '#i18n/paths.ts'
import en from '#locales/en/forms/supported-referral.json' with { type: 'json' }
import { readConfig } from '#server/config.ts'
import { ensureBuilt } from '#server/ensure-built.ts'
import { loadForms, loadService } from '#server/load-service.ts'
import { getBrowser } from './find-browser.ts'
import { expect, test } from './llafar.ts'
import { type RealServer, SITE_URL, startRealServer } from './real-server.ts'
import { answersOf } from './valid-answers.ts'
import { scriptIsReady } from './walk.ts'

/** What only a service in Wales may say. */
const onlyInWales = /\b(Wales|Welsh|Meic|Cymru|Cymraeg|Dewis)\b/

const settings = { SERVICE: 'lewisham-demo', BUILD_DIR: './dist-lewisham-test' }
const service = loadService('lewisham-demo')
const forms = [...loadForms(service).values()].filter(({ access }) => access === 'public')

test.describe.configure({ mode: 'serial' })

let server: RealServer & { readonly remove: () => Promise<void> }
let browser: Browser

test.beforeAll(async () => {
  test.setTimeout(300_000)
  ensureBuilt(readConfig({ ...settings, SITE_URL }))
  server = await startRealServer({ settings })
  browser = await chromium.launch({
    executablePath: getBrowser(),
    args: ['--disable-gpu', `--host-resolver-rules=MAP ${new URL(SITE_URL).host} 127.0.0.1:${server.port}`],
  })
})

test.afterAll(async () => {
  await browser.close()
  await server.remove()
})

test('an English service leads straight to its pages, and has no Welsh ones', async () => {
  const first = await fetch(`${server.address}/`, { redirect: 'manual' })
  expect([first.status, first.headers.get('location')]).toEqual([302, '/en'])

  for (const { cy } of Object.values(paths).filter((path) => path !== paths.exit)) {
    const answer = await fetch(server.address + cy, { redirect: 'manual' })
    expect([cy, answer.status]).toEqual([cy, 404])
  }
})

test('says in one place what a yes is for and who sees the name, before any question too', async () => {
  for (const name of ['confidentiality', 'your-information', 'self-referral'] as const) {
    const html = await fetch(server.address + paths[name].en).then((answer) => answer.text())
    const said = [...html.matchAll(/<p[^>]*>([^<]+)<\/p>/g)].map(([, text = '']) => text.trim())
    const seen = said.findIndex((text) => text.startsWith('Some people at the council can see your name.'))

    expect(seen, name).toBeGreaterThan(0)
    expect(said.slice(0, seen).join(' '), name).toMatch(/what you say( if you say yes)?\./)
    expect(html, name).not.toMatch(/(only tell other people|before we tell anyone( else)?)( if you say yes)?\./)
  }
})

test('every page that a reader can reach is in English, alone, and says nothing of Wales', async () => {
  const seen = new Set(['/en'])
  for (const path of seen) {
    const answer = await fetch(server.address + path)
    const html = await answer.text()
    expect([path, answer.status]).toEqual([path, 200])
    const links = [...html.matchAll(/href="(\/[^"#?]*)/g)].map(([, href = '']) => href)
    const pages = links.filter((href) => href.startsWith('/en') && href !== paths.exit.en)
    for (const page of pages) seen.add(page)
    expect([path, links.filter((href) => href.startsWith('/cy'))]).toEqual([path, []])
    expect([path, /hreflang|lang="cy"|class="language-switch"/.exec(html)?.[0]]).toEqual([path, undefined])
    expect([path, onlyInWales.exec(textOf(html))?.[0]]).toEqual([path, undefined])
  }
  expect(seen.size, 'the whole site was seen').toBeGreaterThan(20)
})

for (const form of forms.filter(({ survey }) => survey !== 'closure'))
  test(`${form.id}: sends with every question answered`, async () => {
    const answer = await send(form)

    expect([answer.status, await answer.text()]).toEqual([201, expect.anything()])
  })

test('no form offers a choice that speaks of Wales', async () => {
  const offered = await Promise.all(
    forms.map(async ({ id }) => {
      const { schema } = await (await fetch(`${server.address}/api/forms/${id}?language=en`)).json()
      return Object.values(schema.properties).flatMap((property) => titlesIn(property))
    }),
  )

  // The census of England has this as one of its ethnic groups.
  const census = 'White Welsh, English, Scottish, Northern Irish or British'
  expect(offered.flat().filter((title) => onlyInWales.test(title) && title !== census)).toEqual([])
})

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with script' : 'without script'

  test(`a carer is led to help the child ask, ${how}`, async () => {
    const page = await askAs('carer', javaScriptEnabled)

    await expect(page.locator('main h1')).toHaveText(en.pages['child-can-ask'].title)
    await expect(page.locator('main')).toContainText(service.participationManager?.phone ?? 'no number')
    await page.getByRole('link', { name: en.pages['child-can-ask'].tells.link }).click()
    await expect(page).toHaveURL(`${SITE_URL}${paths['self-referral'].en}`)
    await page.context().close()
  })

  test(`a carer who goes on asks the participation manager, ${how}`, async () => {
    const page = await askAs('carer', javaScriptEnabled)
    await page.locator('main button.go-on').click()

    await expect(page.locator('main h1')).toHaveText(en.pages['your-details'].title)
    await page.locator('.who-sees summary').first().click()
    await expect(page.locator('.who-sees p').first()).toContainText('participation manager')
    await page.context().close()
  })

  test(`a social worker goes straight on, ${how}`, async () => {
    const page = await askAs('social-worker', javaScriptEnabled)

    await expect(page.locator('main h1')).toHaveText(en.pages['your-details'].title)
    await page.context().close()
  })
}

/** Opens the adult's form, reads what stays private, and says who is asking. */
async function askAs(who: string, javaScriptEnabled: boolean): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled, viewport: { width: 360, height: 740 } })
  const page = await context.newPage()
  await page.goto(`${SITE_URL}${paths['supported-referral'].en}`)
  await scriptIsReady({ page, scripted: javaScriptEnabled, form: { id: 'supported-referral' }, language: 'en' })
  await expect(page.locator('main')).toContainText('The participation manager at the council may read it instead.')
  await page.locator('main button[value=understood]').click()
  await page.locator(`main input[value=${who}]`).check()
  await page.locator('main button.go-on').click()
  return page
}

function send(form: ResolvedForm): Promise<Response> {
  return fetch(`${server.address}/api/forms/${form.id}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: JSON.stringify({
      language: 'en',
      answers: answersOf(form, {}, { howMuch: 'everything' }),
      ...(form.confidentialityFirst && {
        confidentiality: {
          version: service.confidentiality.version,
          language: 'en',
          format: 'text',
          answer: 'understood',
        },
      }),
    }),
  })
}

/** What a reader sees of a page: without its tags. */
function textOf(html: string): string {
  return html.replaceAll(/<(script|style)\b.*?<\/\1>/gs, ' ').replaceAll(/<[^>]*>/g, ' ')
}

/** Every `title` in a schema. */
function titlesIn(schema: unknown): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return []
  return Object.entries(schema).flatMap(([key, value]) =>
    key === 'title' && typeof value === 'string' ? [value] : titlesIn(value),
  )
}
