import type { Page } from '@playwright/test'
import { TOTP } from 'otpauth'
import type { Language } from '#domain/language/language.ts'
import type { Role } from '#domain/roles.ts'
import { paths } from '#i18n/paths.ts'
import { putIn } from '#i18n/put-in.ts'
import { staffWords } from '#i18n/staff-words.ts'
import { askFrom } from './ask-from.ts'
import { expect } from './llafar.ts'

/** A member of staff who has set everything up, and what they wrote on paper. */
export type StaffPaper = {
  readonly email: string
  readonly password: string
  /** The code that the authenticator app shows now, by the server's clock. */
  readonly totp: () => string
  /** The words that open the member's own key. */
  readonly words: string
  /** The recovery key of the team, `AGE-SECRET-KEY-1…`. */
  readonly recoveryKey: string
}

const PASSWORD = 'a long pass phrase for a test'

/** What hashes a password or wraps a key is slow on purpose, and slower where two tests share two cores. */
const SLOW = { timeout: 30_000 }

/** Who sets up, in which language, and what is done at every screen on the way. */
type SetUp = {
  readonly name?: string
  readonly email?: string
  readonly language?: Language
  /** The moment on the server's clock, where that is not the machine's. */
  readonly now?: () => number
  readonly see?: (screen: string) => Promise<void>
}

/** Follows a one-time link as a person does, as far as the words of their own key: account, second step, key. */
export async function followLink(
  page: Page,
  link: string,
  {
    name = 'Mari Morgan',
    email = 'mari@llafar.example',
    language = 'en',
    now = Date.now,
    see = async () => undefined,
  }: SetUp = {},
): Promise<Omit<StaffPaper, 'recoveryKey'>> {
  const words = staffWords(language)
  const goOn = () => page.getByRole('button', { name: words.goOn, exact: true }).click()
  await page.goto(`${paths['staff-set-up'][language]}#${link.split('#')[1]}`)
  await page.locator('input[name=name]').fill(name)
  await see('account')
  await page.locator('input[name=email]').fill(email)
  await page.locator('input[name=password]').fill(PASSWORD)
  await goOn()
  const totp = new TOTP({ secret: (await page.locator('code').first().textContent(SLOW)) ?? '' })
  const code = () => totp.generate({ timestamp: now() })
  await see('second-factor')
  await page.getByLabel(words.secondFactor.code).fill(code())
  await goOn()
  const own = await typeOwnWords(page, { language, see })
  return { email, password: PASSWORD, totp: code, words: own }
}

/** Makes a member's own key, as the page asks for it, and types its words back. @returns the words. */
export async function typeOwnWords(
  page: Page,
  { language = 'en', see = async () => undefined }: Pick<SetUp, 'language' | 'see'> = {},
): Promise<string> {
  const words = staffWords(language)
  await page.getByRole('button', { name: words.keys.make }).waitFor(SLOW)
  await see('key')
  await page.getByRole('button', { name: words.keys.make }).click()
  await page.locator('.key-words li').first().waitFor(SLOW)
  await see('words')
  const own = (await page.locator('.key-words li').allTextContents()).join(' ')
  await page.getByRole('button', { name: words.keys.wordsKept }).click()
  await page.getByLabel(words.keys.unlockField).fill(own)
  await see('words-back')
  await page.getByRole('button', { name: words.goOn, exact: true }).click()
  return own
}

/** Follows the first set-up link, whose keeper also puts the recovery sheet on paper. */
export async function setUpStaff(page: Page, link: string, setUp: SetUp = {}): Promise<StaffPaper> {
  const words = staffWords(setUp.language ?? 'en')
  const member = await followLink(page, link, setUp)
  await page.locator('.secret-key').waitFor(SLOW)
  await setUp.see?.('recovery-sheet')
  const recoveryKey = (await page.locator('.secret-key').textContent()) ?? ''
  await page.getByRole('button', { name: words.keys.recoveryKept }).click()
  await page.locator('main input').fill(recoveryKey.slice(-6))
  await setUp.see?.('recovery-back')
  await page.getByRole('button', { name: words.goOn, exact: true }).click()
  await expect(page.getByText(words.keys.ready)).toBeVisible(SLOW)
  await setUp.see?.('ready')
  return { ...member, recoveryKey: recoveryKey.trim() }
}

/** Types the member's words where they are asked for, and waits until what they open is there. */
export async function unlock(page: Page, own: string, language: Language = 'en'): Promise<void> {
  const asked = page.getByLabel(staffWords(language).keys.unlockField)
  await asked.fill(own)
  await asked.press('Enter')
  await expect(asked).toBeHidden(SLOW)
}

/** Opens one line of the inbox, with the member's words when it asks for them. What has no reference has a heading of its own. */
export async function openReferral(
  page: Page,
  reference: string,
  { words }: Pick<StaffPaper, 'words'>,
  language: Language = 'en',
  title = reference,
): Promise<void> {
  await page.getByRole('button', { name: reference }).click()
  const heading = page.getByRole('heading', { name: title })
  const asked = page.getByLabel(staffWords(language).keys.unlockField)
  await expect(heading.or(asked)).toBeVisible(SLOW)
  if (await asked.isVisible()) await unlock(page, words, language)
  await expect(heading).toBeVisible(SLOW)
}

/** A code that was not used yet: each is good once. */
export async function freshCode({ totp }: StaffPaper): Promise<string> {
  const used = totp()
  await expect.poll(() => totp(), { timeout: 35_000 }).not.toBe(used)
  return totp()
}

/** Signs in again, by the steps that the pages ask for. */
export async function signInAgain(page: Page, { email, password, totp }: StaffPaper): Promise<void> {
  const steps = [
    ['password', () => ({ email, password })],
    ['second-factor', () => ({ kind: 'app', code: totp() })],
  ] as const
  for (const [step, body] of steps)
    expect([step, (await askFrom(page, `/api/auth/${step}`, body())).status]).toEqual([step, 200])
}

/** Who comes new, and what they will do. */
type Newcomer = SetUp & { readonly name: string; readonly role: Role }

/** Invites somebody on the page of people, who follows the link in a browser of their own and is let in with the keys. */
export async function join(
  {
    page,
    paper,
    language = 'en',
    see = async () => undefined,
  }: SetUp & { readonly page: Page; readonly paper: StaffPaper },
  their: Page,
  newcomer: Newcomer,
): Promise<StaffPaper> {
  const words = staffWords(language)
  const named = (sentence: string) => putIn(sentence, { name: newcomer.name })
  await page.goto(paths['staff-people'][language])
  await page.getByLabel(words.roles[newcomer.role], { exact: true }).check()
  await page.getByRole('button', { name: words.people.inviteMake }).click()
  await page.locator('.secret-key').waitFor(SLOW)
  await see('invited')
  const link = (await page.locator('.secret-key').textContent()) ?? ''
  const member = await followLink(their, link, { email: `${newcomer.role}@llafar.example`, ...newcomer })
  await their.locator('.key-words').waitFor(SLOW)
  await page.reload()
  await page.getByRole('button', { name: named(words.people.letIn) }).waitFor(SLOW)
  await see('people-waiting')
  await page.getByRole('button', { name: named(words.people.letIn) }).click()
  await unlock(page, paper.words, language)
  await see('let-in')
  await page.getByRole('button', { name: words.people.letInSame }).click()
  await expect(page.locator('.said')).toContainText(newcomer.name, SLOW)
  return { ...member, recoveryKey: '' }
}
