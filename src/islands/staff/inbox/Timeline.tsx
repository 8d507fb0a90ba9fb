import type { RecordView } from '#domain/referral/inbox-view.ts'
import { isFromChild } from '#domain/referral/story-kind.ts'
import { putIn } from '#i18n/put-in.ts'
import { AnswerList } from './Answers.tsx'
import { CannotOpen } from './CannotOpen.tsx'
import type { InboxPage } from './inbox-page.ts'
import { answersOf, type Opened } from './open-record.ts'
import { ShowSurveyCode } from './ShowSurveyCode.tsx'
import type { OpenReferral } from './use-referral.ts'

/** A record, and what was in its envelopes. */
export type OpenedRecord = { readonly record: RecordView; readonly opened: Opened }

/** What has happened about something, oldest first. */
export function Timeline({ page, referral }: { readonly page: InboxPage; readonly referral: OpenReferral }) {
  const { inbox } = page.words
  const { view, records } = referral
  return (
    <section class="panel" aria-labelledby="timeline">
      <h2 id="timeline">{inbox.timeline}</h2>
      <ol class="timeline">
        <li>
          <h3>{inbox.receivedAt}</h3>
          <p class="hint">{view.received}</p>
        </li>
        {records.map(({ record, opened }) => {
          const worded = page.forms[record.form]
          return (
            <li key={record.id}>
              <h3>{worded?.words.title ?? record.form}</h3>
              <p class="hint">{sayByWhom(page, record)}</p>
              <CannotOpen page={page} opened={opened} />
              {worded && <AnswerList of={worded} answers={answersOf(worded.form, record.counted, opened)} />}
              {record.form === 'closure' && record.counted.issueSurveyCode?.includes('yes') && (
                <ShowSurveyCode page={page} about={view} />
              )}
            </li>
          )
        })}
      </ol>
    </section>
  )
}

/** When it was recorded, and by whom where that is known: what is invented for a demonstration has no name on it. */
function sayByWhom({ words: { inbox } }: InboxPage, { form, at, by }: RecordView): string {
  if (isFromChild(form)) return putIn(inbox.byChild, { when: at })
  return by ? putIn(inbox.recordedBy, { when: at, name: by }) : at
}
