import type { Page } from '@playwright/test'
import { TOTP } from 'otpauth'
import en from '#locales/en/staff.json' with { type: 'json' }
import { expect } from './llafar.ts'

/** A member of staff who has set everything up, and what they wrote on paper. */
export type StaffPaper = {
  readonly email: string
  readonly password: string
  readonly totp: () => string
  /** The words that open the member's own key. */
  readonly words: string
  /** The recovery key of the team, `AGE-SECRET-KEY-1…`. */
  readonly recoveryKey: string
}

const PASSWORD = 'a long pass phrase for a test'

/** Follows the first set-up link in English, as a person does: account, second step, key, recovery sheet. */
export async function setUpStaff(page: Page, link: string): Promise<StaffPaper> {
  const email = 'mari@llafar.example'
  await page.goto(link.replace('/cy/staff/gosod', '/en/staff/set-up'))
  await page.locator('input[name=name]').fill('Mari Morgan')
  await page.locator('input[name=email]').fill(email)
  await page.locator('input[name=password]').fill(PASSWORD)
  await goOn(page)
  const totp = new TOTP({ secret: (await page.locator('code').first().textContent()) ?? '' })
  await page.getByLabel(en.secondFactor.code).fill(totp.generate())
  await goOn(page)
  await page.getByRole('button', { name: en.keys.make }).click()
  await page.locator('.key-words li').first().waitFor()
  const words = (await page.locator('.key-words li').allTextContents()).join(' ')
  await page.getByRole('button', { name: en.keys.wordsKept }).click()
  await page.getByLabel(en.keys.unlockField).fill(words)
  await goOn(page)
  const recoveryKey = (await page.locator('.secret-key').textContent()) ?? ''
  await page.getByRole('button', { name: en.keys.recoveryKept }).click()
  await page.locator('main input').fill(recoveryKey.slice(-6))
  await goOn(page)
  await expect(page.getByText(en.keys.ready)).toBeVisible()
  return { email, password: PASSWORD, totp: () => totp.generate(), words, recoveryKey: recoveryKey.trim() }
}

/** Opens one referral of the inbox, with the member's words when it asks for them. */
export async function openReferral(page: Page, reference: string, { words }: StaffPaper): Promise<void> {
  await page.getByRole('button', { name: reference }).click()
  const heading = page.getByRole('heading', { name: reference })
  const asked = page.getByLabel(en.keys.unlockField)
  await expect(heading.or(asked)).toBeVisible()
  if (await asked.isVisible()) {
    await asked.fill(words)
    await asked.press('Enter')
  }
  await expect(heading).toBeVisible({ timeout: 20_000 })
}

async function goOn(page: Page): Promise<void> {
  await page.getByRole('button', { name: en.goOn, exact: true }).click()
}
