import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import type { Page } from '@playwright/test'
import { wordsInCode } from '#domain/tracking-code/tracking-code.ts'
import { CHECK, CONFIDENTIALITY } from '#forms/journey.ts'
import { isPathName, paths } from '#i18n/paths.ts'
import { makeChance } from '../fuzz/chance.ts'
import { expect, test } from './llafar.ts'
import { publicForm } from './public-forms.ts'
import { answersOf, screensFor } from './valid-answers.ts'
import { answerScreen, begin, expectScreen, expectSent, press, type Walk, walkTo } from './walk.ts'
import { bytesOf, sayWire, watchWire } from './wire.ts'

/**
 * What a request weighs depends on its six picture-words, which chance chooses: with six of the average weight it keeps
 * to the first, and with those that came to the second.
 *
 * @source DESIGN 12
 */
const JOURNEY_BYTES = 45_000
const JOURNEY_BYTES_WHATEVER_COMES = 45 * 1_024
const PICTURES = 'content/symbols/picture-words'
const REQUESTS_WITH_SCRIPT = 6
const REQUESTS_WITHOUT_SCRIPT = 26
const FIRST_LOAD_BYTES = 14_600
const FIRST_LOAD_REQUESTS = 4
const FIRST_LOAD_SCRIPT_BYTES = 3_072

const informationPages = readdirSync('content/pages/en')
  .map((file) => file.replace('.yaml', ''))
  .filter((name) => isPathName(name))
const { form, data } = publicForm('self-referral')
const shortest = answersOf(form, data, { howMuch: 'required' })
const everything = answersOf(form, data, { way: data.ways?.[0] ?? {}, howMuch: 'everything' })

for (const language of ['cy', 'en'] as const) {
  for (const scripted of [true, false])
    test.describe(`bytes of the self-referral, ${language}, ${scripted ? 'with' : 'without'} script`, () => {
      test.use({ javaScriptEnabled: scripted })

      test('the shortest way', async ({ page, watch, server }) => {
        const walk: Walk = { page, watch, server, form, language, scripted }
        const wire = await watchWire(page)

        await begin(walk)
        await walkTo(walk, { screens: screensFor(form, shortest, { more: false }), until: CHECK, answers: shortest })
        await press(walk, 'send')
        await expectSent(walk, { code: true })

        report(`${language} ${scripted ? 'with' : 'without'} script, shortest`, wire())
        expect(wire().length, 'requests').toBeLessThanOrEqual(scripted ? REQUESTS_WITH_SCRIPT : REQUESTS_WITHOUT_SCRIPT)
        await expectFewBytes(page, bytesOf(wire()))
      })

      test('the longest way', async ({ page, watch, server }) => {
        test.setTimeout(120_000)
        const walk: Walk = { page, watch, server, form, language, scripted }
        const wire = await watchWire(page)
        const beforeMore = screensFor(form, everything, { more: false })

        await begin(walk)
        for (const screen of screensFor(form, everything, { more: true })) {
          await expectScreen(walk, screen)
          await answerScreen(walk, screen, everything)
          await press(walk, screen === CONFIDENTIALITY ? 'understood' : screen === CHECK ? 'send' : 'go-on')
          if (screen === beforeMore.at(-2)) {
            await expectScreen(walk, CHECK)
            await press(walk, 'more')
          }
        }
        await expectSent(walk, { code: true })

        report(`${language} ${scripted ? 'with' : 'without'} script, longest`, wire())
        expect(wire().length, 'requests').toBeLessThanOrEqual(scripted ? REQUESTS_WITH_SCRIPT : REQUESTS_WITHOUT_SCRIPT)
        if (scripted) await expectFewBytes(page, bytesOf(wire()))
      })
    })

  for (const name of informationPages)
    test(`bytes of the first load of ${name}, ${language}`, async ({ page }) => {
      const wire = await watchWire(page)

      await page.goto(paths[name][language], { waitUntil: 'networkidle' })
      const script = wire().filter(({ type }) => type === 'Script')

      report(`${language} ${name}`, wire())
      expect(bytesOf(wire()), 'bytes').toBeLessThan(FIRST_LOAD_BYTES)
      expect(wire().length, 'requests').toBeLessThanOrEqual(FIRST_LOAD_REQUESTS)
      expect(bytesOf(script), 'bytes of script').toBeLessThanOrEqual(FIRST_LOAD_SCRIPT_BYTES)
    })
}

test('bytes of the first load of the page of both languages', async ({ page }) => {
  const wire = await watchWire(page)

  await page.goto('/', { waitUntil: 'networkidle' })

  report('both languages', wire())
  expect(bytesOf(wire()), 'bytes').toBeLessThan(FIRST_LOAD_BYTES)
  expect(wire().length, 'requests').toBeLessThanOrEqual(FIRST_LOAD_REQUESTS)
})

/** Looks at what a request weighed that ends on this page, as it was and with picture-words of the average weight. */
async function expectFewBytes(page: Page, bytes: number): Promise<void> {
  const pictures = await page.locator('.code-words svg').evaluateAll((all) => all.map(({ outerHTML }) => outerHTML))
  expect(pictures).toHaveLength(wordsInCode)
  expect(bytes, 'bytes').toBeLessThanOrEqual(JOURNEY_BYTES_WHATEVER_COMES)
  expect(bytes - weightOf(pictures) + averageWeight(), 'bytes on average').toBeLessThanOrEqual(JOURNEY_BYTES)
}

/** Of so many codes, so many bytes come out the same to about one in a hundred. */
const DRAWS = 50

function averageWeight(): number {
  const chance = makeChance(1)
  const all = readdirSync(PICTURES).filter((file) => file.endsWith('.svg'))
  const draw = () => readFileSync(join(PICTURES, chance.pick(all)), 'utf8')
  const weights = Array.from({ length: DRAWS }, () => weightOf(Array.from({ length: wordsInCode }, draw)))
  return weights.reduce((sum, weight) => sum + weight, 0) / DRAWS
}

/** Bytes of pictures that come together, compressed as the server does it (compress.ts). */
function weightOf(pictures: readonly string[]): number {
  return brotliCompressSync(pictures.join(''), { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } }).length
}

function report(what: string, wire: Parameters<typeof sayWire>[0]): void {
  process.stdout.write(
    `  bytes ${what}: ${bytesOf(wire).toLocaleString('en')} in ${wire.length} requests (${sayWire(wire)})\n`,
  )
}
