import type { Language } from '#domain/language/language.ts'
import type { CheckContext } from '#forms/answer-schema.ts'
import { holds, isShown, withoutHidden } from '#forms/conditions.ts'
import type { Answers, ResolvedForm } from '#forms/define-form.ts'
import { type Problem, problemsOnPage, refusedCombinations, refusedOnPage } from '#forms/parse-answers.ts'

/** How the confidentiality summary was given and answered; travels with the record. @source H1 */
export type Receipt = {
  readonly version: string
  readonly language: Language
  readonly format: 'text' | 'symbols' | 'read-aloud'
  readonly answer: 'understood' | 'explain'
}

/** The screens that are not pages of the definition. */
export const CONFIDENTIALITY = 'confidentiality'
export const SURVEY_CODE = 'survey-code'
export const CHECK = 'check'

/**
 * Everything a journey through a form remembers. It lives in the page (hidden fields, or the script's
 * memory) and nowhere else until "send".
 */
export type JourneyState = {
  /** {@link CONFIDENTIALITY}, the id of a page, or {@link CHECK}. */
  readonly page: string
  readonly answers: Answers
  readonly receipt?: Receipt
  /** The single-use code of a closure survey, as typed. */
  readonly surveyCode?: string
  /** The idempotency key of this sending; made by the first on-demand step or by the script. */
  readonly submission?: string
  /** The person chose to tell more, so the `more` pages are asked. */
  readonly more: boolean
  readonly trackingCode: boolean
  /** Came here from the check page to change something, and goes back there. */
  readonly changing: boolean
}

/** What the person did on a screen. */
export type Action =
  | { readonly kind: 'receive'; readonly receipt: Receipt }
  | { readonly kind: 'go-on' | 'back' | 'stay' | 'more' | 'check' | 'send' }
  | { readonly kind: 'change'; readonly page: string }

/** Where the person is after an action, and what has to be put right first, if anything. */
export type Step = {
  readonly state: JourneyState
  readonly problems: readonly Problem[]
  /** True when everything is in order and the answers are to be sent now. */
  readonly send: boolean
}

/** The beginning of a journey. */
export function startOf(form: ResolvedForm): JourneyState {
  const state = { page: CHECK, answers: {}, more: false, trackingCode: true, changing: false }
  return { ...state, page: screensOf(form, state)[0] ?? CHECK }
}

/** The screens this person meets, in order: pages with nothing to ask are left out. */
export function screensOf(form: ResolvedForm, state: JourneyState): readonly string[] {
  const pages = form.pages
    .filter((page) => page.part !== 'more' || state.more)
    .filter((page) => isPageShown(page, state.answers))
    .map((page) => page.id)
  return [
    ...(form.confidentialityFirst ? [CONFIDENTIALITY] : []),
    ...(form.survey === 'closure' ? [SURVEY_CODE] : []),
    ...pages,
    CHECK,
  ]
}

/** A page with nothing to ask is left out, and one that only tells comes when its condition holds. */
function isPageShown(page: ResolvedForm['pages'][number], answers: Answers): boolean {
  if (page.tells) return page.shownWhen !== undefined && holds(page.shownWhen, answers)
  return page.questions.some((question) => isShown(question, answers))
}

/**
 * Takes one step: the same in browser and server.
 *
 * A form that needs the confidentiality receipt goes back to it from anywhere until it is there.
 *
 * @source DESIGN 4 "one thing per page"; H1
 */
export function takeStep(form: ResolvedForm, state: JourneyState, action: Action, context: CheckContext): Step {
  if (action.kind === 'receive')
    return goOn(form, { ...state, receipt: action.receipt, page: CONFIDENTIALITY }, context)
  if (form.confidentialityFirst && !state.receipt) return arrive({ ...state, page: CONFIDENTIALITY })
  switch (action.kind) {
    case 'go-on':
      return goOn(form, state, context)
    case 'back':
      return arrive({ ...state, page: before(form, state), changing: false })
    case 'stay':
      return arrive(state)
    case 'change':
      return arrive({ ...state, page: action.page, changing: true })
    case 'more':
      return tellMore(form, state)
    case 'check':
      return toCheck(form, state, context)
    case 'send':
      return toSend(form, state, context)
  }
}

function arrive(state: JourneyState, problems: readonly Problem[] = []): Step {
  return { state, problems, send: false }
}

function goOn(form: ResolvedForm, given: JourneyState, context: CheckContext): Step {
  const problems = [...codeProblems(given), ...problemsOnPage(form, given.page, given.answers, context)]
  if (problems.length > 0) return arrive(given, problems)
  const state = { ...given, answers: withoutHidden(form, given.answers) }
  return state.changing ? toCheck(form, state, context) : arrive({ ...state, page: after(form, state) })
}

/** What an answer on this page calls for, told at once: also when the answer was changed, or is the last. @source Q36 */
function toldNext(form: ResolvedForm, state: JourneyState): string | undefined {
  const next = after(form, state)
  return form.pages.some(({ id, tells }) => id === next && tells !== undefined) ? next : undefined
}

/** A closure survey begins with its code. Whether it is a right one, only the server can tell. */
function codeProblems(state: JourneyState): readonly Problem[] {
  const isMissing = state.page === SURVEY_CODE && !state.surveyCode
  return isMissing ? [{ question: 'surveyCode', rule: 'missing' }] : []
}

/** Stops first at a page that a change has left incomplete. */
function toCheck(form: ResolvedForm, given: JourneyState, context: CheckContext): Step {
  const here = problemsOnPage(form, given.page, given.answers, context)
  if (here.length > 0) return arrive(given, here)
  const state = { ...given, answers: withoutHidden(form, given.answers) }
  const told = toldNext(form, state)
  if (told) return arrive({ ...state, page: told, changing: true })
  const incomplete = firstIncomplete(form, state, context)
  return incomplete
    ? arrive({ ...state, page: incomplete, changing: true }, refusedOnPage(form, incomplete, state.answers))
    : arrive({ ...state, page: CHECK, changing: false })
}

function toSend(form: ResolvedForm, given: JourneyState, context: CheckContext): Step {
  const state = { ...given, answers: withoutHidden(form, given.answers) }
  const incomplete = firstIncomplete(form, state, context)
  if (incomplete)
    return arrive(
      { ...state, page: incomplete, changing: true },
      problemsOnPage(form, incomplete, state.answers, context),
    )
  const refused = refusedCombinations(form, state.answers, state)
  return refused.length > 0 ? arrive({ ...state, page: CHECK }, refused) : { state, problems: [], send: true }
}

function tellMore(form: ResolvedForm, given: JourneyState): Step {
  const state = { ...given, more: true, changing: false }
  const first = screensOf(form, state).find((id) => form.pages.some((page) => page.id === id && page.part === 'more'))
  return arrive({ ...state, page: first ?? CHECK })
}

function firstIncomplete(form: ResolvedForm, state: JourneyState, context: CheckContext): string | undefined {
  return screensOf(form, state).find((id) => problemsOnPage(form, id, state.answers, context).length > 0)
}

function after(form: ResolvedForm, state: JourneyState): string {
  const screens = screensOf(form, state)
  return screens[screens.indexOf(state.page) + 1] ?? CHECK
}

function before(form: ResolvedForm, state: JourneyState): string {
  const screens = screensOf(form, state)
  return screens[Math.max(0, screens.indexOf(state.page) - 1)] ?? CHECK
}
