import { useState } from 'preact/hooks'
import type { DrawnWord } from '#components/symbol/drawn-words.ts'
import type { Audience } from '#domain/audience.ts'
import type { Language } from '#domain/language/language.ts'
import { formAbout, knownAbout } from '#forms/form-about.ts'
import type { JourneyState } from '#forms/journey.ts'
import { ask } from '../ask.ts'
import { FillForm } from './FillForm.tsx'
import type { InboxPage, WordedForm } from './inbox-page.ts'
import { SurveyCode } from './SurveyCode.tsx'

type Props = {
  readonly page: InboxPage
  readonly worded: WordedForm
  /** What the act is about; absent for one that begins something. */
  readonly about?: {
    readonly id: string
    readonly audience: Audience
    readonly language: Language
    readonly records: readonly unknown[]
  }
  /** The record that the act settles. */
  readonly settles?: string | undefined
  /** Another referral of the same young person, as the member has decided. */
  readonly samePersonAs?: string | undefined
  /** How many records others added meanwhile. */
  readonly onDone: (meanwhile: number) => void
  readonly onCancel: () => void
}

/** A staff form about something on the desk. A closing shows the survey code before it is done. */
export function StaffAct({ page, worded, about, settles, samePersonAs, onDone, onCancel }: Props) {
  const [code, setCode] = useState<readonly DrawnWord[]>()
  const { language } = page
  const form = about ? formAbout(worded.form, about.audience) : worded.form

  const send = async ({ submission: idempotencyKey, answers }: JourneyState) => {
    const sent = await ask<{ surveyCode?: readonly DrawnWord[]; meanwhile: number }>('staff/records', language, {
      form: form.id,
      ...(about && { about: about.id, seen: about.records.length }),
      ...(settles && { settles }),
      ...(samePersonAs && { samePersonAs }),
      language,
      answers,
      idempotencyKey,
    })
    if (!sent.ok) return sent
    if (sent.value.surveyCode) setCode(sent.value.surveyCode)
    else onDone(sent.value.meanwhile)
    return undefined
  }

  if (code && about) return <SurveyCode page={page} code={code} language={about.language} onDone={() => onDone(0)} />
  return (
    <FillForm
      page={page}
      worded={{ ...worded, form }}
      known={about ? knownAbout(worded.form, about.audience) : {}}
      onSend={send}
      onCancel={onCancel}
    />
  )
}
