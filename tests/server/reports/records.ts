import { createHash } from 'node:crypto'
import type { Language } from '#domain/language/language.ts'
import type { Role } from '#domain/roles.ts'
import type { Answers } from '#forms/define-form.ts'
import type { Receipt } from '#forms/journey.ts'
import { receiveForm } from '#server/operations/receive-form.ts'
import { recordByStaff } from '#server/operations/record-by-staff.ts'
import { unusedSurveyCode } from '#server/operations/survey-code.ts'
import { said } from '../../builders/closed-case.ts'
import type { TestApp } from '../../builders/test-app.ts'

/** One thing that happened, as somebody did it through a form. */
export type Act = {
  /** `<case>` for what begins something, `<case>/<what>` for what was recorded about it. */
  readonly name: string
  readonly at: string
} & (
  | {
      readonly does: 'asks'
      /** Absent: the young person asks for themselves. */
      readonly form?: 'supported-referral' | 'feedback' | 'advocate-change' | 'join-in' | 'annual-survey'
      readonly in?: Language
      readonly read?: Receipt['format'] | undefined
      readonly answers?: Receipt['answer']
      readonly says?: Answers
    }
  /** The young person answers the closure survey with the code of their case. */
  | { readonly does: 'survey'; readonly says: Answers; readonly in?: Language }
  /** Staff write down what begins something by itself. */
  | {
      readonly does: 'notes'
      readonly form: 'answerphone' | 'participation' | 'quarter-narrative' | 'active-offer-notice'
      readonly says: Answers
    }
  /** Staff record something about a case: the name of the form. */
  | {
      readonly does: StaffForm
      readonly says: Answers
      readonly samePersonAs?: string
      /** The act whose duty this one settles. */
      readonly settles?: string
      readonly as?: Role
    }
)

type StaffForm =
  | 'screening'
  | 'contact'
  | 'allocation'
  | 'start'
  | 'meeting'
  | 'hours'
  | 'hours-review'
  | 'passing-on'
  | 'passing-on-told'
  | 'complaint-step'
  | 'closure'
  | 'active-offer-meeting'
  | 'advocate-change-answer'
  | 'feedback-answer'

/** Sends each act through the operation of its form, with the clock at its moment. */
export async function play(app: TestApp, acts: readonly Act[]): Promise<void> {
  const ids = new Map<string, string>()
  for (const act of acts.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))) {
    app.setNow(act.at)
    const about = ids.get(act.name.split('/')[0] ?? '')
    if (act.does === 'asks') ids.set(act.name, await ask(app, act))
    else if (act.does === 'notes') ids.set(act.name, await record(app, act, act.form))
    else if (act.does === 'survey') await answerSurvey(app, act, about)
    else {
      const links = { about, samePersonAs: ids.get(act.samePersonAs ?? ''), settles: ids.get(act.settles ?? '') }
      ids.set(act.name, await record(app, act, act.does, links))
    }
  }
}

/** These acts without one, and without what hangs on it. */
export function without(acts: readonly Act[], name: string): readonly Act[] {
  const left = acts.filter((act) => act.name !== name && !act.name.startsWith(`${name}/`))
  if (left.length === acts.length) throw new Error(`no act ${name}`)
  return left
}

const leastAnswers: Readonly<Record<string, (name: string) => Answers>> = {
  'self-referral': (name) => ({ name, contactMethods: ['call'], phone: '07700 900123' }),
  'supported-referral': (name) => ({ name, contactMethods: ['call'], phone: '07700 900123' }),
  'advocate-change': (name) => ({ name, contactMethods: ['call'], phone: '07700 900123' }),
  'join-in': (name) => ({ name, contactMethods: ['call'], phone: '07700 900123' }),
  feedback: () => ({ wantsAnswer: 'no' }),
  'annual-survey': () => ({}),
}

async function ask(app: TestApp, act: Extract<Act, { does: 'asks' }>): Promise<string> {
  const id = act.form ?? 'self-referral'
  return receive(app, act, id, { answers: { ...leastAnswers[id]?.(act.name), ...act.says } })
}

async function answerSurvey(app: TestApp, act: Extract<Act, { does: 'survey' }>, about: string | undefined) {
  const words = about && (await unusedSurveyCode(app, about))
  if (!words) throw new Error(`${act.name}: its case has given no survey code`)
  await receive(app, act, 'closure-survey', { answers: act.says, surveyCode: said(words) })
}

async function receive(
  app: TestApp,
  act: Extract<Act, { does: 'asks' | 'survey' }>,
  id: string,
  more: { readonly answers: Answers; readonly surveyCode?: string },
): Promise<string> {
  const form = app.forms.get(id)
  if (!form) throw new Error(`no form ${id}`)
  const language = act.in ?? 'en'
  const { version } = app.service.confidentiality
  const format = act.does === 'asks' ? (act.read ?? 'text') : 'text'
  const answer = act.does === 'asks' ? (act.answers ?? 'understood') : 'understood'
  const received = await receiveForm(app, {
    form,
    language,
    receipt: form.confidentialityFirst ? { version, language, format, answer } : undefined,
    trackingCode: false,
    idempotencyKey: keyOf(act),
    ...more,
  })
  if (received.kind !== 'stored') throw refused(act, received)
  return received.record
}

type Links = {
  readonly about?: string | undefined
  readonly samePersonAs?: string | undefined
  readonly settles?: string | undefined
}

async function record(
  app: TestApp,
  act: Exclude<Act, { does: 'asks' | 'survey' }>,
  form: string,
  links: Links = {},
): Promise<string> {
  if (!links.about && act.does !== 'notes') throw new Error(`${act.name} is about nothing`)
  const recorded = await recordByStaff(app, {
    form,
    ...links,
    language: 'en',
    answers: act.says,
    idempotencyKey: keyOf(act),
    by: { id: 'staff-1', roles: [('as' in act && act.as) || 'coordinator'] },
  })
  // Nobody has looked at the other case: there is no young person yet to be the same as.
  if (recorded.kind === 'unknown' && links.samePersonAs)
    return record(app, act, form, { ...links, samePersonAs: undefined })
  if (recorded.kind !== 'stored') throw refused(act, recorded)
  return recorded.record
}

function refused({ name }: Act, answer: { readonly kind: string; readonly problems?: unknown }): Error {
  return new Error(`${name}: ${answer.kind} ${JSON.stringify(answer.problems)}`)
}

function keyOf({ name, at }: Act): string {
  return createHash('sha256').update(`${name} ${at}`).digest('hex')
}
