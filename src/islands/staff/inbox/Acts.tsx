import { actsFor, nextAct, type Stand } from '#domain/referral/acts.ts'
import { isOffer, kindOfStory } from '#domain/referral/story-kind.ts'
import type { InboxPage } from './inbox-page.ts'
import type { OpenReferral } from './use-referral.ts'

type Props = {
  readonly page: InboxPage
  readonly referral: OpenReferral
  /** `settles` is the record that the act settles, where it settles one. */
  readonly onAct: (act: string, settles?: string) => void
  /** The child said yes to the offer: their own request is entered. */
  readonly onOfferAccepted: () => void
}

/** What can be recorded: the act that is waited for stands out, the others are in a menu. */
export function Acts({ page, referral: { view }, onAct, onOfferAccepted }: Props) {
  const { inbox } = page.words
  const kind = kindOfStory(view.form)
  if (!kind) return null
  const recorded = view.records.map(({ form }) => form)
  const stand: Stand = {
    kind,
    isOffer: isOffer(view),
    status: view.status,
    recorded,
    isWithdrawalOpen: view.withdrawAsked,
    isTellingOpen: view.untold.length > 0,
  }
  const acts = actsFor(page.roles, stand).filter((act) => act !== 'case-facts' || page.councilSeesNames)
  const next = acts.find((act) => act === nextAct(stand))
  const others = acts.filter((act) => act !== next)
  const choose = (act: string) => onAct(act, act === 'passing-on-told' ? view.untold[0] : undefined)
  const wantsAdvocate = view.records.some(({ counted }) => counted.outcome?.includes('wants-advocate'))
  return (
    <div class="no-print">
      <div class="actions">
        {next && (
          <button class="go-on" type="button" onClick={() => choose(next)}>
            {sayAct(page, next)}
          </button>
        )}
        {wantsAdvocate && (
          <button class="button" type="button" onClick={onOfferAccepted}>
            {inbox.offerAccepted}
          </button>
        )}
      </div>
      {others.length > 0 && (
        <details class="menu">
          <summary class="button">{inbox.acts}</summary>
          <ul class="menu-list">
            {others.map((act) => (
              <li key={act}>
                <button class="plain" type="button" onClick={() => choose(act)}>
                  {sayAct(page, act)}
                </button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}

function sayAct({ words: { inbox }, forms }: InboxPage, act: string): string {
  if (act === 'screening' || act === 'contact') return inbox[act]
  return forms[act]?.words.title ?? act
}
