import { paths } from '#i18n/paths.ts'
import { expect, test } from './llafar.ts'

const words = {
  cy: {
    care: 'Dw i mewn gofal',
    ages: "Galli di gael eiriolwr o 6 oed nes dy fod ti'n 18 oed.",
    notSure: 'Dw i ddim yn siŵr',
    ask: 'Gofyn am eiriolwr',
    open: 'Rydyn ni ar agor nawr, tan 5 y prynhawn.',
    thursday: "Rydyn ni ar gau nawr.\nByddwn ni'n agor eto ddydd Iau am 9 y bore.",
    closed: 'Rydyn ni ar gau nawr.',
    hours: 'Dydd Llun i ddydd Gwener, 9 y bore i 5 y prynhawn.',
  },
  en: {
    care: 'I am in care',
    ages: 'You can have an advocate from age 6 until you are 18.',
    notSure: 'I am not sure',
    ask: 'Ask for an advocate',
    open: 'We are open now, until 5 in the afternoon.',
    thursday: 'We are closed now.\nWe open again on Thursday at 9 in the morning.',
    closed: 'We are closed now.',
    hours: 'Monday to Friday, 9 in the morning to 5 in the afternoon.',
  },
} as const

for (const language of ['cy', 'en'] as const) {
  const say = words[language]

  for (const javaScriptEnabled of [true, false])
    test.describe(`who can have one, ${language}, ${javaScriptEnabled ? 'with' : 'without'} script`, () => {
      test.use({ javaScriptEnabled })

      test('tells what a group means, one at a time, and asks nothing of the server', async ({ page }) => {
        await page.goto(paths['who-can-have-one'][language], { waitUntil: 'networkidle' })
        const asked: string[] = []
        page.on('request', (request) => asked.push(request.url()))
        const address = page.url()

        await page.getByText(say.care).click()
        await expect(page.getByText(say.ages).first()).toBeVisible()
        await page.getByText(say.notSure).click()

        await expect(page.getByText(say.ages).first()).toBeHidden()
        await expect(page.locator('details[open]').getByRole('link', { name: say.ask })).toBeVisible()
        expect(asked).toEqual([])
        expect(page.url()).toBe(address)
      })
    })

  test.describe(`the hours, ${language}`, () => {
    const nextWednesday = (holidays: readonly string[]) => {
      for (let day = new Date(); ; day.setUTCDate(day.getUTCDate() + 1)) {
        const next = new Date(day.getTime() + 86_400_000)
        const isFree = [day, next].every((each) => !holidays.includes(each.toISOString().slice(0, 10)))
        if (day.getUTCDay() === 3 && isFree) return day.toISOString().slice(0, 10)
      }
    }

    for (const name of ['contact', 'help-now', 'what-happens-next'] as const)
      test(`say on ${name} whether we are open now`, async ({ page }) => {
        const opening = page.locator('[data-opening]')
        await page.goto(paths[name][language])
        const known = JSON.parse((await opening.getAttribute('data-opening')) ?? '')
        const wednesday = nextWednesday(known.holidays)

        await page.clock.setFixedTime(`${wednesday}T11:00:00.000Z`)
        await page.reload()
        await expect(opening).toHaveText(say.open)

        await page.clock.setFixedTime(`${wednesday}T19:00:00.000Z`)
        await page.reload()
        await expect(opening).toHaveText(say.thursday)

        await page.clock.setFixedTime(`${known.holidays[0].slice(0, 4)}-12-25T11:00:00.000Z`)
        await page.reload()
        await expect(opening).toContainText(say.closed)
      })

    test('say nothing of now when the calendar has run out', async ({ page }) => {
      await page.clock.setFixedTime('2099-11-23T11:00:00.000Z')
      await page.goto(paths.contact[language])

      await expect(page.getByText(say.hours)).toBeVisible()
      await expect(page.locator('[data-opening]')).toBeHidden()
    })
  })

  test.describe(`the hours without script, ${language}`, () => {
    test.use({ javaScriptEnabled: false })

    test('stand as they are', async ({ page }) => {
      await page.goto(paths.contact[language])

      await expect(page.getByText(say.hours)).toBeVisible()
      await expect(page.locator('[data-opening]')).toBeHidden()
    })
  })
}
