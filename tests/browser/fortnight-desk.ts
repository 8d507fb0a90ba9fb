import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Page } from '@playwright/test'
import type { Audience } from '#domain/audience.ts'
import type { Language } from '#domain/language/language.ts'
import type { InboxPageOf } from '#domain/referral/inbox-filter.ts'
import type { InboxLineView } from '#domain/referral/inbox-view.ts'
import type { Answers } from '#forms/define-form.ts'
import { CHECK } from '#forms/journey.ts'
import { formScreenWords } from '#i18n/form-screen-words.ts'
import { staffWords } from '#i18n/staff-words.ts'
import { loadForms } from '#server/load-service.ts'
import { askFrom } from './ask-from.ts'
import { expect, type Watch } from './llafar.ts'
import { service } from './public-forms.ts'
import type { RealServer } from './real-server.ts'
import { screensFor } from './valid-answers.ts'
import { answerScreen } from './walk.ts'

const forms = loadForms(service)

/** Every line of a list of the inbox, page after page, as the screen reads them. */
export async function linesOf(page: Page, search = 'list=all'): Promise<readonly InboxLineView[]> {
  const lines: InboxLineView[] = []
  for (let at = 1, pages = 1; at <= pages; at += 1) {
    const { status, body } = await askFrom<InboxPageOf<InboxLineView>>(page, `/api/staff/inbox?${search}&page=${at}`)
    expect([search, status]).toEqual([search, 200])
    lines.push(...body.lines)
    pages = body.pages
  }
  return lines
}

/** One line of the inbox, which is there. */
export async function lineOf(page: Page, reference: string): Promise<InboxLineView> {
  const found = (await linesOf(page)).find((line) => line.reference === reference)
  if (!found) throw new Error(`${reference} is not in this inbox`)
  return found
}

type Desk = { readonly page: Page; readonly language: Language; readonly server: RealServer; readonly watch: Watch }

/** Opens a staff form from what is open, as a person does: it is the next act, or in the menu. */
export async function openForm({ page, language }: Desk, form: string): Promise<void> {
  const { inbox } = staffWords(language)
  const titles: Readonly<Record<string, string>> = { screening: inbox.screening, contact: inbox.contact }
  const words = formScreenWords(form, language, service).words.title
  const button = page.getByRole('button', { name: titles[form] ?? words, exact: true })
  if (!(await button.isVisible())) await page.locator('main details.menu:not(.menu-filter) > summary').click()
  await button.click()
  await expect(page.locator('main input[name=page]')).toBeAttached()
}

/** Fills in the form that is open, screen by screen, and sends it. */
export async function fillIn(desk: Desk, id: string, answers: Answers): Promise<void> {
  const { page } = desk
  const form = forms.get(id)
  if (!form) throw new Error(`no form ${id}`)
  for (const screen of screensFor(form, answers, { more: true })) {
    await expect(page.locator('main input[name=page]')).toHaveValue(screen)
    if (screen === CHECK) await page.locator('main button[value=send]:not(.visually-hidden)').click()
    else {
      await answerScreen({ ...desk, form, scripted: true }, screen, answers)
      await page.locator('main button.go-on[value=go-on]').click()
    }
  }
}

/** Opens a form, fills it in and sends it; what is said afterwards is on the screen. */
export async function record(desk: Desk, form: string, answers: Answers): Promise<void> {
  await openForm(desk, form)
  await fillIn(desk, form, answers)
  await expect(desk.page.getByText(staffWords(desk.language).inbox.saved)).toBeVisible({ timeout: 20_000 })
}

/** Changes one byte in the middle of an envelope, as a bad disk or a bad hand does. */
export function damage({ dataDir }: RealServer, reference: string, audience: Audience = 'team'): void {
  const file = new DatabaseSync(join(dataDir, 'llafar.sqlite'))
  try {
    file.exec('pragma busy_timeout = 5000')
    const found = file
      .prepare(
        'select record, sealed from envelope join record on id = record where reference = ? and envelope.audience = ?',
      )
      .get(reference, audience)
    const sealed = Uint8Array.from(found?.sealed as Uint8Array)
    const middle = sealed.length >> 1
    sealed[middle] = (sealed[middle] ?? 0) ^ 1
    file
      .prepare('update envelope set sealed = ? where record = ? and audience = ?')
      .run(sealed, String(found?.record), audience)
  } finally {
    file.close()
  }
}

/** The ids that screening gave to the young people of these requests, each once. */
export function personsOf({ dataDir }: RealServer, references: readonly string[]): readonly string[] {
  const file = new DatabaseSync(join(dataDir, 'llafar.sqlite'), { readOnly: true })
  try {
    const sql = `select distinct acts.person from record as acts join record as asked on acts.about = asked.id
      where acts.form = 'screening' and asked.reference in (${references.map(() => '?').join(', ')})`
    return file
      .prepare(sql)
      .all(...references)
      .map(({ person }) => String(person))
  } finally {
    file.close()
  }
}
