import { CHECK, CONFIDENTIALITY } from '#forms/journey.ts'
import { formPaths, pathTo } from '#i18n/paths.ts'
import { answerElsewhere, heldBy, historyOf } from './leave.ts'
import { expect, test } from './llafar.ts'
import { publicForm, service } from './public-forms.ts'
import { SITE_URL } from './real-server.ts'
import { answersOf, screensFor } from './valid-answers.ts'
import {
  answerScreen,
  begin,
  expectCheckPage,
  expectScreen,
  expectSent,
  press,
  type Walk,
  walkTo,
  wordsFor,
} from './walk.ts'

const { form, data } = publicForm('self-referral')
const answers = answersOf(form, data, { howMuch: 'required' })
const screens = screensFor(form, answers, { more: false })

for (const language of ['cy', 'en'] as const) {
  test.describe(`leaving at once, with script, ${language}`, () => {
    for (const at of [CONFIDENTIALITY, 'name', 'contact-details', CHECK])
      test(`from ${at}: another page takes its place in the history, and the way back shows no answer`, async ({
        page,
        watch,
        server,
      }) => {
        const walk: Walk = { page, watch, server, form, language, scripted: true }
        await answerElsewhere(page, watch)

        await page.goto(pathTo('home', language))
        await begin(walk)
        await walkTo(walk, { screens, until: at, answers })
        await answerScreen(walk, at, answers)
        const { length } = await historyOf(walk)
        await page.locator('.bar a[data-exit]').click()
        await expect(page).toHaveTitle('Weather')
        expect((await historyOf(walk)).length, 'nothing was added to the history').toBe(length)
        for (let back = 0; back < length; back++) {
          await page.goBack().catch(() => undefined)
          await expect.poll(() => heldBy(walk)).toEqual([])
        }
      })
  })

  test.describe(`leaving at once, without script, ${language}`, () => {
    test.use({ javaScriptEnabled: false })

    test('goes to our own way out, which clears what a browser lets it clear', async ({ page, watch, server }) => {
      const walk: Walk = { page, watch, server, form, language, scripted: false }

      await begin(walk)
      await walkTo(walk, { screens, until: 'name', answers })
      await expect(page.locator('.bar a[data-exit]')).toHaveAttribute('href', pathTo('exit', language))
      const answer = await fetch(server.address + pathTo('exit', language), { redirect: 'manual' })

      expect(answer.status).toBe(303)
      expect(answer.headers.get('location')).toBe(service.exitAddress)
      expect(answer.headers.get('clear-site-data')).toBe('"cache", "storage"')
      expect(answer.headers.get('cache-control')).toBe('no-store')
      expect(answer.headers.get('referrer-policy')).toBe('no-referrer')
      expect(await answer.text()).toBe('')
    })

    test('lands on the other site when it is tapped', async ({ page, watch, server }) => {
      const walk: Walk = { page, watch, server, form, language, scripted: false }
      await answerElsewhere(page, watch)

      await begin(walk)
      await walkTo(walk, { screens, until: 'name', answers })
      await page.locator('.bar a[data-exit]').click()

      await expect(page).toHaveTitle('Weather')
    })
  })
}

test.describe('what stays on the device', () => {
  for (const scripted of [true, false])
    test.describe(scripted ? 'with script' : 'without script', () => {
      test.use({ javaScriptEnabled: scripted })

      test('after a whole journey: nothing', async ({ page, watch, context, server }) => {
        const walk: Walk = { page, watch, server, form, language: 'cy', scripted }

        await begin(walk)
        await walkTo(walk, { screens, until: CHECK, answers })
        await press(walk, 'send')
        await expectSent(walk, { code: true })
        const kept = await page.evaluate(async () => ({
          local: Object.keys(localStorage),
          session: Object.keys(sessionStorage),
          databases: await indexedDB.databases(),
          caches: await caches.keys(),
          workers: (await navigator.serviceWorker.getRegistrations()).length,
          cookie: document.cookie,
          window: window.name,
        }))

        expect(kept).toEqual({ local: [], session: [], databases: [], caches: [], workers: 0, cookie: '', window: '' })
        expect(await context.cookies()).toEqual([])
      })
    })

  test('a form that was left and comes back with the browser’s way back is whole, and empty', async ({
    page,
    watch,
    server,
  }) => {
    const walk: Walk = { page, watch, server, form, language: 'cy', scripted: true }

    await begin(walk)
    await walkTo(walk, { screens, until: 'name', answers })
    await answerScreen(walk, 'name', answers)
    await page.goto(pathTo('contact', 'cy'))
    await page.goBack()

    await expect(page.locator('main h1')).toBeVisible()
    await expectScreen(walk, CONFIDENTIALITY)
    expect(await heldBy(walk)).toEqual([])
  })
})

test('a page that the browser kept whole, to go back to it, is asked for anew', async ({ page, watch, server }) => {
  const walk: Walk = { page, watch, server, form, language: 'cy', scripted: true }

  await begin(walk)
  await walkTo(walk, { screens, until: 'name', answers })
  await answerScreen(walk, 'name', answers)
  // Playwright cannot follow a page into that memory of the browser and back, so the two events are sent to it.
  await page.evaluate(() => {
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
  })

  await expectScreen(walk, CONFIDENTIALITY)
  expect(await heldBy(walk)).toEqual([])
})

test.describe('when sending fails, with script', () => {
  for (const language of ['cy', 'en'] as const)
    test(`the server is away (${language}): plain words, the answers still there, then one record`, async ({
      page,
      watch,
      server,
    }) => {
      const walk: Walk = { page, watch, server, form, language, scripted: true }
      const before = server.countRecords(form.id)
      watch.expectedLines.push(/ERR_CONNECTION_REFUSED/)

      await begin(walk)
      await walkTo(walk, { screens, until: CHECK, answers })
      await server.stop()
      await press(walk, 'send')
      await expectNotSent(walk)
      await server.start()
      await press(walk, 'send')

      await expectSent(walk, { code: true })
      expect(server.countRecords(form.id) - before, 'one record').toBe(1)
    })

  test('the answer is lost on the way: the same key again, the same record', async ({ page, watch, server }) => {
    const walk: Walk = { page, watch, server, form, language: 'cy', scripted: true }
    const before = server.countRecords(form.id)
    const keys: (string | null)[] = []
    let stored = ''
    watch.expectedLines.push(/ERR_FAILED/)

    await begin(walk)
    await walkTo(walk, { screens, until: CHECK, answers })
    await page.route(`**${formPaths(form.id, 'cy').step}`, async (route) => {
      const body = route.request().postData() ?? ''
      keys.push(new URLSearchParams(body).get('submission'))
      if (keys.length > 1) return route.continue()
      const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: SITE_URL }
      stored = await fetch(server.address + formPaths(form.id, 'cy').step, { method: 'POST', body, headers }).then(
        (answer) => answer.text(),
      )
      return route.abort()
    })
    await press(walk, 'send')
    await expectNotSent(walk)
    await press(walk, 'send')
    const { reference = 'none', code } = await expectSent(walk, { code: true })

    expect(keys).toHaveLength(2)
    expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/)
    expect(keys[1]).toBe(keys[0])
    expect(stored).toContain(reference)
    for (const word of code) expect(stored).toContain(word)
    expect(server.countRecords(form.id) - before, 'one record').toBe(1)
  })
})

/** Plain words that it did not arrive, with whom to ring, spoken at once; everything else as it was. */
async function expectNotSent(walk: Walk): Promise<void> {
  const { page } = walk
  const said = page.locator('#said')
  await expect(said).toHaveText(wordsFor(walk).shared.notSent.replace('{phone}', service.contact.phone))
  await expect(said).toBeFocused()
  await expect(said).toHaveAttribute('role', 'alert')
  await expectCheckPage(walk, answers)
  await expect(page.locator('main button.go-on[value=send]')).toBeEnabled()
}
