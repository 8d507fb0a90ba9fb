import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { CHECK, SURVEY_CODE } from '#forms/journey.ts'
import { expectProblems, pressRefused } from './expect-problem.ts'
import { expect, test } from './llafar.ts'
import { publicForm } from './public-forms.ts'
import type { RealServer } from './real-server.ts'
import { aSurveyCode } from './survey-code.ts'
import { screensFor } from './valid-answers.ts'
import { begin, expectSent, press, type Walk, walkTo } from './walk.ts'

const { form } = publicForm('closure-survey')
const NEVER_GIVEN = 'ci cath ci cath ci cath'

/** Forgets every survey code that is unused, as erasing their cases does. */
function eraseCodes({ dataDir }: RealServer): void {
  const file = new DatabaseSync(join(dataDir, 'llafar.sqlite'))
  try {
    file.exec("pragma busy_timeout = 5000; delete from code where kind = 'survey'")
  } finally {
    file.close()
  }
}

for (const language of ['cy', 'en'] as const)
  for (const scripted of [true, false])
    test.describe(`survey codes that open nothing, ${language}, ${scripted ? 'with' : 'without'} script`, () => {
      test.use({ javaScriptEnabled: scripted })

      test('look alike, whether used, erased or never given', async ({ page, watch, server }) => {
        test.setTimeout(90_000)
        const walk: Walk = { page, watch, server, form, language, scripted }
        const field = page.locator('main input[name=surveyCode]')
        const enter = async (code: string) => {
          await field.fill(code)
          await pressRefused({ ...walk, scripted: false }, 'go-on')
        }
        const used = await aSurveyCode(server)
        await begin(walk)
        await field.fill(used)
        await press(walk, 'go-on')
        const afterDoor = screensFor(form, {}, { more: false }).filter((screen) => screen !== SURVEY_CODE)
        await walkTo(walk, { screens: afterDoor, until: CHECK, answers: {} })
        await press(walk, 'send')
        await expectSent(walk, { code: false })
        const erased = await aSurveyCode(server)
        eraseCodes(server)

        const seen: string[] = []
        for (const code of [used, erased, NEVER_GIVEN]) {
          await page.goto('about:blank')
          await begin(walk)
          await enter(code)
          await expectProblems(walk, SURVEY_CODE, [{ question: 'surveyCode', rule: 'unknownCode' }])
          await expect(field).toHaveValue(code)
          seen.push((await page.locator('main').innerText()).replaceAll(/\s+/g, ' '))
        }

        expect(new Set(seen).size, 'nothing tells which of them it was').toBe(1)
      })
    })
