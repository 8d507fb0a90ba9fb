import type { Browser, Page } from '@playwright/test'
import { paths } from '#i18n/paths.ts'
import { putIn } from '#i18n/put-in.ts'
import en from '#locales/en/staff.json' with { type: 'json' }
import { askFrom } from './ask-from.ts'
import { expect, test, type Watch } from './llafar.ts'
import { SITE_URL } from './real-server.ts'
import { type SentByApi, sendByApi } from './send-by-api.ts'
import { join, openReferral, setUpStaff, typeOwnWords, unlock } from './staff.ts'

/**
 * What happens to the keys while people come, go and lose their words, as they see it on their screens. Every time
 * what was sent before and what was sent since has to open for whoever may read it.
 *
 * @source DESIGN 7, 8
 */
test.use({ ownServer: 'keys-come-and-go' })

/** Sealing and hashing are slow on purpose. */
const SLOW = { timeout: 30_000 }

test('a member is removed while signed in, the key is made anew, and lost words keep nobody out for good', async ({
  page,
  browser,
  server,
  watch,
}) => {
  test.setTimeout(240_000)
  const send = (name: string) => sendByApi(server, 'self-referral', { name, contactMethods: ['come-back'] })
  const paper = await setUpStaff(page, server.setUpLink())
  const holder = { page, paper }
  const before = { name: 'Gwenhwyfar', ...(await send('Gwenhwyfar')) }

  await test.step('a member is removed while signed in: out at once', async () => {
    const ifan = await newPage(browser, watch)
    const theirs = await join(holder, ifan, { name: 'Ifan Rees', role: 'coordinator' })
    await goToInbox(ifan)
    await expectOpens(ifan, before, theirs.words)
    await remove(page, 'Ifan Rees')

    await ifan.getByRole('button', { name: en.inbox.backToList }).click()
    await expect(ifan.locator('main')).toContainText(en.problems['sign-in'].title)
    expect((await askFrom(ifan, '/api/staff/inbox')).status).toBe(401)
    await goToInbox(ifan)
    await expect(ifan).toHaveURL(new RegExp(`${paths['staff-sign-in'].en}($|[?#])`))
  })

  await test.step('whoever stays makes the new key that is asked for', async () => {
    await page.goto(paths['staff-people'].en)
    await page.getByRole('button', { name: en.people.rotateDo }).click()
    await unlock(page, paper.words)
    await page.getByRole('button', { name: en.people.rotateDo }).click()
    await expect(page.locator('.said')).toHaveText(putIn(en.people.rotated, { audience: en.audiences.team }), SLOW)
    await expect(page.getByRole('button', { name: en.people.rotateDo })).toBeHidden()
  })
  const since = { name: 'Llinos Wedyn', ...(await send('Llinos Wedyn')) }
  await goToInbox(page)
  for (const request of [before, since]) await expectOpens(page, request, paper.words)

  const non = await newPage(browser, watch)
  const first = await join(holder, non, { name: 'Non Puw', role: 'coordinator', email: 'non@llafar.example' })
  await goToInbox(non)
  for (const request of [before, since]) await expectOpens(non, request, first.words)

  const second = await test.step('somebody loses their words: a colleague lets them in again', async () => {
    const words = await makeKeyAnew(non, since)
    await page.goto(paths['staff-people'].en)
    await page.getByRole('button', { name: putIn(en.people.letIn, { name: 'Non Puw' }) }).click()
    await unlock(page, paper.words)
    const [hers, ours] = [non, page].map((each) => each.locator('.key-words li').allTextContents())
    expect(await ours, 'both see the same words').toEqual(await hers)
    await page.getByRole('button', { name: en.people.letInSame }).click()
    await expect(page.locator('.said')).toContainText('Non Puw', SLOW)
    return words
  })
  await goToInbox(non)
  await non.getByRole('button', { name: since.reference }).click()
  await expectRefused(non, first.words)
  await unlock(non, second)
  for (const request of [since, before]) await expectOpens(non, request, second)

  await test.step('nobody is left who could let them in: the recovery sheet does', async () => {
    const words = await makeKeyAnew(non, since)
    await non.getByText(en.keys.rebuild).click()
    await non.getByLabel(en.keys.rebuildField).fill(`AGE-SECRET-KEY-1${'Q'.repeat(58)}`)
    await non.getByRole('button', { name: en.goOn, exact: true }).click()
    await expect(non.locator('main')).toContainText(en.keys.rebuildWrong, SLOW)
    await non.getByLabel(en.keys.rebuildField).fill(paper.recoveryKey)
    await non.getByRole('button', { name: en.goOn, exact: true }).click()
    const sheet = (await non.locator('.secret-key').textContent(SLOW)) ?? ''
    expect(sheet.trim(), 'a new sheet').not.toBe(paper.recoveryKey)
    await non.getByRole('button', { name: en.keys.recoveryKept }).click()
    await non.locator('main input').fill(sheet.trim().slice(-6))
    await non.getByRole('button', { name: en.goOn, exact: true }).click()
    await expect(non.getByText(en.keys.ready)).toBeVisible(SLOW)

    const last = { name: 'Tegid Olaf', ...(await send('Tegid Olaf')) }
    await goToInbox(non)
    for (const request of [last, since, before]) await expectOpens(non, request, words)
  })
})

/** A telephone's screen in a browser of somebody else's. */
async function newPage(browser: Browser, watch: Watch): Promise<Page> {
  const context = await browser.newContext({ baseURL: SITE_URL, viewport: { width: 360, height: 740 } })
  await watch.over(context)
  return context.newPage()
}

async function goToInbox(page: Page): Promise<void> {
  await page.goto(paths.staff.en)
}

/** Opens a request, reads its name, and goes back to the list. */
async function expectOpens(page: Page, { reference, name }: SentByApi & { name: string }, words: string) {
  const back = page.getByRole('button', { name: en.inbox.backToList })
  // What was asked for before the words were typed is opened first.
  await expect(back.or(page.getByRole('button', { name: reference })).first()).toBeVisible()
  if (await back.isVisible()) await back.click()
  await openReferral(page, reference, { words })
  await expect(page.locator('main')).toContainText(name)
}

/** Types words that open nothing any more. */
async function expectRefused(page: Page, words: string): Promise<void> {
  const asked = page.getByLabel(en.keys.unlockField)
  await asked.fill(words)
  await asked.press('Enter')
  await expect(page.locator('main')).toContainText(en.keys.unlockWrong, SLOW)
}

async function remove(page: Page, name: string): Promise<void> {
  await page.goto(paths['staff-people'].en)
  await page.getByRole('button', { name: putIn(en.people.remove, { name }), exact: true }).click()
  await page.getByRole('button', { name: putIn(en.people.removeDo, { name }), exact: true }).click()
  await expect(page.locator('.said')).toHaveText(putIn(en.people.removed, { name }))
}

/** Says that the words are lost, and makes a key with others. @returns the new words. */
async function makeKeyAnew(page: Page, { reference }: SentByApi): Promise<string> {
  await goToInbox(page)
  await page.getByRole('button', { name: reference }).click()
  await page.getByText(en.keys.forget).click()
  await page.getByRole('button', { name: en.keys.forgetDo }).click()
  await page.getByRole('link', { name: en.inbox.setUpKey }).click()
  const words = await typeOwnWords(page)
  await expect(page.locator('.key-words li').first()).toBeVisible(SLOW)
  return words
}
