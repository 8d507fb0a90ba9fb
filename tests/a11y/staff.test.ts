import type { Page } from '@playwright/test'
import { languages } from '#domain/language/language.ts'
import { quarterBefore, quarterOf } from '#domain/participation/period.ts'
import { toInstant } from '#domain/time/instant.ts'
import { paths } from '#i18n/paths.ts'
import { staffWords } from '#i18n/staff-words.ts'
import cy from '#locales/cy/staff.json' with { type: 'json' }
import { expect, test } from '../browser/llafar.ts'
import { SITE_URL } from '../browser/real-server.ts'
import { freshCode, openReferral, type StaffPaper, setUpStaff, signInAgain } from '../browser/staff.ts'
import { expectTabReachesAll, focusAsItComes, press, tabTo, type } from './by-keys.ts'
import { expectColoursHold, expectNoSideways, look } from './look.ts'
import {
  type Desk,
  fillDesk,
  goTo,
  memberPages,
  seeInbox,
  seeNew,
  seeNewcomer,
  seeOpened,
  seeWayIn,
  unseenForms,
  wayIn,
} from './staff-screens.ts'

test.use({ ownServer: 'staff-looked-at' })
test.describe.configure({ mode: 'serial' })

/** 1,280 × 800 at 200 %. @source WCAG 1.4.4 */
const DOUBLED = { width: 640, height: 400 }
const tables = '.table-scroll'

/** Looks at a screen as it is now: axe, and nothing sideways at 360, 320, 400 % and 200 %. */
const seeing = (page: Page) => async (_screen: string, known?: boolean) => {
  await look(page, { tables, quickly: known ?? false })
  const size = page.viewportSize()
  await page.setViewportSize(DOUBLED)
  await expectNoSideways(page, 'at 200 %', tables)
  if (size) await page.setViewportSize(size)
}

let paper: StaffPaper
let desk: Desk

for (const language of languages)
  test(`every page, form and state of the staff side, ${language}: nothing for axe, nothing sideways`, async ({
    page,
    browser,
    server,
    watch,
  }) => {
    test.setTimeout(600_000)
    const seen: string[] = []
    const see = async (screen: string, known?: boolean) => {
      seen.push(screen)
      await seeing(page)(screen, known)
    }
    await seeWayIn({ page, language, see })
    const isFirst = language === languages[0]
    if (isFirst) paper = await setUpStaff(page, server.setUpLink(), { language, see })
    else await signInAgain(page, paper)
    for (const typed of [paper.words, paper.recoveryKey]) watch.typed.add(typed)
    const walk = { page, server, paper, language, see }
    if (isFirst) desk = await fillDesk(walk)

    for (const name of memberPages) {
      await goTo(walk, name)
      await see(name)
    }
    const now = quarterOf(toInstant(new Date()))
    for (const [screen, period] of [
      ['public-edition', quarterBefore(now)],
      ['public-edition-not-yet', now],
    ] as const) {
      await page.goto(`${paths['staff-reports'][language]}?period=${period}&edition=public`)
      await see(screen, true)
    }
    await page.goto(`${paths['staff-agency-sheets'][language]}?period=${quarterBefore(now)}`)
    await see('agency-sheets', true)
    await seeInbox(walk, desk)
    await seeNew(walk)
    const context = await browser.newContext({ baseURL: SITE_URL, viewport: { width: 360, height: 740 } })
    await watch.over(context)
    const their = await context.newPage()
    const theirPaper = await seeNewcomer(walk, their, isFirst ? 'survey-reader' : 'complaints-lead')
    const theirWalk = { ...walk, page: their, paper: theirPaper, see: seeing(their) }
    if (isFirst) {
      await goTo(theirWalk, 'staff-survey-words')
      await theirWalk.see('staff-survey-words')
    } else {
      await goTo(theirWalk, 'staff')
      await theirWalk.see('staff')
      await seeOpened(theirWalk, 'complaint', desk.complaint)
    }

    expect([...wayIn, ...memberPages].filter((name) => !seen.includes(name))).toEqual([])
    expect(unseenForms(seen, language)).toEqual([])
  })

test('by keys alone, in Welsh at 200 %: in, to the inbox, to a request, and through its screening', async ({
  page,
}) => {
  test.setTimeout(180_000)
  await page.setViewportSize(DOUBLED)
  await page.goto(paths['staff-sign-in'].cy)
  await type(page, page.getByLabel(cy.signIn.email), paper.email)
  await type(page, page.getByLabel(cy.signIn.password), paper.password)
  await page.keyboard.press('Enter')
  await type(page, page.getByLabel(cy.secondFactor.code), await freshCode(paper))
  await page.keyboard.press('Enter')
  const request = page.getByRole('button', { name: desk.fresh.reference })
  await tabTo(page, request)
  const atOnce = focusAsItComes(page, '.panel h2')
  await press(page, request)
  expect(await atOnce, 'the focus, as the next step comes').toBe(cy.keys.unlock)
  await type(page, page.getByLabel(cy.keys.unlockField), paper.words)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: desk.fresh.reference })).toBeVisible({ timeout: 30_000 })
  await press(page, page.getByRole('button', { name: cy.inbox.screening }))
  await press(page, page.getByRole('button', { name: cy.inbox.samePerson.look }))
  await expect(page.getByText(cy.inbox.samePerson.looking)).toBeHidden({ timeout: 30_000 })
  await tabTo(page, page.locator('input[name="a.decision"]').first())
  await page.keyboard.press('Space')
  const send = page.locator('button[value=send]:not(.visually-hidden)')
  for (let screens = 0; screens < 6 && !(await send.isVisible()); screens += 1) {
    const screen = await page.locator('input[name=page]').inputValue()
    await press(page, page.locator('button.go-on[value=go-on]'))
    await expect(page.locator('input[name=page]')).not.toHaveValue(screen)
  }
  await press(page, send)

  await expect(page.getByText(cy.inbox.saved)).toBeVisible({ timeout: 30_000 })
  await expect(page.locator('.due').first()).toContainText(cy.inbox.statuses.accepted)
})

test('every page of members can be gone through with the Tab key, which always shows where it is', async ({ page }) => {
  test.setTimeout(120_000)
  await page.setViewportSize(DOUBLED)
  await page.goto(paths['staff-sign-in'].cy)
  await freshCode(paper)
  await signInAgain(page, paper)
  for (const name of memberPages) {
    await goTo({ page, language: 'cy' }, name)
    await expectTabReachesAll(page, name)
  }
  await goTo({ page, language: 'cy' }, 'staff')
  await openReferral(page, desk.full.reference, paper, 'cy')
  await page.locator('details.menu summary').click()
  await expectTabReachesAll(page, 'a request, its menu open')
})

test('in the colours that a reader has set, what can be pressed keeps its edge', async ({ page }) => {
  test.setTimeout(120_000)
  await page.emulateMedia({ forcedColors: 'active' })
  await page.goto(paths['staff-sign-in'].cy)
  await expectColoursHold(page)
  await freshCode(paper)
  await signInAgain(page, paper)
  for (const name of ['staff', 'staff-people', 'staff-service'] as const) {
    await goTo({ page, language: 'cy' }, name)
    await expectColoursHold(page)
  }
  await goTo({ page, language: 'cy' }, 'staff')
  await page.getByRole('button', { name: desk.full.reference }).click()
  await page.getByLabel(staffWords('cy').keys.unlockField).fill(paper.words)
  await page.keyboard.press('Enter')
  await expect(page.locator('.safe-contact')).toBeVisible({ timeout: 30_000 })
  await expectColoursHold(page)
})
