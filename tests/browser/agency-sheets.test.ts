import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { languages } from '#domain/language/language.ts'
import { parsePeriod, quarterBefore, quarterOf } from '#domain/participation/period.ts'
import { toInstant } from '#domain/time/instant.ts'
import { paths } from '#i18n/paths.ts'
import cy from '#locales/cy/reports.json' with { type: 'json' }
import en from '#locales/en/reports.json' with { type: 'json' }
import { agenciesWithSheets, MOST_LETTERS } from '#server/reports/agency-sheets.ts'
import { act, askFrom } from './ask-from.ts'
import { closing } from './fortnight-story.ts'
import { expect, test } from './llafar.ts'
import { service } from './public-forms.ts'
import type { RealServer } from './real-server.ts'
import { sendByApi } from './send-by-api.ts'
import { sheetsOf } from './sheets.ts'
import { setUpStaff } from './staff.ts'

test.use({ ownServer: 'agency-sheets' })

const PERIOD = quarterBefore(quarterOf(toInstant(new Date())))
/** The fewest of which a number is shown. */
const CASES = 8
const WORDS = 'Mae apwyntiadau yn cael eu symud, a neb yn dweud wrth y person ifanc. '

/** All that has happened is put back into the quarter that is over: nobody waits three months for a test. */
function aQuarterAgo({ dataDir }: RealServer, period: string): void {
  const file = new DatabaseSync(join(dataDir, 'llafar.sqlite'))
  try {
    file.exec('pragma busy_timeout = 5000')
    const moment = `${parsePeriod(period)?.until}T12:00:00.000Z`
    file.prepare('update record set received_at = ?, occurred_at = ?').run(moment, moment)
  } finally {
    file.close()
  }
}

test('an agency’s themes are on one side of paper, with all themes and as many words as there is room for', async ({
  page,
  server,
  watch,
}) => {
  test.setTimeout(180_000)
  const paper = await setUpStaff(page, server.setUpLink())
  for (const typed of [paper.words, paper.recoveryKey]) watch.typed.add(typed)
  for (let each = 0; each < CASES; each += 1)
    await sendByApi(server, 'self-referral', { name: `YP ${each}`, contactMethods: ['call'], phone: '07700 900123' })
  const { body } = await askFrom<{ lines: { id: string }[] }>(page, '/api/staff/inbox')
  expect(body.lines).toHaveLength(CASES)
  for (const { id } of body.lines) {
    expect((await act(page, 'screening', id, { decision: 'accepted' })).status).toBe(201)
    const about = { issues: service.issues.map((issue) => issue.id), agencies: agenciesWithSheets }
    expect((await act(page, 'closure', id, { ...closing, ...about })).status).toBe(201)
  }
  const raise = (letters: number, raisedWith: readonly string[]) =>
    act(page, 'quarter-narrative', undefined, {
      section: 'systemic',
      day: parsePeriod(PERIOD)?.until,
      words: WORDS.repeat(Math.ceil(letters / WORDS.length))
        .slice(0, letters)
        .trim(),
      raisedWith,
      reply: 'partly-agreed',
      changed: 'no',
    })
  // Four pieces take more lines than one.
  for (let each = 0; each < 4; each += 1) expect((await raise(MOST_LETTERS / 4, agenciesWithSheets)).status).toBe(201)
  aQuarterAgo(server, PERIOD)

  for (const language of languages) {
    await page.goto(`${paths['staff-reports'][language]}?period=${PERIOD}`)
    await page.getByRole('link', { name: { cy, en }[language].agencySheets.title }).click()
    const sheets = page.locator('.agency-sheet')
    await expect(sheets).toHaveCount(agenciesWithSheets.length)
    for (const sheet of await sheets.all()) {
      await expect(sheet.locator('tbody tr')).toHaveCount(service.issues.length)
      await expect(sheet.locator('svg')).toHaveCount(1)
      await expect(sheet.locator('.said-words li')).toHaveCount(4)
    }
    await expect(page.locator('.panel')).toHaveCount(0)
    expect(sheetsOf(await page.pdf({ preferCSSPageSize: true })), language).toBe(agenciesWithSheets.length)
  }

  // Who writes more is told before it is printed.
  expect((await raise(WORDS.length, ['health'])).status).toBe(201)
  await page.reload()
  await expect(page.locator('.panel')).toHaveText(/Health/)
})
