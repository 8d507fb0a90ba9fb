import { CHECK } from '#forms/journey.ts'
import { formPaths } from '#i18n/paths.ts'
import { expect, test } from './llafar.ts'
import { publicForm } from './public-forms.ts'
import { screensFor } from './valid-answers.ts'
import {
  answer,
  begin,
  expectAnswered,
  expectCheckPage,
  expectScreen,
  expectSent,
  expectTold,
  press,
  scriptIsReady,
  type Walk,
  walkTo,
} from './walk.ts'

const { form } = publicForm('annual-survey')
const [safe] = form.pages.find(({ id }) => id === 'safe')?.questions ?? []

/** Somebody says in the survey without names that they do not feel safe. @source AS14, Q36 */
for (const language of ['cy', 'en'] as const)
  for (const scripted of [true, false])
    test.describe(`"Do you feel safe?" – "no", ${language}, ${scripted ? 'with' : 'without'} script`, () => {
      test.use({ javaScriptEnabled: scripted })

      test('shows at once whom to ring and how we can reach them, and keeps every answer', async ({
        page,
        context,
        watch,
        server,
      }) => {
        test.setTimeout(120_000)
        if (!safe) throw new Error('the annual survey does not ask whether they feel safe')
        const walk: Walk = { page, watch, server, form, language, scripted }
        const other = language === 'cy' ? 'en' : 'cy'
        const there: Walk = { ...walk, language: other }
        const answers = { listenedTo: 'a-bit', feelsSafe: 'no' }
        const turn = async (to: Walk) => {
          await page.locator('header .language-switch').click()
          await expectScreen(to, 'help')
          await scriptIsReady(to)
          await expectTold(to, 'help')
        }

        await begin(walk)
        await walkTo(walk, { screens: screensFor(form, {}, { more: false }), until: CHECK, answers })
        await press(walk, 'more')
        const more = screensFor(form, answers, { more: true })
        await walkTo(walk, { screens: more.slice(more.indexOf('how-to-complain')), until: 'help', answers })
        await expectTold(walk, 'help')
        await turn(there)
        await turn(walk)
        const [beside] = await Promise.all([
          context.waitForEvent('page'),
          page.locator('main .help-page a[target=_blank]').first().click(),
        ])
        await expect(beside).toHaveURL((url) => url.pathname === formPaths('self-referral', language).start)
        expect(await beside.evaluate(() => document.referrer), 'nothing leads back to the survey').toBe('')
        await beside.close()
        await press(walk, 'back')
        await expectAnswered(walk, safe, 'no')
        await press(walk, 'check')
        await expectScreen(walk, 'help')
        await press(walk, 'go-on')
        await expectScreen(walk, CHECK)
        await expectCheckPage(walk, answers)

        // Changed on the check page, the answer is met with help too.
        await page.locator('main dd button[id="q-feelsSafe"]').click()
        await answer(walk, safe, 'not-sure')
        await press(walk, 'go-on')
        await expectTold(walk, 'help')
        await press(walk, 'go-on')
        await expectCheckPage(walk, { ...answers, feelsSafe: 'not-sure' })
        await press(walk, 'send')
        await expectSent(walk, { code: false })
      })
    })
