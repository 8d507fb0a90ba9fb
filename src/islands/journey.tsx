import './quick-exit.ts'
import { render } from 'preact'
import type { FormScreenProps } from '#components/form/FormScreen.tsx'
import { FORM_ID, FormScreen, screenTitle } from '#components/form/FormScreen.tsx'
import type { Language } from '#domain/language/language.ts'
import { isWordsOnly } from '#domain/look.ts'
import { newSubmissionKey } from '#domain/submission-key.ts'
import { londonDay, toInstant } from '#domain/time/instant.ts'
import { type Fields, readAction, readState } from '#forms/form-fields.ts'
import { CONFIDENTIALITY, type JourneyState, type Step, SURVEY_CODE, takeStep } from '#forms/journey.ts'
import { offerListening } from '#islands/listen.ts'

/** What the journey's file holds: see src/pages/journey. */
type Journey = Pick<FormScreenProps, 'form' | 'words' | 'shared' | 'confidentiality' | 'helpNow' | 'childAsks'> & {
  readonly language: Language
  readonly receiptVersion: string
  readonly start: string
  readonly step: string
  readonly switchTo: readonly { readonly step: string }[]
  readonly serviceName: string
  readonly phone: string
}

/**
 * Walks the same form in the browser, over the same pure steps: nothing is sent until "send", each step
 * is a history entry, and the answers are held in this page's memory only.
 */
offerListening()
const root = document.getElementById('journey-root')
const address = root?.dataset.journey
if (root && address) {
  const loaded = fetch(address).then((response) => response.json() as Promise<Journey>)
  // Without the file the form still works, step by step, by itself.
  loaded.then((journey) => walk(root, journey)).catch(() => undefined)
}

/** A second tap at the same place within this time was meant for what stood there before. */
const SECOND_TAP_MILLISECONDS = 500
let turnedAt = Number.NEGATIVE_INFINITY
// It would press a button of a page that nobody has read yet, or take the focus from its heading.
for (const tap of ['mousedown', 'click'] as const)
  addEventListener(
    tap,
    (event) => {
      if (event.detail > 1 && performance.now() - turnedAt < SECOND_TAP_MILLISECONDS) event.preventDefault()
    },
    true,
  )

function walk(root: HTMLElement, journey: Journey): void {
  let state: JourneyState | undefined
  let leaving = false

  const fieldsOf = (form: HTMLFormElement, submitter: HTMLElement | null): Fields => new FormData(form, submitter)

  const show = ({ state: next, problems }: Step, isNewStep: boolean) => {
    const turned = isNewStep && next.page !== state?.page
    state = next
    if (turned) {
      history.pushState({ page: next.page }, '')
      turnedAt = performance.now()
    }
    const props = { ...journey, state: next, problems, action: journey.step }
    // The server's markup is taken away whole the first time: the screens are small.
    if (!root.dataset.walking) {
      root.replaceChildren()
      // No link may lead away from answers: help and the way out stay, in the bar.
      document.querySelector('footer')?.remove()
    }
    root.dataset.walking = 'yes'
    // What stays private can be heard, and nothing is heard beyond it.
    dispatchEvent(new Event('llafar:turn'))
    const tools = document.querySelector<HTMLElement>('.tools')
    if (tools) tools.hidden = next.page !== CONFIDENTIALITY
    render(<FormScreen {...props} />, root)
    document.title = `${screenTitle(props)} – ${journey.serviceName}`
    const first = root.querySelector<HTMLElement>('.error-summary') ?? root.querySelector<HTMLElement>('h1')
    first?.focus()
    scrollTo(0, 0)
  }

  const send = async (form: HTMLFormElement, submitter: HTMLElement | null) => {
    const body = new URLSearchParams([...new FormData(form, submitter)].map(([name, value]) => [name, String(value)]))
    for (const button of form.querySelectorAll('button')) button.disabled = true
    say(form, journey.shared.sending, 'notice', 'status')
    try {
      const answer = await fetch(journey.step, { method: 'POST', body })
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
      const main = page.querySelector('main')
      if (!main) throw new TypeError('no page came')
      const isSent = main.querySelector('[data-sent]') !== null
      if (isSent) state = undefined
      turnedAt = performance.now()
      history.replaceState({ page: isSent ? 'sent' : 'check' }, '')
      document.title = page.title
      // Whole, header and bar too: their buttons belong to the form that is gone.
      document.body.replaceChildren(...page.body.childNodes)
      document.querySelector<HTMLElement>('main .error-summary, main h1')?.focus()
      scrollTo(0, 0)
      if (!isSent) walkAgain()
    } catch {
      for (const button of form.querySelectorAll('button')) button.disabled = false
      say(form, journey.shared.notSent.replace('{phone}', journey.phone), 'error-summary', 'alert')
    }
  }

  /** The server gave a screen back (something to put right): go on from there. */
  const walkAgain = () => {
    const again = document.getElementById('journey-root')
    if (again) {
      removeEventListener('popstate', onBack)
      walk(again, journey)
    }
  }

  // The server's own page came with something to put right: reading begins there.
  root.querySelector<HTMLElement>('.error-summary')?.focus()

  root.addEventListener('submit', (event) => {
    const form = event.target
    const { submitter } = event as SubmitEvent
    if (leaving || !(form instanceof HTMLFormElement)) return
    if (submitter?.hasAttribute('formaction')) return
    const fields = fieldsOf(form, submitter)
    // Only the server can tell whether a survey code is a right one.
    if (fields.get('page') === SURVEY_CODE) return
    event.preventDefault()
    const given = readState(journey.form, fields)
    const withKey = { ...given, submission: given.submission ?? newKey() }
    const { receiptVersion: version, language } = journey
    const { look, heard } = document.documentElement.dataset
    const format = heard ? 'read-aloud' : isWordsOnly(look) ? 'text' : 'symbols'
    const action = readAction(fields, { version, language, format })
    const now = toInstant(new Date())
    if (!state) history.replaceState({ page: withKey.page }, '')
    state = withKey
    const step = takeStep(journey.form, withKey, action, { today: londonDay(now), now })
    if (step.send) void send(form, submitter)
    else show(step, true)
  })

  // The other language, and help, are other pages: the form itself goes there, with every answer in it.
  const goWithAnswers = (selector: string, action: 'stay' | 'help', address: string | undefined) =>
    document.querySelector(selector)?.addEventListener('click', (event) => {
      const form = document.getElementById(FORM_ID)
      if (!state || !address || !(form instanceof HTMLFormElement)) return
      event.preventDefault()
      leaving = true
      const button = Object.assign(document.createElement('button'), { name: 'do', value: action, hidden: true })
      button.formAction = address
      form.append(button)
      form.requestSubmit(button)
    })
  goWithAnswers('header .language-switch', 'stay', journey.switchTo[0]?.step)
  goWithAnswers('.bar .to-help', 'help', journey.step)

  const onBack = (event: PopStateEvent) => {
    const page: unknown = event.state?.page
    // A link within the page (to a field in error, past the header) is no step.
    if (event.state === null && location.hash) return
    if (!state || typeof page !== 'string') location.replace(journey.start)
    else {
      const form = document.getElementById(FORM_ID)
      const answers =
        form instanceof HTMLFormElement ? readState(journey.form, fieldsOf(form, null)).answers : state.answers
      show({ state: { ...state, answers, page, changing: false }, problems: [], send: false }, false)
    }
  }
  addEventListener('popstate', onBack)

  const forget = () => {
    state = undefined
    render(null, root)
  }
  addEventListener('pagehide', forget)
  addEventListener('llafar:leave', forget)
}

/** The key of a sending, from the moment on at which it was begun. */
function newKey(): string {
  return newSubmissionKey(Date.now(), crypto.getRandomValues(new Uint8Array(10)))
}

/** Says something above the form, for eyes and ears, and keeps the form as it is. */
function say(form: HTMLFormElement, text: string, className: string, role: string): void {
  document.getElementById('said')?.remove()
  const said = Object.assign(document.createElement('p'), { id: 'said', className, textContent: text, tabIndex: -1 })
  said.setAttribute('role', role)
  form.prepend(said)
  said.focus()
}
