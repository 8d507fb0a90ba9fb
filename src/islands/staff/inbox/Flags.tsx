import type { InboxLineView } from '#domain/referral/inbox-view.ts'
import { putIn } from '#i18n/put-in.ts'
import type { InboxPage } from './inbox-page.ts'

/** What is to be noted about a referral, in words, never by colour alone. */
export function Flags({ page, line }: { readonly page: InboxPage; readonly line: InboxLineView }) {
  const { inbox } = page.words
  return (
    <p class="flags">
      {line.due?.isLate && <span class="flag flag-late">{inbox.late[line.due.kind]}</span>}
      {line.priority !== 'usual' && <span class="flag flag-soon">{inbox.priorities[line.priority]}</span>}
      {line.untold.length > 0 && <span class="flag flag-late">{inbox.untold}</span>}
      {line.hoursToReview && (
        <span class="flag flag-soon">
          {putIn(inbox.hoursToReview[line.hoursToReview], { hours: page.hours[line.hoursToReview] })}
        </span>
      )}
      {line.withdrawAsked && <span class="flag flag-soon">{inbox.withdrawAsked}</span>}
      {line.isDoubted && <span class="flag">{inbox.doubted}</span>}
      {line.wantsWelsh && line.language !== 'cy' && <span class="flag flag-soon">{inbox.wantsWelsh}</span>}
      {line.unanswered > 0 && <span class="flag">{inbox.unanswered}</span>}
      {line.decisionOn && <span class="flag">{putIn(inbox.decisionOn, { day: dayInFigures(line.decisionOn) })}</span>}
      {line.attempts > 0 && <span class="flag">{putIn(inbox.attempts, { count: line.attempts })}</span>}
    </p>
  )
}

/** `2026-11-30` as `30/11/2026`: the same in both languages. */
function dayInFigures(day: string): string {
  return day.split('-').reverse().join('/')
}
