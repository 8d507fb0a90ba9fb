import type { Language } from '#domain/language/language.ts'
import { valuesOf } from '#forms/conditions.ts'
import type { Answers } from '#forms/define-form.ts'
import { safeContactQuestions } from '#forms/safe-contact.ts'
import { AnswerList } from './Answers.tsx'
import type { InboxPage } from './inbox-page.ts'

type Props = {
  readonly page: InboxPage
  readonly answers: Answers
  readonly language: Language
  readonly asksToExplain: boolean
}

/** How to reach this young person safely: on top of every screen from which somebody might make contact. */
export function SafeContact({ page, answers, language, asksToExplain }: Props) {
  const referral = page.forms['self-referral']
  if (!referral) return null
  const { inbox } = page.words
  const methods = valuesOf(answers.contactMethods ?? [])
  const byPhone = methods.includes('text') || methods.includes('call')
  return (
    <section class="panel safe-contact" aria-labelledby="safe-contact">
      <h2 id="safe-contact">{inbox.safeContact}</h2>
      <p class="flags">
        <span class="flag">{inbox.replyIns[language]}</span>
        {asksToExplain && <span class="flag">{inbox.explain}</span>}
      </p>
      {byPhone && answers.leaveMessage !== 'yes' && (
        <p>
          <strong>{inbox.leaveNoMessage}</strong>
        </p>
      )}
      <AnswerList of={referral} answers={answers} only={safeContactQuestions} />
    </section>
  )
}
