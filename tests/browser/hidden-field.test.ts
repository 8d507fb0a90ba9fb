import { TRAP_FIELD } from '#forms/form-fields.ts'
import { CHECK } from '#forms/journey.ts'
import { expect, test } from './llafar.ts'
import { publicForm } from './public-forms.ts'
import { answersOf, screensFor } from './valid-answers.ts'
import { begin, expectSent, press, type Walk, walkTo } from './walk.ts'

const { form, data } = publicForm('self-referral')
const answers = answersOf(form, data, { howMuch: 'required' })

for (const scripted of [true, false])
  test.describe(scripted ? 'with script' : 'without script', () => {
    test.use({ javaScriptEnabled: scripted })

    for (const language of ['cy', 'en'] as const)
      test(`the field for machines (${language}): no eye, reader or key finds it; filled in, the request is sent and noted`, async ({
        page,
        watch,
        server,
      }) => {
        const walk: Walk = { page, watch, server, form, language, scripted }
        const field = page.locator(`main [name="${TRAP_FIELD}"]`)
        const [sentBefore, notedBefore] = [server.countRecords(form.id), noted()]

        await begin(walk)
        await walkTo(walk, { screens: screensFor(form, answers, { more: false }), until: CHECK, answers })
        await expect(field).toHaveCount(1)
        await expect(field).toBeHidden()
        await expect(field).toHaveAttribute('tabindex', '-1')
        await expect(page.locator('main').getByRole('textbox')).toHaveCount(0)
        await field.evaluate((input: HTMLInputElement) => {
          input.value = 'https://llafar.example'
        })
        await press(walk, 'send')
        await expectSent(walk, { code: true })

        expect(server.countRecords(form.id) - sentBefore, 'nothing is dropped').toBe(1)
        expect(noted() - notedBefore, 'it is noted').toBe(1)

        function noted(): number {
          return server.countAnswers('sender.doubt', 'hidden-field')
        }
      })
  })
