import { createHash } from 'node:crypto'
import type { Language } from '#domain/language/language.ts'
import type { Answers } from '#forms/define-form.ts'
import type { Receipt } from '#forms/journey.ts'
import { receiveForm } from '#server/operations/receive-form.ts'
import { recordByStaff } from '#server/operations/record-by-staff.ts'
import type { TestApp } from '../../builders/test-app.ts'

/** One thing that happened, as somebody did it through a form. */
export type Act = {
  /** `<referral>` for the referral itself, `<referral>/<what>` for what was recorded about it. */
  readonly name: string
  readonly at: string
} & (
  | {
      readonly does: 'asks'
      /** Absent: the young person asks for themselves. */
      readonly form?: 'supported-referral'
      readonly in?: Language
      readonly read?: Receipt['format']
      readonly says?: Answers
    }
  | { readonly does: 'screening' | 'contact' | 'allocation' | 'closure'; readonly says: Answers }
)

/** Sends each act through the operation of its form, with the clock at its moment. */
export async function play(app: TestApp, acts: readonly Act[]): Promise<void> {
  const ids = new Map<string, string>()
  for (const act of acts.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))) {
    app.setNow(act.at)
    if (act.does === 'asks') ids.set(act.name, await ask(app, act))
    else await record(app, act, ids.get(act.name.split('/')[0] ?? ''))
  }
}

/** These acts without one, and without what hangs on it. */
export function without(acts: readonly Act[], name: string): readonly Act[] {
  const left = acts.filter((act) => act.name !== name && !act.name.startsWith(`${name}/`))
  if (left.length === acts.length) throw new Error(`no act ${name}`)
  return left
}

async function ask(app: TestApp, act: Extract<Act, { does: 'asks' }>): Promise<string> {
  const form = app.forms.get(act.form ?? 'self-referral')
  if (!form) throw new Error(`no form ${act.form}`)
  const language = act.in ?? 'en'
  const received = await receiveForm(app, {
    form,
    language,
    answers: { name: act.name, contactMethods: ['call'], phone: '07700 900123', ...act.says },
    receipt: {
      version: app.service.confidentiality.version,
      language,
      format: act.read ?? 'text',
      answer: 'understood',
    },
    trackingCode: false,
    idempotencyKey: keyOf(act),
  })
  if (received.kind !== 'stored') throw refused(act, received)
  return received.record
}

async function record(app: TestApp, act: Exclude<Act, { does: 'asks' }>, about: string | undefined): Promise<void> {
  if (!about) throw new Error(`${act.name} is about nothing`)
  const recorded = await recordByStaff(app, {
    form: act.does,
    about,
    language: 'en',
    answers: act.says,
    idempotencyKey: keyOf(act),
    by: { id: 'staff-1', roles: ['coordinator'] },
  })
  if (recorded.kind !== 'stored') throw refused(act, recorded)
}

function refused({ name }: Act, answer: { readonly kind: string; readonly problems?: unknown }): Error {
  return new Error(`${name}: ${answer.kind} ${JSON.stringify(answer.problems)}`)
}

function keyOf({ name, at }: Act): string {
  return createHash('sha256').update(`${name} ${at}`).digest('hex')
}
