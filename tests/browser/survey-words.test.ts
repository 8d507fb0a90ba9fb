import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import annualCy from '#locales/cy/forms/annual-survey.json' with { type: 'json' }
import cy from '#locales/cy/staff.json' with { type: 'json' }
import closureEn from '#locales/en/forms/closure-survey.json' with { type: 'json' }
import en from '#locales/en/staff.json' with { type: 'json' }
import { look } from '../a11y/look.ts'
import { expect, test } from './llafar.ts'
import type { RealServer } from './real-server.ts'
import { setUpStaff } from './staff.ts'
import { aSurveyCode } from './survey-code.ts'

const CLOSURE_WORDS = 'Byddai mwy o amser yn dda <b>'
const ANNUAL_WORDS = 'Fewer forms, please'

/** The member who is there also reads the surveys; and the half day in which the surveys came is over. */
function aDayLater({ dataDir }: RealServer): void {
  const file = new DatabaseSync(join(dataDir, 'llafar.sqlite'))
  try {
    file.exec(`pragma busy_timeout = 5000;
      insert into staff_role select id, 'survey-reader' from staff;
      delete from code where kind = 'idempotency' and expires_at is not null`)
  } finally {
    file.close()
  }
}

async function sendSurvey({ address }: RealServer, form: string, body: object): Promise<void> {
  const answer = await fetch(`${address}/api/forms/${form}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
    body: JSON.stringify({ language: 'cy', ...body }),
  })
  expect(answer.status).toBe(201)
}

test.use({ ownServer: 'survey-words' })

test('the survey reader opens the words of surveys with their key, by form and month, and it locks by itself', async ({
  page,
  server,
  watch,
}) => {
  test.setTimeout(120_000)
  for (const typed of [CLOSURE_WORDS, ANNUAL_WORDS]) watch.typed.add(typed)
  const { words } = await setUpStaff(page, server.setUpLink())
  await page.goto('/en/staff/survey-words')
  await expect(page, 'who is no survey reader is sent elsewhere').toHaveURL(/\/en\/staff\/people$/)
  await sendSurvey(server, 'annual-survey', { answers: { oneChange: ANNUAL_WORDS } })
  await sendSurvey(server, 'closure-survey', {
    surveyCode: await aSurveyCode(server),
    answers: { doBetter: CLOSURE_WORDS, doBetterDrawing: '0000a0a0.a00000a0' },
  })
  aDayLater(server)

  await page.clock.install()
  await page.goto('/en/staff/survey-words')
  const rows = page.locator('.panels > li')
  await expect(rows).toHaveCount(2)
  await expect(page.locator('main')).not.toContainText('Fewer')
  await look(page)
  await rows.filter({ hasText: closureEn.title }).getByRole('button').click()
  await page.getByLabel(en.keys.unlockField).fill(words)
  await page.getByRole('button', { name: en.keys.unlockSubmit, exact: true }).click()
  await expect(page.locator('.said-words li').first()).toHaveText(CLOSURE_WORDS, { timeout: 20_000 })
  await expect(page.locator('.said-words svg.drawing[role=img] polyline')).toHaveCount(2)
  await expect(page.locator('main')).not.toContainText(/\d{1,2}:\d{2}/)
  await look(page)

  await page.clock.runFor('16:00')
  await expect(page.locator('.said-words')).toHaveCount(0)
  await expect(page.getByLabel(en.keys.unlockField)).toBeVisible()

  await page.goto('/cy/staff/geiriau-arolygon')
  await rows.filter({ hasText: annualCy.title }).getByRole('button').click()
  await page.getByLabel(cy.keys.unlockField).fill(words)
  await page.getByRole('button', { name: cy.keys.unlockSubmit, exact: true }).click()
  await expect(page.locator('.said-words li')).toHaveText([ANNUAL_WORDS], { timeout: 20_000 })
  await look(page)
})
