import type { Language } from '#domain/language/language.ts'
import type { Role } from '#domain/roles.ts'
import { type Instant, toInstant } from '#domain/time/instant.ts'
import { sayCode } from '#domain/tracking-code/tracking-code.ts'
import type { Answers } from '#forms/define-form.ts'
import type { App } from '#server/app.ts'
import { receiveForm } from '#server/operations/receive-form.ts'
import { recordByStaff } from '#server/operations/record-by-staff.ts'
import { unusedSurveyCode } from '#server/operations/survey-code.ts'

/** Where invented things are sent and recorded: through the same operations as real ones, at a moment of the past. */
export type Desk = {
  readonly send: (form: string, at: Instant, language: Language, answers: Answers) => Promise<string>
  readonly record: (
    form: string,
    about: string | undefined,
    at: Instant,
    answers: Answers,
    as?: Role,
  ) => Promise<string>
  /** Answers the survey of a closed case with its code. */
  readonly survey: (about: string, at: Instant, language: Language, answers: Answers) => Promise<void>
}

/** Opens a desk on an application. Each thing has a key of its own, so that all of it comes out the same. */
export function deskOf(app: App): Desk {
  let made = 0
  const keyOf = () => `demonstration-${++made}`
  const atMoment = (at: Instant): App => ({ ...app, now: () => at, wakeOutbox: () => undefined })
  const receive = async (
    form: string,
    at: Instant,
    language: Language,
    more: { answers: Answers; surveyCode?: string },
  ) => {
    const definition = app.forms.get(form)
    if (!definition) throw new Error(`there is no form ${form}`)
    const { version } = app.service.confidentiality
    const received = await receiveForm(atMoment(at), {
      form: definition,
      language,
      receipt: { version, language, format: made % 3 === 0 ? 'symbols' : 'text', answer: 'understood' },
      trackingCode: false,
      idempotencyKey: keyOf(),
      ...more,
    })
    if (received.kind !== 'stored') throw new Error(`${form} at ${at}: ${JSON.stringify(received)}`)
    return received.record
  }
  return {
    send: (form, at, language, answers) => receive(form, at, language, { answers }),
    record: async (form, about, at, answers, as = 'coordinator') => {
      const recorded = await recordByStaff(atMoment(at), {
        form,
        about,
        language: 'en',
        answers,
        idempotencyKey: keyOf(),
        by: { id: 'demonstration', roles: [as] },
      })
      if (recorded.kind !== 'stored') throw new Error(`${form} at ${at}: ${JSON.stringify(recorded)}`)
      return recorded.record
    },
    survey: async (about, at, language, answers) => {
      const words = await unusedSurveyCode(app, about)
      if (words) await receive('closure-survey', at, language, { answers, surveyCode: sayCode(words, language) })
    },
  }
}

/** The moment that many hours later. */
export function hoursLater(at: Instant, hours: number): Instant {
  return toInstant(new Date(Date.parse(at) + hours * 3_600_000))
}
