import type { Page } from '@playwright/test'
import type { Language } from '#domain/language/language.ts'
import { londonLocal } from '#domain/time/instant.ts'
import { isShown, valuesOf } from '#forms/conditions.ts'
import type { Answer, Answers, ResolvedForm, ResolvedQuestion } from '#forms/define-form.ts'
import { questionsOf } from '#forms/define-form.ts'
import { dateParts } from '#forms/form-fields.ts'
import { CHECK, CONFIDENTIALITY, SURVEY_CODE } from '#forms/journey.ts'
import { formScreenWords } from '#i18n/form-screen-words.ts'
import { formPaths, paths } from '#i18n/paths.ts'
import cySent from '#locales/cy/sent.json' with { type: 'json' }
import enSent from '#locales/en/sent.json' with { type: 'json' }
import { expect, type Watch } from './llafar.ts'
import { service } from './public-forms.ts'
import type { RealServer } from './real-server.ts'
import { aSurveyCode } from './survey-code.ts'

/** A walk through one form, in one language, with or without script. */
export type Walk = {
  readonly page: Page
  readonly form: ResolvedForm
  readonly language: Language
  readonly scripted: boolean
  readonly watch: Watch
  readonly server: RealServer
}

export const sentWords = { cy: cySent, en: enSent }

/** The words of the walk's form, from the locales. */
export function wordsFor({ form, language }: Walk) {
  return formScreenWords(form.id, language, service)
}

/** Opens the first page of the form. */
export async function begin(walk: Walk): Promise<void> {
  const { page, form, language } = walk
  await page.goto(formPaths(form.id, language).start)
  await scriptIsReady(walk)
}

/** The script has its file and has taken the form over. Without script there is nothing to wait for. */
export async function scriptIsReady({
  page,
  scripted,
  form,
  language,
}: Pick<Walk, 'page' | 'scripted' | 'language'> & { readonly form: { readonly id: string } }): Promise<void> {
  if (!scripted) return
  await page.waitForFunction((name) => {
    const [file] = performance.getEntriesByName(new URL(name, location.href).href) as PerformanceResourceTiming[]
    return file !== undefined && file.responseEnd > 0
  }, `/journey/${form.id}.${language}.json`)
  await page.evaluate(() => new Promise((resolve) => setTimeout(() => requestAnimationFrame(resolve), 30)))
}

/** Presses a button of the form's screen, by what it does. */
export async function press({ page }: Walk, doing: string): Promise<void> {
  const visible = doing === 'skip' ? 'button.skip' : `button[value="${doing}"]:not(.visually-hidden):not(.skip)`
  const button = doing === 'explain' || doing === 'more' ? `button[value="${doing}"]` : visible
  await page.locator(`main ${button}`).click()
}

/** Expects to be on a screen: its page, its title, its heading, its place in the whole. */
export async function expectScreen(walk: Walk, screen: string, { problem = false } = {}): Promise<void> {
  const { page, scripted } = walk
  const { words, shared, confidentiality } = wordsFor(walk)
  await expect(page.locator('main input[name=page]'), `on ${screen}`).toHaveValue(screen)
  const title =
    screen === CHECK
      ? shared.check.title
      : screen === CONFIDENTIALITY
        ? confidentiality.title
        : (words.pages[screen]?.title ?? words.title)
  await expect(page).toHaveTitle(`${problem ? shared.errorInTitle : ''}${title} – ${service.name[walk.language]}`)
  await expect(page.locator('main h1')).toHaveCount(1)
  await expect(page.locator('html')).toHaveAttribute('lang', walk.language)
  if (scripted && !problem && (await page.locator('[data-walking]').count()) > 0)
    await expect(page.locator('main h1'), 'reading starts at the heading').toBeFocused()
}

/** Expects the count of steps to say where this screen is among all. */
export async function expectStepCount(walk: Walk, screens: readonly string[], screen: string): Promise<void> {
  const { shared } = wordsFor(walk)
  const says = `${shared.step} ${screens.indexOf(screen) + 1} ${shared.of} ${screens.length}`
  await expect(walk.page.locator('.step-count')).toHaveText(says)
}

/** Answers one question on the screen, whatever its kind, right or wrong. */
export async function answer({ page, watch }: Walk, question: ResolvedQuestion, value: Answer): Promise<void> {
  const name = `a.${question.id}`
  const field = page.locator(`main [name="${name}"]`)
  switch (question.kind) {
    case 'choice':
    case 'faces':
    case 'yes-no':
      await page.locator(`main input[name="${name}"][value="${value}"]`).check()
      return
    case 'choices':
      for (const choice of valuesOf(value)) await page.locator(`main input[name="${name}"][value="${choice}"]`).check()
      return
    case 'ranked': {
      const [first, ...next] = valuesOf(value)
      await page.locator(`main input[name="${name}"][value="${first}"]`).check()
      for (let rank = 2; rank <= question.ranks; rank++)
        await page.locator(`main select[name="${name}.${rank}"]`).selectOption(next[rank - 2] ?? '')
      return
    }
    case 'area':
    case 'list':
      await field.selectOption(String(value))
      return
    case 'date':
      for (const [part, typed] of Object.entries(dateParts(value)))
        await page.locator(`main [name="${name}.${part}"]`).fill(typed)
      return
    case 'moment':
      await field.fill(londonLocal(String(value)))
      return
    case 'drawing':
      // As drawing-pad leaves it: drawing.test.ts draws with a mouse.
      await field.evaluate((input: HTMLInputElement, drawn) => {
        input.value = drawn
      }, String(value))
      return
    default:
      watch.typed.add(String(value))
      await field.fill(String(value))
  }
}

/** Expects a question's controls to hold an answer; undefined: nothing. */
export async function expectAnswered(
  { page }: Walk,
  question: ResolvedQuestion,
  value: Answer | undefined,
): Promise<void> {
  const name = `a.${question.id}`
  const checked = page.locator(`main input[name="${name}"]:checked`)
  const field = page.locator(`main [name="${name}"]:not([type=hidden])`)
  const values = value === undefined ? [] : valuesOf(value)
  switch (question.kind) {
    case 'choice':
    case 'faces':
    case 'yes-no':
    case 'choices':
      await expect(checked, question.id).toHaveCount(values.length)
      for (const choice of values)
        await expect(page.locator(`main input[name="${name}"][value="${choice}"]`), question.id).toBeChecked()
      return
    case 'ranked':
      await expect(checked, question.id).toHaveCount(Math.min(1, values.length))
      if (values[0]) await expect(page.locator(`main input[name="${name}"][value="${values[0]}"]`)).toBeChecked()
      for (let rank = 2; rank <= question.ranks; rank++)
        await expect(page.locator(`main select[name="${name}.${rank}"]`)).toHaveValue(values[rank - 1] ?? '')
      return
    case 'date':
      for (const [part, typed] of Object.entries(dateParts(value)))
        await expect(page.locator(`main [name="${name}.${part}"]`), question.id).toHaveValue(typed)
      return
    case 'moment':
      await expect(field, question.id).toHaveValue(values[0] ? londonLocal(values[0]) : '')
      return
    case 'drawing':
      await expect(page.locator(`main drawing-pad [name="${name}"]`), question.id).toHaveValue(values[0] ?? '')
      return
    default:
      await expect(field, question.id).toHaveValue(values[0] ?? '')
  }
}

/** Answers what a screen asks; the confidentiality page is answered with `receipt`. */
export async function answerScreen(walk: Walk, screen: string, answers: Answers): Promise<void> {
  const asked = walk.form.pages.find(({ id }) => id === screen)?.questions ?? []
  for (const question of asked) {
    const value = answers[question.id]
    if (value !== undefined && isShown(question, answers)) await answer(walk, question, value)
  }
}

/** A screen that comes before the questions: what stays private, or the code that opens a survey. */
export function isDoor(screen: string): boolean {
  return screen === CONFIDENTIALITY || screen === SURVEY_CODE
}

/** Goes through a screen that comes before the questions. */
export async function goThrough(
  walk: Walk,
  door: string,
  receipt: 'understood' | 'explain' = 'understood',
): Promise<void> {
  if (door === CONFIDENTIALITY) return press(walk, receipt)
  await walk.page.locator('main input[name=surveyCode]').fill(await aSurveyCode(walk.server))
  await press(walk, 'go-on')
  // Only the server can tell whether it is a right one: with script, too, its page comes.
  await expect(walk.page.locator('main input[name=page]')).not.toHaveValue(door)
  await scriptIsReady(walk)
}

/** Walks from the first screen to the one named, answering on the way. */
export async function walkTo(
  walk: Walk,
  {
    screens,
    until,
    answers,
    receipt = 'understood',
  }: { screens: readonly string[]; until: string; answers: Answers; receipt?: 'understood' | 'explain' },
): Promise<void> {
  for (const screen of screens) {
    await expectScreen(walk, screen)
    if (screen === until) return
    if (isDoor(screen)) await goThrough(walk, screen, receipt)
    else if (screen === CHECK) await press(walk, 'more')
    else {
      await answerScreen(walk, screen, answers)
      await press(walk, 'go-on')
    }
  }
}

/**
 * Expects a page that tells something to tell all of it: each of its sentences; where it tells whom to ring, every
 * number, and the forms that say who you are beside this one.
 */
export async function expectTold(walk: Walk, screen: string): Promise<void> {
  const { page, form } = walk
  const tells = form.pages.find(({ id }) => id === screen)?.tells
  if (!tells) return
  if (tells === 'help-now') return expectHelpTold(walk)
  const ideas = wordsFor(walk).words.pages[screen]?.tells?.ideas ?? []
  expect(ideas.length).toBeGreaterThan(0)
  for (const { say } of ideas) await expect(page.locator('main').getByText(say, { exact: true })).toBeVisible()
}

async function expectHelpTold(walk: Walk): Promise<void> {
  const { page } = walk
  const { helplines = [], forms = [] } = wordsFor(walk).helpNow ?? {}
  expect([helplines.length, forms.length].every((count) => count > 0)).toBe(true)
  const numbers = helplines.map(({ name, phone }) => `${name}: ${phone}`)
  await expect(page.locator('main a[href^="tel:"]')).toHaveText(numbers)
  const links = page.locator('main .help-page a[target=_blank][rel="noopener noreferrer"]')
  await expect(links).toHaveText(forms.map(({ say }) => say))
  for (const [index, { address }] of forms.entries()) await expect(links.nth(index)).toHaveAttribute('href', address)
}

/** Expects the check page to say every answer as its words, and nothing else. */
export async function expectCheckPage(walk: Walk, answers: Answers): Promise<void> {
  const { words, shared } = wordsFor(walk)
  const answered = questionsOf(walk.form).filter(({ id }) => answers[id] !== undefined)
  const said = answered.map((question) => {
    const value = answers[question.id]
    const { day, month, year } = dateParts(value)
    const choices = words.questions[question.id]?.choices
    if (question.kind === 'date') return `${day}/${month}/${year}`
    if (question.kind === 'drawing') return shared.drawing.shown
    const values = value === undefined ? [] : valuesOf(value)
    return question.choices
      ? values.map((each) => choices?.[each] ?? `no words for ${each}`).join('\n')
      : values.join('\n')
  })
  const { page } = walk
  await expect(page.locator('.check-list dt')).toHaveText(answered.map(({ id }) => words.questions[id]?.label ?? ''))
  const shown = await page.locator('.check-list dd > p:first-child').allInnerTexts()
  expect(shown.map((text) => text.trim())).toEqual(said)
}

/** What a young person is given once their form is stored. */
export type Given = { readonly reference: string | undefined; readonly code: readonly string[] }

/** Expects the page after sending, and reads what it gives. */
export async function expectSent(walk: Walk, { code }: { readonly code: boolean }): Promise<Given> {
  const { page, form, language } = walk
  const shared = sentWords[language]
  const words = { ...shared, ...wordsFor(walk).words.sent }
  await expect(page.locator('main h1[data-sent]')).toHaveText(words.title)
  await expect(page).toHaveTitle(`${words.title} – ${service.name[language]}`)
  await expect(page.locator('html')).toHaveAttribute('lang', language)
  await expect(page.locator('.notice-help')).toContainText(shared.helpSay)
  if (walk.scripted) await expect(page.locator('main h1')).toBeFocused()
  // The loop is closed where it was opened. @source LW-13.3, CM-7a
  if (form.survey)
    await expect(page.getByRole('link', { name: shared.whatChanged })).toHaveAttribute(
      'href',
      paths['you-said-we-did'][language],
    )
  if (!form.tracked) return { reference: undefined, code: [] }
  await expect(page.locator('.code-words li')).toHaveCount(code ? 6 : 0)
  if (!code) await expect(page.locator('main')).toContainText(shared.noCode)
  const shown = (await page.locator('.code-words li').allInnerTexts()).map((text) => text.trim())
  return { reference: (await page.locator('.reference').innerText()).trim(), code: shown }
}
