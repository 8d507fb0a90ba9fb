import { valuesOf } from '#forms/conditions.ts'
import { safeContactQuestions } from '#forms/safe-contact.ts'
import { putIn } from '#i18n/put-in.ts'
import { AnswerList } from './Answers.tsx'
import type { InboxPage } from './inbox-page.ts'
import { answersOf } from './open-record.ts'
import type { OpenReferral } from './use-referral.ts'

/** What stands here and nowhere else: the plan of a referral, or how to reach a child who was named to us. */
export const shownAsSafeContact: readonly string[] = [...safeContactQuestions, 'howToReach']

/** How to reach this young person safely: on top of every screen from which somebody might make contact. */
export function SafeContact({ page, referral }: { readonly page: InboxPage; readonly referral: OpenReferral }) {
  const { view, opened } = referral
  const told = page.forms[view.form]
  if (!told) return null
  const { inbox } = page.words
  const answers = answersOf(told.form, view.counted, opened)
  const methods = valuesOf(answers.contactMethods ?? [])
  const byPhone = methods.includes('text') || methods.includes('call')
  return (
    <section class="panel safe-contact" aria-labelledby="safe-contact">
      <h2 id="safe-contact">{inbox.safeContact}</h2>
      <p class="flags">
        <span class="flag">{inbox.replyIns[view.language]}</span>
        {view.asksToExplain && <span class="flag">{inbox.explain}</span>}
      </p>
      <Changed page={page} referral={referral} />
      {byPhone && answers.leaveMessage !== 'yes' && (
        <p>
          <strong>{inbox.leaveNoMessage}</strong>
        </p>
      )}
      <AnswerList of={told} answers={answers} only={shownAsSafeContact} />
    </section>
  )
}

/** What they have changed since, from their own page: the newest counts, and stands first. @source ANCHORS 4.2 */
function Changed({ page, referral: { records } }: { readonly page: InboxPage; readonly referral: OpenReferral }) {
  const newest = records.findLast(({ record }) => record.form === 'child-safe-contact')
  const changed = page.forms['child-safe-contact']
  if (!newest || !changed) return null
  const { record, opened } = newest
  return (
    <>
      <h3>{putIn(page.words.inbox.changedContact, { when: record.at })}</h3>
      <AnswerList of={changed} answers={answersOf(changed.form, record.counted, opened)} />
      <h3>{page.words.inbox.earlierContact}</h3>
    </>
  )
}
