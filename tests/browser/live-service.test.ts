import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { chromium } from '@playwright/test'
import { TOTP } from 'otpauth'
import en from '#locales/en/staff.json' with { type: 'json' }
import { liveServiceText } from '../builders/live-service.ts'
import { getBrowser } from './find-browser.ts'
import { expect, test } from './llafar.ts'
import { type RealServer, SITE_URL, startRealServer } from './real-server.ts'

const SECRET_KEY = 'AGE-SECRET-KEY-1'
/** A key, and not the prefix alone: the library's own source text holds that. */
const A_SECRET_KEY = /AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{16}/i
const NAME = 'Gwenhwyfar Plannwyd'

test.describe.configure({ mode: 'serial' })

test('a live service takes no form before a holder has made the key, and its server never holds one', async () => {
  test.setTimeout(240_000)
  const folder = mkdtempSync(join(tmpdir(), 'llafar-live-'))
  const file = join(folder, 'live.yaml')
  writeFileSync(file, liveServiceText())
  const server = await startRealServer({
    settings: { SERVICE: file, BUILD_DIR: './dist-live-test' },
    nodeFlags: ['--heapsnapshot-signal=SIGUSR2', `--diagnostic-dir=${folder}`],
  })
  const host = new URL(SITE_URL).host
  const browser = await chromium.launch({
    executablePath: getBrowser(),
    args: ['--disable-gpu', `--host-resolver-rules=MAP ${host} 127.0.0.1:${server.port}`],
  })
  try {
    expect(await send(server)).toBe(503)

    const admin = await openAccount(browser, server.setUpLink(), 'Ann Admin', 'ann@llafar.example')
    await expect(admin.getByText(en.keys.noneNeeded)).toBeVisible()
    await admin.goto(`${SITE_URL}/en/staff/people`)
    await admin.getByLabel(en.roles.coordinator).check()
    await admin.getByRole('button', { name: en.people.inviteMake }).click()
    const invitation = (await admin.locator('.secret-key').textContent()) ?? ''

    const { page, words } = await makeMemberKey(browser, invitation)
    expect(await send(server)).toBe(503)
    await page.getByRole('button', { name: en.keys.makeFirst }).click()
    const recoveryKey = (await page.locator('.secret-key').textContent()) ?? ''
    expect(recoveryKey).toContain(SECRET_KEY)
    await page.getByRole('button', { name: en.keys.recoveryKept }).click()
    await page.locator('main input').fill(recoveryKey.trim().slice(-6))
    await page.getByRole('button', { name: en.goOn, exact: true }).click()
    await expect(page.getByText(en.keys.ready)).toBeVisible()

    expect(await send(server)).toBe(201)
    await readFirst(page, words)
    const snapshot = await heapOf(server, folder)
    // A control: the snapshot does hold the texts of this server.
    expect(snapshot).toContain('cymru-live')
    expect(A_SECRET_KEY.test(recoveryKey)).toBe(true)
    expect(A_SECRET_KEY.test(snapshot)).toBe(false)
    expect(snapshot.includes(recoveryKey.trim().slice(SECRET_KEY.length))).toBe(false)
  } finally {
    await browser.close()
    await server.remove()
    rmSync(folder, { recursive: true, force: true })
  }
})

async function send({ address }: RealServer): Promise<number> {
  const { confidentiality } = await (await fetch(`${address}/api/forms/self-referral`)).json()
  const answer = await fetch(`${address}/api/forms/self-referral`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
    body: JSON.stringify({
      language: 'en',
      answers: { name: NAME, contactMethods: ['come-back'] },
      confidentiality: { version: confidentiality.version, language: 'en', format: 'text', answer: 'understood' },
    }),
  })
  return answer.status
}

async function openAccount(browser: Browser, link: string, name: string, email: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await page.goto(link.replace('/cy/staff/gosod', '/en/staff/set-up'))
  await page.locator('input[name=name]').fill(name)
  await page.locator('input[name=email]').fill(email)
  await page.locator('input[name=password]').fill('a long pass phrase for a test')
  await page.getByRole('button', { name: en.goOn, exact: true }).click()
  const totp = new TOTP({ secret: (await page.locator('code').first().textContent()) ?? '' })
  await page.getByLabel(en.secondFactor.code).fill(totp.generate())
  await page.getByRole('button', { name: en.goOn, exact: true }).click()
  return page
}

async function makeMemberKey(browser: Browser, invitation: string): Promise<{ page: Page; words: string }> {
  const page = await openAccount(browser, invitation.trim(), 'Cai Cydlynydd', 'cai@llafar.example')
  await page.getByRole('button', { name: en.keys.make }).click()
  await page.locator('.key-words li').first().waitFor()
  const words = (await page.locator('.key-words li').allTextContents()).join(' ')
  await page.getByRole('button', { name: en.keys.wordsKept }).click()
  await page.getByLabel(en.keys.unlockField).fill(words)
  await page.getByRole('button', { name: en.goOn, exact: true }).click()
  await page.getByRole('button', { name: en.keys.makeFirst }).waitFor()
  return { page, words }
}

/** A member of staff reads the newest referral. */
async function readFirst(page: Page, words: string): Promise<void> {
  await page.goto(`${SITE_URL}/en/staff`)
  await page.locator('.staff-table tbody button').first().click()
  await page.getByLabel(en.keys.unlockField).fill(words)
  await page.getByRole('button', { name: en.keys.unlockSubmit, exact: true }).click()
  await expect(page.getByText(NAME)).toBeVisible({ timeout: 20_000 })
}

/** The whole heap of the server's process, as text. */
async function heapOf(server: RealServer, folder: string): Promise<string> {
  process.kill(server.processId() ?? 0, 'SIGUSR2')
  const find = () => readdirSync(folder).find((name) => name.endsWith('.heapsnapshot'))
  await expect
    .poll(
      () =>
        find() !== undefined &&
        JSON_END.test(
          readFileSync(join(folder, find() ?? ''))
            .subarray(-8)
            .toString(),
        ),
      { timeout: 60_000 },
    )
    .toBe(true)
  return readFileSync(join(folder, find() ?? ''), 'utf8')
}

/** How a snapshot that is written to its end ends. */
const JSON_END = /\]\s*\}\s*$/
