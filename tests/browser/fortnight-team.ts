import type { Browser, BrowserContext, Page } from '@playwright/test'
import { type Answered, act } from './ask-from.ts'
import { nowOn, setClock } from './clock.ts'
import { lineOf } from './fortnight-desk.ts'
import { days, meets } from './fortnight-story.ts'
import { expect, type Watch } from './llafar.ts'
import { type RealServer, SITE_URL } from './real-server.ts'
import { type SentByApi, sendByApi } from './send-by-api.ts'
import { join, type StaffPaper, setUpStaff, signInAgain } from './staff.ts'

type Parts = {
  readonly page: Page
  readonly browser: Browser
  readonly server: RealServer
  readonly watch: Watch
}

/** Who works there: the page they look at, and what they have on paper. */
export type Member = { readonly page: Page; readonly paper: StaffPaper }

/** Mari and Ifan, coordinators, and Non, who leads on complaints: each in a browser of their own; and a child's. */
export async function gather({ page, browser, server, watch }: Parts) {
  const contexts: BrowserContext[] = [page.context()]
  const newPage = async () => {
    const context = await browser.newContext({ baseURL: SITE_URL, viewport: { width: 1000, height: 800 } })
    await watch.over(context)
    contexts.push(context)
    return context.newPage()
  }
  const [ifanPage, nonPage, child] = [await newPage(), await newPage(), await newPage()]
  const to = (day: string | undefined, time: string) => setClock(server, `${day}T${time}:00.000Z`, contexts)
  await to(days[0], '09:00')
  const now = () => nowOn(server)
  const paper = await setUpStaff(page, server.setUpLink(), { language: 'cy', now })
  const holder = { page, paper, language: 'cy' } as const
  const ifan = await join(holder, ifanPage, { name: 'Ifan Rees', role: 'coordinator', now })
  const non = await join(holder, nonPage, { name: 'Non Puw', role: 'complaints-lead', now })
  return {
    mari: { page, paper },
    ifan: { page: ifanPage, paper: ifan },
    non: { page: nonPage, paper: non },
    child,
    to,
  }
}

export type Team = Awaited<ReturnType<typeof gather>>

/** The requests of the fortnight in the order in which they came, and what is done about them over the screens' own API. */
export function workOf(server: RealServer, { mari, ifan, to }: Team) {
  const asked: SentByApi[] = []
  const one = (index: number) => {
    const found = asked[index]
    if (!found) throw new Error(`nobody has asked ${index} times`)
    return found
  }
  const line = (index: number) => lineOf(mari.page, one(index).reference)
  const does = async ({ page }: Pick<Member, 'page'>, form: string, index: number, answers: object, more = {}) =>
    act(page, form, (await line(index)).id, answers, more)
  const did = async (...parts: Parameters<typeof does>) =>
    expect([parts[1], (await does(...parts)).status]).toEqual([parts[1], 201])
  /** Three ask, the second in English; Mari takes the first two on, Ifan reaches the first, nobody sees the third. */
  const morning = async (number: number, third: object = { name: 'Ela', contactMethods: ['come-back'] }) => {
    const day = days[number]
    await to(day, '09:00')
    for (const { page, paper } of number > 0 ? [mari, ifan] : []) await signInAgain(page, paper)
    const least = { name: 'Tom', contactMethods: ['come-back'] }
    for (const [place, answers] of [least, { ...least, ...meets[number] }, third].entries())
      asked.push(await sendByApi(server, 'self-referral', answers, place === 1 ? 'en' : 'cy'))
    await to(day, '09:15')
    for (const index of [asked.length - 3, asked.length - 2])
      await did(mari, 'screening', index, { decision: 'accepted' })
    await did(ifan, 'contact', asked.length - 3, { outcome: 'reached', method: 'call' })
  }
  return { asked, one, line, does, did, morning }
}

/** What an act was refused for: its status, and the questions that are at fault. */
export function refusal({ status, body }: Answered<{ readonly errors?: readonly { readonly question: string }[] }>) {
  return [status, ...(body.errors ?? []).map(({ question }) => question)]
}
