import { useState } from 'preact/hooks'
import type { DrawnWord } from '#components/symbol/drawn-words.ts'
import type { ReferralView } from '#domain/referral/inbox-view.ts'
import { ask } from '../ask.ts'
import type { InboxPage } from './inbox-page.ts'
import { SurveyCode } from './SurveyCode.tsx'

type Props = { readonly page: InboxPage; readonly about: Pick<ReferralView, 'id' | 'language'> }

/** Shows the survey code of a closed case again, for as long as it has not been used. */
export function ShowSurveyCode({ page, about }: Props) {
  const { surveyCode } = page.words.inbox
  const [code, setCode] = useState<readonly DrawnWord[]>()
  const [said, setSaid] = useState('')
  const show = async () => {
    const found = await ask<{ surveyCode: readonly DrawnWord[] }>('staff/survey-code', page.language, {
      about: about.id,
    })
    if (found.ok) setCode(found.value.surveyCode)
    setSaid(found.ok ? '' : found.type === 'not-found' ? surveyCode.used : found.detail || page.words.noAnswer)
  }
  if (code) return <SurveyCode page={page} code={code} language={about.language} onDone={() => setCode(undefined)} />
  return (
    <div class="no-print">
      <button class="button" type="button" onClick={show}>
        {surveyCode.show}
      </button>
      <p role="status">{said}</p>
    </div>
  )
}
