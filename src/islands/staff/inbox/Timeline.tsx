import type { RecordView } from '#domain/referral/inbox-view.ts'
import { AnswerList } from './Answers.tsx'
import type { InboxPage } from './inbox-page.ts'
import { answersOf, type Opened } from './open-record.ts'

/** A record, and what was in its envelope. */
export type OpenedRecord = { readonly record: RecordView; readonly opened: Opened }

type Props = { readonly page: InboxPage; readonly received: string; readonly records: readonly OpenedRecord[] }

/** What has happened about a referral, oldest first. */
export function Timeline({ page, received, records }: Props) {
  const { inbox } = page.words
  return (
    <section class="panel" aria-labelledby="timeline">
      <h2 id="timeline">{inbox.timeline}</h2>
      <ol class="timeline">
        <li>
          <h3>{inbox.receivedAt}</h3>
          <p class="hint">{received}</p>
        </li>
        {records.map(({ record, opened }) => {
          const worded = page.forms[record.form]
          return (
            <li key={record.id}>
              <h3>{worded?.words.title ?? record.form}</h3>
              <p class="hint">{record.at}</p>
              {opened.kind === 'closed' && <p class="notice">{inbox.cannotOpen}</p>}
              {worded && <AnswerList of={worded} answers={answersOf(worded.form, record.counted, opened)} />}
            </li>
          )
        })}
      </ol>
    </section>
  )
}
