import type { Page } from '@playwright/test'
import { CHECK } from '#forms/journey.ts'
import { pathTo } from '#i18n/paths.ts'
import { shellWords } from '#i18n/shell-words.ts'
import { toSpoken } from '#i18n/spoken.ts'
import cy from '#locales/cy/read-aloud.json' with { type: 'json' }
import en from '#locales/en/read-aloud.json' with { type: 'json' }
import { expect, test } from './llafar.ts'
import { publicForm } from './public-forms.ts'
import { answersOf, screensFor } from './valid-answers.ts'
import { begin, expectSent, press as pressButton, type Walk, walkTo, wordsFor } from './walk.ts'

/**
 * There is no voice where tests run, so a browser's voices are played here: what is said is written down, and
 * each saying ends when the test says so. Everything else is real.
 */
type Said = { readonly text: string; readonly voice: string; readonly rate: number }
type Played = { said: Said[]; silenced: number; quickly: boolean; end: () => void }
declare global {
  interface Window {
    played: Played
  }
}

const words = { cy, en }
const local = { cy: ['Cymraeg', 'cy-GB', true], en: ['Daniel', 'en-GB', true] } as const
const remote = { cy: ['Nia Online', 'cy-GB', false], en: ['Google UK English', 'en-GB', false] } as const
type Voice = readonly [name: string, lang: string, localService: boolean]

async function play(page: Page, voices: readonly Voice[], { quickly = false } = {}): Promise<void> {
  await page.addInitScript(
    ({ voices, quickly }) => {
      let ending: (() => void) | undefined
      const played: Played = {
        said: [],
        silenced: 0,
        quickly,
        end: () => {
          const end = ending
          ending = undefined
          end?.()
        },
      }
      class Utterance {
        onend?: () => void
        voice = { name: '' }
        rate = 0
        text: string
        constructor(text: string) {
          this.text = text
        }
      }
      Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: Utterance })
      Object.defineProperty(window, 'speechSynthesis', {
        value: {
          getVoices: () => voices.map(([name, lang, localService]) => ({ name, lang, localService })),
          addEventListener: () => undefined,
          speak: (utterance: Utterance) => {
            played.said.push({ text: utterance.text, voice: utterance.voice.name, rate: utterance.rate })
            ending = utterance.onend
            if (played.quickly) setTimeout(played.end)
          },
          cancel: () => {
            played.silenced++
            played.end()
          },
        },
      })
      Object.assign(window, { played })
    },
    { voices, quickly },
  )
}

const said = (page: Page) => page.evaluate(() => window.played.said)
const isSaying = (page: Page, text: string | RegExp) =>
  expect.poll(async () => (await said(page)).at(-1)?.text).toMatch(text)
const finish = (page: Page) => page.evaluate(() => window.played.end())

for (const language of ['cy', 'en'] as const) {
  const listen = (page: Page) => page.getByRole('button', { name: shellWords(language).listen })
  const press = (page: Page, name: keyof (typeof words)['en']) =>
    page.getByRole('button', { name: words[language][name] }).click()

  test.describe(`a page read aloud, ${language}`, () => {
    test('says nothing and fetches nothing until it is asked; then sentence by sentence, marking each', async ({
      page,
    }) => {
      const asked: string[] = []
      page.on('request', (request) => asked.push(new URL(request.url()).pathname))
      await play(page, [remote[language], local[language]])
      await page.goto(pathTo('confidentiality', language), { waitUntil: 'networkidle' })
      const title = await page.locator('main h1').innerText()
      expect(asked).toHaveLength(3)
      expect(await said(page)).toEqual([])

      await listen(page).click()
      await isSaying(page, title)
      expect(asked).toHaveLength(4)
      await expect(page.locator('h1.is-said')).toHaveText(title)
      await finish(page)
      const lead = await page.locator('.lead').innerText()
      await isSaying(page, lead)
      await expect(page.locator('.is-said')).toHaveText(lead)
      expect(new Set((await said(page)).map(({ voice }) => voice))).toEqual(new Set([local[language][0]]))
    })

    test('can be stopped, heard again, slowed; Escape and a second tap stop it too', async ({ page }) => {
      await play(page, [local[language]])
      await page.goto(pathTo('confidentiality', language))
      const title = await page.locator('main h1').innerText()
      const stopped = async () => {
        await expect(page.locator('.is-said')).toHaveCount(0)
        await expect(page.locator('.reader')).toHaveCount(0)
        await expect(listen(page)).toHaveAttribute('aria-pressed', 'false')
      }

      await listen(page).click()
      await isSaying(page, title)
      await expect(listen(page)).toHaveAttribute('aria-pressed', 'true')
      await press(page, 'again')
      await expect.poll(async () => (await said(page)).length).toBe(2)
      expect((await said(page)).map(({ text }) => text)).toEqual([title, title])
      await press(page, 'slower')
      await expect.poll(async () => (await said(page)).at(-1)?.rate).toBe(0.75)
      await press(page, 'stop')
      await stopped()
      await listen(page).click()
      await page.keyboard.press('Escape')
      await stopped()
      await listen(page).click()
      await expect(page.locator('.reader')).toBeVisible()
      await listen(page).click()
      await stopped()
    })

    test('moves the page only for what cannot be seen: no button slips from under a finger', async ({ page }) => {
      await play(page, [local[language]])
      await page.goto(pathTo('confidentiality', language))
      await listen(page).click()
      await isSaying(page, await page.locator('main h1').innerText())
      const look = () =>
        page.evaluate(() => {
          const { top, bottom } = document.querySelector('.is-said')?.getBoundingClientRect() ?? new DOMRect()
          const panel = document.querySelector('.reader')?.getBoundingClientRect().top ?? 0
          return { top, bottom, panel, scrolled: scrollY }
        })
      const moves = { seen: [] as number[], unseen: [] as number[] }
      for (let passage = 0; passage < 12; passage++) {
        const { scrolled: before } = await look()
        await finish(page)
        await expect.poll(async () => (await said(page)).length).toBe(passage + 2)
        const { top, bottom, panel, scrolled } = await look()
        const moved = scrolled - before
        moves[top + moved >= 0 && bottom + moved <= panel ? 'seen' : 'unseen'].push(moved)
        expect([top >= 0, bottom <= panel], 'what is heard can be seen').toEqual([true, true])
      }

      expect(new Set(moves.seen)).toEqual(new Set([0]))
      expect(moves.unseen.length).toBeGreaterThan(0)
    })

    for (const leaving of ['llafar:leave', 'pagehide'])
      test(`is silent at once on ${leaving}`, async ({ page }) => {
        await play(page, [local[language]])
        await page.goto(pathTo('home', language))
        await listen(page).click()
        await expect(page.locator('.is-said')).toHaveCount(1)
        const silenced = await page.evaluate((name) => {
          const before = window.played.silenced
          dispatchEvent(new Event(name))
          return window.played.silenced - before
        }, leaving)

        expect(silenced).toBe(1)
        await expect(page.locator('.is-said')).toHaveCount(0)
      })

    test('reads to the end, telephone numbers digit by digit, and then takes its panel away', async ({ page }) => {
      await play(page, [local[language]], { quickly: true })
      await page.goto(pathTo('contact', language))
      await listen(page).click()
      await expect(page.locator('.reader')).toBeVisible()
      await expect(page.locator('.reader')).toHaveCount(0)
      const number = { cy: /dim wyth dim wyth, un pump saith/, en: /oh eight oh eight, one five seven/ }[language]

      expect((await said(page)).filter(({ text }) => number.test(text))).toHaveLength(1)
      expect((await said(page)).filter(({ text }) => /[\d£@]/.test(text))).toEqual([])
    })

    test('plays recordings where the whole page is recorded, and the voice of the device where a passage is missing', async ({
      page,
    }) => {
      const asked: string[] = []
      let missing = 0
      await play(page, [local[language]], { quickly: true })
      await page.addInitScript(() => {
        const digest = crypto.subtle.digest.bind(crypto.subtle)
        const names: string[] = []
        Object.assign(window, { names })
        crypto.subtle.digest = async (...parts) => {
          const hash = await digest(...parts)
          names.push([...new Uint8Array(hash).slice(0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join(''))
          return hash
        }
      })
      const names = (): Promise<string[]> => page.evaluate('window.names')
      await page.route('**/audio/*/keys.json', async (route) => route.fulfill({ json: (await names()).slice(missing) }))
      await page.route('**/audio/**/*.mp3', (route) => {
        asked.push(new URL(route.request().url()).pathname)
        return route.fulfill({ status: 404 })
      })
      const listenTo = async () => {
        await page.goto(pathTo('using-this-site', language))
        // The page says something else until its script lets a reader choose how it looks.
        await expect(page.locator('[data-looks]')).toBeVisible()
        await listen(page).evaluate((button) => button.setAttribute('data-recorded', 'gwen'))
        await listen(page).click()
        await expect(page.locator('.reader')).toBeVisible()
        await expect(page.locator('.reader')).toHaveCount(0)
      }

      await listenTo()
      expect(await said(page)).toEqual([])
      expect(new Set(asked)).toEqual(
        new Set((await names()).map((name) => `/audio/${language}/${name.slice(0, 2)}/${name}.mp3`)),
      )
      missing = 1
      asked.length = 0
      await listenTo()
      expect(asked).toEqual([])
      expect((await said(page)).length).toBeGreaterThan(10)
    })

    test('says that there is no voice, where there is only one that would send the words away', async ({ page }) => {
      const other = { cy: local.en, en: local.cy }[language]
      await play(page, [remote[language], other])
      await page.goto(pathTo('home', language))
      await listen(page).click()

      await expect(page.getByText(words[language].noVoice)).toBeVisible()
      await expect(listen(page)).toBeHidden()
      expect(await said(page)).toEqual([])
    })

    test('says what stays private before a form asks anything, and nothing beyond it', async ({
      page,
      watch,
      server,
    }) => {
      const { form, data } = publicForm('self-referral')
      const walk: Walk = { page, watch, server, form, language, scripted: true }
      const answers = answersOf(form, data, { howMuch: 'required' })
      const { confidentiality } = wordsFor(walk)
      const heardBefore = server.countAnswers('confidentiality.format', 'read-aloud')
      await play(page, [local[language]], { quickly: true })

      await begin(walk)
      await listen(page).click()
      await isSaying(page, confidentiality.either.split(/(?<=[.?!]) +/).at(-1) ?? '')
      const heard = (await said(page)).map(({ text }) => text).join(' ')
      for (const { say } of confidentiality.ideas) expect(heard).toContain(toSpoken(say.replaceAll('**', ''), language))
      expect(heard, 'buttons are no part of it').not.toContain(confidentiality.understood)
      await page.evaluate(() => {
        window.played.quickly = false
      })
      await listen(page).click()
      await expect(page.locator('.is-said'), 'still being read').toHaveCount(1)
      const screens = screensFor(form, answers, { more: false })
      await walkTo(walk, { screens, until: 'name', answers })
      await expect(listen(page)).toBeHidden()
      await expect(page.locator('.reader, .is-said')).toHaveCount(0)
      await walkTo(walk, { screens: screens.slice(1), until: CHECK, answers })
      await pressButton(walk, 'send')
      await expectSent(walk, { code: true })

      expect(server.countAnswers('confidentiality.format', 'read-aloud') - heardBefore, 'kept with it').toBe(1)
    })

    test.describe('without script', () => {
      test.use({ javaScriptEnabled: false })

      test('offers nothing that it cannot do', async ({ page }) => {
        await page.goto(pathTo('home', language))

        await expect(listen(page)).toBeHidden()
        await expect(page.getByRole('link', { name: shellWords(language).howItLooks }).first()).toBeVisible()
      })
    })
  })
}
