import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import cyTrack from '#locales/cy/track.json' with { type: 'json' }
import enStaff from '#locales/en/staff.json' with { type: 'json' }
import enTrack from '#locales/en/track.json' with { type: 'json' }
import { llafar } from '../builders/llafar-command.ts'
import { expect, test } from './llafar.ts'
import { type RealServer, serverSettings } from './real-server.ts'
import { type SentByApi, sendByApi } from './send-by-api.ts'
import { openReferral, setUpStaff } from './staff.ts'
import { track } from './track.ts'

const NAME_IN_WELSH = 'Siân Ŵyn'
const NAME_IN_ENGLISH = "Sam O'Brien"
const NAME_BY_API = "Gŵyn ŷ â O'Neill 🦊"

test.use({ ownServer: 'one-referral' })

test('a young person asks, the service knows in time, and both see the same time', async ({
  page,
  browser,
  server,
  watch,
}) => {
  test.setTimeout(180_000)
  const paper = await setUpStaff(page, server.setUpLink())
  for (const typed of [NAME_IN_WELSH, NAME_IN_ENGLISH, NAME_BY_API, paper.words, paper.recoveryKey])
    watch.typed.add(typed)

  const welsh = await sendByPage(page, { start: '/cy/gofyn-am-eiriolwr', name: NAME_IN_WELSH })
  const noScript = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } })
  await watch.over(noScript)
  const english = await sendByPage(await noScript.newPage(), {
    start: '/en/ask-for-an-advocate',
    name: NAME_IN_ENGLISH,
  })
  const byApi = await sendByApi(server, 'self-referral', { name: NAME_BY_API, contactMethods: ['come-back'] })

  for (const [sent, name] of [
    [welsh, NAME_IN_WELSH],
    [english, NAME_IN_ENGLISH],
    [byApi, NAME_BY_API],
  ] as const) {
    await page.goto('/en/staff')
    await openReferral(page, sent.reference, paper)
    await expect(page.getByText(name, { exact: true })).toBeVisible()
    await accept(page)
    // The page reads the referral anew after it is saved: the line changes when that has come.
    await expect(page.locator('.due').first()).toContainText('Contact by', { timeout: 20_000 })
    const due = await page.locator('.due').first().innerText()
    const when = /Contact by (.+)$/.exec(due)?.[1] ?? 'no time was shown'
    await track(page, sent.code, 'en')
    await expect(page.locator('.steps .is-now')).toContainText(enTrack.next.contact)
    await expect(page.locator('.steps .is-now')).toContainText(when)
  }

  await track(page, welsh.code, 'cy')
  await expect(page.locator('main')).toContainText(cyTrack.status.accepted)
  await page.goto('/en/staff')
  await openReferral(page, welsh.reference, paper)
  await recordContact(page)
  await track(page, welsh.code, 'cy')
  await expect(page.locator('main')).toContainText(cyTrack.status.contacted)

  expect(openWithPaperKey(server, byApi.reference, paper.recoveryKey)).toBe(NAME_BY_API)
})

/** Sends the least that a self-referral needs, over its pages. */
async function sendByPage(
  page: Page,
  { start, name }: { start: string; name: string },
): Promise<Pick<SentByApi, 'reference' | 'code'>> {
  await page.goto(start)
  await page.locator('main button[value=understood]').click()
  await page.locator('#q-name').fill(name)
  await page.locator('main button.go-on').click()
  await page.locator('input[value=text]').check({ force: true })
  await page.locator('main button.go-on').click()
  await page.locator('#q-phone').fill('07700 900456')
  await page.locator('main button.go-on').click()
  await page.locator('main button.go-on[value=send]').click()
  await page.locator('[data-sent]').waitFor()
  const words = await page.locator('.code-words li').allInnerTexts()
  return { reference: await page.locator('.reference').innerText(), code: words.map((word) => word.trim()).join(' ') }
}

async function accept(page: Page): Promise<void> {
  await page.getByRole('button', { name: enStaff.inbox.screening }).click()
  await page.locator('input[value=accepted]').check({ force: true })
  await walkToSend(page)
}

async function recordContact(page: Page): Promise<void> {
  await page.getByRole('button', { name: enStaff.inbox.contact, exact: true }).click()
  await page.locator('input[value=reached]').check({ force: true })
  await page.locator('input[value=text]').check({ force: true })
  await walkToSend(page)
}

async function walkToSend(page: Page): Promise<void> {
  const send = page.locator('button[value=send]:not(.visually-hidden)')
  for (let screens = 0; screens < 6 && !(await send.isVisible()); screens += 1) {
    const screen = await page.locator('input[name=page]').inputValue()
    await page.locator('button.go-on[value=go-on]').click()
    await expect(page.locator('input[name=page]')).not.toHaveValue(screen)
  }
  await send.click()
  await expect(page.getByText(enStaff.inbox.saved)).toBeVisible({ timeout: 20_000 })
}

/** Exports an envelope by the command and opens it with Debian's `age` and the paper key: what was the name? */
function openWithPaperKey(server: RealServer, reference: string, recoveryKey: string): unknown {
  const folder = mkdtempSync(join(tmpdir(), 'llafar-export-'))
  const exported = llafar(serverSettings(server), 'export', '--to', folder, '--reference', reference)
  expect(exported.status, exported.stderr).toBe(0)
  const [file = ''] = readdirSync(folder).filter((name) => name.includes('self-referral'))
  writeFileSync(join(folder, 'paper.txt'), `${recoveryKey}\n`, { mode: 0o600 })
  const opened = spawnSync('age', ['-d', '-i', join(folder, 'paper.txt'), join(folder, file)], { encoding: 'utf8' })
  if (opened.error) throw new Error('this test needs the age program: apt-get install age')
  expect(opened.status, opened.stderr).toBe(0)
  return JSON.parse(opened.stdout).answers.name
}
