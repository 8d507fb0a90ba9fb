import type { Page } from '@playwright/test'
import type { Language } from '#domain/language/language.ts'
import type { Role } from '#domain/roles.ts'
import { formScreenWords } from '#i18n/form-screen-words.ts'
import { type PathName, paths } from '#i18n/paths.ts'
import { putIn } from '#i18n/put-in.ts'
import { staffWords } from '#i18n/staff-words.ts'
import { loadForms } from '#server/load-service.ts'
import { act, askFrom } from '../browser/ask-from.ts'
import { expect } from '../browser/llafar.ts'
import { service } from '../browser/public-forms.ts'
import type { RealServer } from '../browser/real-server.ts'
import { type SentByApi, sendByApi } from '../browser/send-by-api.ts'
import { join, openReferral, type StaffPaper } from '../browser/staff.ts'
import { answersOf } from '../browser/valid-answers.ts'

/** What a walk over the staff side needs, and what it does at every screen. */
export type StaffWalk = {
  readonly page: Page
  readonly server: RealServer
  readonly paper: StaffPaper
  readonly language: Language
  /** `known` says that the same screen was seen in another state. */
  readonly see: (screen: string, known?: boolean) => Promise<void>
}

const forms = loadForms(service)

/** The pages that lead in, and those of members: a new one is a member's page, and is looked at. */
export const wayIn: readonly PathName[] = ['staff-sign-in', 'staff-second-factor', 'staff-set-up']
export const memberPages = Object.keys(paths)
  .filter((name): name is PathName => name.startsWith('staff'))
  .filter((name) => !wayIn.includes(name))

/** Sees the pages that lead in, as somebody sees them who has nothing yet. */
export async function seeWayIn({ page, language, see }: Pick<StaffWalk, 'page' | 'language' | 'see'>): Promise<void> {
  for (const name of wayIn) {
    await page.goto(paths[name][language])
    await expect(page.getByText(staffWords(language).working, { exact: true })).toBeHidden()
    await see(name)
  }
  await page.goto(paths['staff-sign-in'][language])
  await page.locator('#email').fill('neb@llafar.example')
  await page.locator('#password').fill('nid dyma fe o gwbl')
  await page.keyboard.press('Enter')
  await expect(page.locator('main .error-summary')).toBeVisible()
  await see('sign-in-wrong', true)
}

/** Goes to a page of members, and waits until it has what it shows. */
export async function goTo({ page, language }: Pick<StaffWalk, 'page' | 'language'>, name: PathName): Promise<void> {
  await page.goto(paths[name][language])
  await expect(page.locator('h1')).toBeVisible()
  await expect(page.getByText(staffWords(language).working, { exact: true })).toBeHidden()
}

/** A desk with something of each kind on it; one referral has everything behind it that can happen to one. */
export async function fillDesk({ page, server }: StaffWalk) {
  const everything = (id: string, way: Record<string, string | readonly string[]> = {}) => {
    const form = forms.get(id)
    return form ? answersOf(form, {}, { way, howMuch: 'everything' }) : {}
  }
  const full = await sendByApi(
    server,
    'self-referral',
    everything('self-referral', { contactMethods: ['text', 'call'] }),
  )
  const fresh = await sendByApi(server, 'self-referral', { name: 'Siân', contactMethods: ['come-back'] })
  const offer = await sendByApi(
    server,
    'supported-referral',
    everything('supported-referral', { who: 'social-worker', kind: 'active-offer', optedOut: 'no' }),
    'en',
  )
  const change = await sendByApi(server, 'advocate-change', everything('advocate-change'))
  const joining = await sendByApi(server, 'join-in', everything('join-in'))
  const thanks = await sendByApi(server, 'feedback', everything('feedback', { kind: 'compliment' }))
  const complaint = await sendByApi(server, 'feedback', everything('feedback', { kind: 'complaint', aboutLead: 'no' }))
  const id = await idOf(page, full.reference)
  for (const [form, way] of lifeOf)
    expect([form, (await act(page, form, id, everything(form, way))).status]).toEqual([form, 201])
  const later = { code: full.code, language: 'cy' }
  for (const [path, answers] of [
    ['message', { message: 'Neges gen i' }],
    ['safe-contact', everything('child-safe-contact')],
    ['ask', { ask: 'withdraw' }],
  ] as const)
    expect((await askFrom(page, `/api/track/${path}`, { ...later, answers })).status).toBe(201)
  return { full, fresh, offer, change, joining, thanks, complaint }
}

/** What happens to a case, in order. */
const lifeOf: readonly (readonly [string, Record<string, string>])[] = [
  ['screening', { decision: 'accepted' }],
  ['contact', { outcome: 'reached' }],
  ['allocation', { advocate: 'not-here' }],
  ['start', {}],
  ['meeting', {}],
  ['hours', {}],
  ['passing-on', { consent: 'refused', told: 'not-yet' }],
]

export type Desk = Awaited<ReturnType<typeof fillDesk>>

async function idOf(page: Page, reference: string): Promise<string> {
  const { body } = await askFrom<{ lines: { id: string; reference: string }[] }>(page, '/api/staff/inbox')
  const found = body.lines.find((line) => line.reference === reference)
  if (!found) throw new Error(`${reference} is not on this desk`)
  return found.id
}

/** Sees the inbox: its lists, what can be begun there, each kind of thing opened, each form about it. */
export async function seeInbox(walk: StaffWalk, desk: Desk): Promise<void> {
  const { page, see, language } = walk
  const { inbox } = staffWords(language)
  await goTo(walk, 'staff')
  await see('inbox')
  await page.locator('.menu-filter > summary').click()
  for (const list of ['waiting', 'welsh'] as const) {
    await page.getByLabel(inbox.filter.list, { exact: true }).selectOption({ label: inbox.filter.lists[list] })
    await page.getByRole('button', { name: inbox.filter.show, exact: true }).click()
    await see(`list-${list}`, true)
  }
  await page.locator('details.menu:not(.menu-filter) summary').click()
  await see('menu-new')
  await goTo(walk, 'staff')
  await page.getByRole('button', { name: desk.fresh.reference }).click()
  await page.getByLabel(staffWords(language).keys.unlockField).waitFor()
  await see('locked')
  await goTo(walk, 'staff')
  for (const [name, sent] of Object.entries(desk).filter(([kind]) => kind !== 'complaint'))
    await seeOpened(walk, name, sent)
}

/** Sees one line of the inbox opened, and each form about it; ends at the list again. */
export async function seeOpened(walk: StaffWalk, name: string, { reference, form }: SentByApi): Promise<void> {
  const { page, see, language, paper } = walk
  // What has no reference is told apart by its moment, "(…)", and headed by what it is.
  const heading = reference || formScreenWords(form, language, service).words.title
  await openReferral(page, reference || '(', paper, language, heading)
  await see(`opened-${name}`)
  await seeActs(walk, name, heading)
  await page.getByRole('button', { name: staffWords(language).inbox.backToList }).click()
  await page.locator('#inbox-list').waitFor()
}

/** Sees each form that can be filled in about what is open: empty, and in error where something has to be answered. */
async function seeActs(walk: StaffWalk, name: string, heading: string): Promise<void> {
  const { page, language } = walk
  const words = staffWords(language)
  const acts = page.locator('main .no-print > .actions > button.go-on, .menu-list button')
  await expect(page.locator('.safe-contact')).toBeVisible()
  const count = await acts.count()
  for (let index = 0; index < count; index += 1) {
    if (!(await acts.nth(index).isVisible())) await page.locator('details.menu:not(.menu-filter) summary').click()
    const form = await acts.nth(index).innerText()
    await acts.nth(index).click()
    await seeForm(walk, `${name}-${index} ${form}`)
    await page.getByRole('button', { name: words.cancel, exact: true }).click()
    await expect(page.getByRole('heading', { name: heading })).toBeVisible()
  }
}

/** Sees a form's first screen, and what is said when nothing is answered. */
async function seeForm({ page, see }: StaffWalk, name: string): Promise<void> {
  await page.locator('main input[name=page]').waitFor({ state: 'attached' })
  await see(`form-${name}`)
  const go = page.locator('main .panel button.go-on').first()
  await go.click()
  const wrong = page.locator('main .error-summary')
  if (await wrong.isVisible()) await see(`wrong-${name}`, true)
}

/** Sees every record that can be begun in the inbox, and every form that is filled in for somebody. */
export async function seeNew(walk: StaffWalk): Promise<void> {
  const { page, language } = walk
  const words = staffWords(language)
  await goTo(walk, 'staff')
  const count = await page.locator('.menu-list button').count()
  for (let index = 0; index < count; index += 1) {
    await page.locator('details.menu:not(.menu-filter) summary').click()
    const form = await page.locator('.menu-list button').nth(index).innerText()
    await page.locator('.menu-list button').nth(index).click()
    if (await page.locator('input[name=channel]').first().isVisible()) {
      await walk.see(`before-asking-${index}`)
      await expect(page.locator('input:checked'), 'nothing is chosen beforehand').toHaveCount(0)
      // A survey needs no receipt: then there is nothing to have been told.
      for (const name of ['channel', 'language', 'told', 'answer']) {
        const choice = page.locator(`input[name=${name}]`).first()
        if (await choice.isVisible()) await choice.check()
      }
      await page.getByRole('button', { name: words.inbox.entry.begin }).click()
    }
    await seeForm(walk, `new-${index} ${form}`)
    await page.getByRole('button', { name: words.cancel, exact: true }).click()
    await page.locator('#inbox-list').waitFor()
  }
}

/** Sees somebody invited, let in, given a way in anew and asked about before they are removed. */
export async function seeNewcomer(walk: StaffWalk, their: Page, role: Role): Promise<StaffPaper> {
  const { page, see, language } = walk
  const { people } = staffWords(language)
  const name = `Llywelyn ap Gruffudd-Montgomery (${role})`
  const member = await join(walk, their, { name, role, language })
  for (const each of ['renew', 'remove'] as const) {
    await page.getByRole('button', { name: putIn(people[each], { name }), exact: true }).click()
    await see(each)
  }
  return member
}

/** The staff forms that were not among the screens: none is left out. */
export function unseenForms(seen: readonly string[], language: Language): readonly string[] {
  const { inbox } = staffWords(language)
  const buttonOf = (id: string) =>
    id === 'screening' || id === 'contact' ? inbox[id] : formScreenWords(id, language, service).words.title
  return (
    [...forms.values()]
      // The facts of a case are for a council that sees names: this service's do not.
      .filter(({ id }) => id !== 'case-facts' || service.councilSeesNames !== false)
      .filter(({ id, access }) => access === 'staff' && !seen.some((screen) => screen.endsWith(` ${buttonOf(id)}`)))
      .map(({ id }) => id)
  )
}
